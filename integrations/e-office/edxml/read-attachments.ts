import type { Attachment } from '../../../src/exchange/ports/message.js';
import { MemoryBytes } from '../../../src/kernel/held-bytes.js';
import { decodeBase64 } from '../xml/base64-decoder.js';
import type { XmlNode } from '../xml/xml-node.js';
import { isAlwaysMarked, sniffType, typeByName, typesAgree } from './file-types.js';
import type { Findings } from './findings.js';
import { present } from './part.js';
import type { Part } from './part.js';

/** Invisible characters that turn the reading direction or hide: `công-văn‮fdp.exe`. */
const INVISIBLE = /\p{Cf}/gu;
const MAX_NAME_LENGTH = 200;

/**
 * The files of a message, in order. What a file is, its first bytes decide; its name is reduced to a plain file name.
 * The list of references in the body is only compared with the files; it adds nothing.
 */
export function readAttachments(
  attachments: readonly Part[],
  references: readonly Part[],
  findings: Findings,
): readonly Attachment[] {
  const files = attachments.flatMap((part, index) => {
    const content = decode(part, findings);
    return content === null ? [] : [readAttachment(part, content, { ordinal: index + 1, findings })];
  });
  compareWithReferences(attachments, references, findings);
  return files;
}

interface Place {
  readonly ordinal: number;
  readonly findings: Findings;
}

function readAttachment(part: Part, content: Buffer, { ordinal, findings }: Place): Attachment {
  const given = part.line('AttachmentName');
  const name = plainName(given) || `tep-dinh-kem-${ordinal}`;
  if (name !== given) {
    findings.warn(
      'attachment-name',
      `${part.path}/AttachmentName`,
      'Tên tệp đính kèm trống hoặc không an toàn, đã sửa.',
    );
  }
  if (content.length === 0) findings.warn('attachment-empty', part.path, 'Tệp đính kèm rỗng.');
  return present({
    name,
    contentType: typeOf(part, name, { content, findings }),
    description: part.maybeLines('Description'),
    content,
  });
}

function typeOf(part: Part, name: string, file: { readonly content: Buffer; readonly findings: Findings }): string {
  const declared = part.line('ContentType').toLowerCase();
  const real = sniffType(file.content);
  const named = typeByName(name);
  if (real === null) {
    const said = declared === '' ? named : declared;
    if (file.content.length === 0 || !isAlwaysMarked(said)) return said;
    file.findings.warn('attachment-type', part.path, `Nội dung tệp không phải loại khai báo (${said}).`);
    return 'application/octet-stream';
  }
  if (!typesAgree(declared, real) || !typesAgree(named, real)) {
    file.findings.warn(
      'attachment-type',
      part.path,
      `Loại thật của tệp (${real}) khác loại khai báo hoặc phần mở rộng của tên tệp.`,
    );
    return real;
  }
  return [declared, named].find((type) => type !== '' && type !== 'application/octet-stream') ?? real;
}

function decode(part: Part, findings: Findings): Buffer | null {
  const encoded = part.one('ContentTransferEncoded')?.node;
  const content = encoded === undefined ? null : contentOf(encoded);
  if (content === null) {
    findings.refuse(
      'attachment-undecodable',
      part.path,
      'Nội dung tệp đính kèm thiếu hoặc không phải base64 nguyên vẹn.',
    );
  }
  return content;
}

function contentOf(encoded: XmlNode): Buffer | null {
  if (encoded.children.length > 0) return null;
  if (encoded.bytes instanceof MemoryBytes) return encoded.bytes.content;
  return decodeBase64(Buffer.from(encoded.text, 'utf8'));
}

function plainName(given: string): string {
  const last = given.replace(INVISIBLE, '').split(/[/\\]/u).at(-1) ?? '';
  const safe = last
    .replace(/[<>:"|?*]/gu, '_')
    .replace(/^\.+/u, '')
    .trim();
  const dot = safe.lastIndexOf('.');
  const extension = dot > 0 ? safe.slice(dot).slice(0, 16) : '';
  return safe.length <= MAX_NAME_LENGTH ? safe : safe.slice(0, MAX_NAME_LENGTH - extension.length) + extension;
}

/** Both sides name a file by ContentId, with or without `cid:`; a reference may carry it as `xlink:href`. */
function compareWithReferences(attachments: readonly Part[], references: readonly Part[], findings: Findings): void {
  const names = new Map(attachments.map((part) => [contentId(part.line('ContentId')), part.line('AttachmentName')]));
  if (names.size < attachments.length) {
    findings.warn('attachment-id-twice', 'edXML/AttachmentEncoded', 'Hai tệp đính kèm dùng chung một ContentId.');
  }
  const referred = new Set<string>();
  for (const reference of references) {
    const id = contentId(reference.line('ContentId') || (reference.node.attributes.get('href') ?? ''));
    referred.add(id);
    const name = names.get(id);
    if (name === undefined) {
      findings.warn('reference-without-attachment', reference.path, 'Có tệp được nhắc đến nhưng không gửi kèm.');
    } else if (name !== reference.line('AttachmentName')) {
      findings.warn('reference-name', reference.path, 'Tên tệp ở phần tham chiếu khác tên ở phần đính kèm.');
    }
  }
  for (const part of attachments) {
    if (!referred.has(contentId(part.line('ContentId')))) {
      findings.warn('attachment-without-reference', part.path, 'Tệp đính kèm không được nhắc đến trong phần thân.');
    }
  }
}

function contentId(text: string): string {
  return text.trim().replace(/^cid:/iu, '');
}
