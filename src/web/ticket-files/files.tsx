import type { VNode } from 'preact';
import type { SignatureWords } from '../signing/signatures.js';
import { Icon, type IconName } from '../kit/icon.js';
import { SignatureMark } from '../signing/signature-mark.js';

/** A stored file in a list of files. */
export interface FileView {
  /** Where it is downloaded. */
  readonly href: string;
  /** Where it is shown in a page; null or left out where it can only be downloaded. */
  readonly viewHref?: string | null;
  readonly name: string;
  /** `1,2 MB` or a playing time. */
  readonly size: string;
  readonly kind: 'document' | 'picture' | 'recording';
  /** Why the file cannot be opened; shown instead of a link. */
  readonly refusal?: string | null;
  readonly signature?: SignatureWords | null;
  /** The PDF as a printable converted copy. */
  readonly printHref?: string | null;
  /** The evidence behind the signature verdict, for those who may export it. */
  readonly evidenceHref?: string | null;
}

const ICONS: Readonly<Record<FileView['kind'], IconName>> = { document: 'file', picture: 'photo', recording: 'mic' };

export function Files({ files }: { files: readonly FileView[] }): VNode | null {
  if (files.length === 0) return null;
  return (
    <ul class="ha-files">
      {files.map((file) => (
        <li key={file.href}>
          {typeof file.refusal === 'string' ? <RefusedFile file={file} /> : <OfferedFile file={file} />}
          {file.signature && <SignatureMark signature={file.signature} />}
        </li>
      ))}
    </ul>
  );
}

function OfferedFile({ file }: { file: FileView }): VNode {
  const { href, viewHref, kind, name, size, printHref, evidenceHref } = file;
  const isViewed = typeof viewHref === 'string';
  return (
    <>
      <a class="ha-file" href={isViewed ? viewHref : href} data-view={isViewed ? '' : undefined}>
        <Icon name={ICONS[kind]} />
        <span>{name}</span>
        <small>{viewHref === null ? `${size}, chỉ tải về` : size}</small>
      </a>
      {isViewed && (
        <a class="ha-small" href={href}>
          Tải về<span class="ha-vh"> {name}</span>
        </a>
      )}
      {typeof printHref === 'string' && (
        <a class="ha-small" href={printHref}>
          Bản in chuyển đổi
        </a>
      )}
      {typeof evidenceHref === 'string' && (
        <a class="ha-small" href={evidenceHref}>
          Chứng cứ chữ ký
        </a>
      )}
    </>
  );
}

/** A file that was received and kept, but must not be opened. */
function RefusedFile({ file: { name, refusal } }: { file: FileView }): VNode {
  return (
    <span class="ha-file ha-file-no">
      <Icon name="x" tone="bad" />
      <span>{name}</span>
      <small>Không mở được: {refusal}</small>
    </span>
  );
}
