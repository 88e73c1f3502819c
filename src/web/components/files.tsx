import type { VNode } from 'preact';
import { Icon, type IconName } from './icon.js';

/** A stored file as the page offers it. */
export interface FileView {
  readonly href: string;
  readonly name: string;
  /** `1,2 MB` or a playing time. */
  readonly size: string;
  readonly kind: 'document' | 'picture' | 'recording';
}

const MARKS: Readonly<Record<FileView['kind'], IconName>> = { document: 'file', picture: 'photo', recording: 'mic' };

export function Files({ files }: { files: readonly FileView[] }): VNode | null {
  if (files.length === 0) return null;
  return (
    <ul class="ha-files">
      {files.map((file) => (
        <li key={file.href}>
          <a class="ha-file" href={file.href}>
            <Icon name={MARKS[file.kind]} />
            <span>{file.name}</span>
            <small>{file.size}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
