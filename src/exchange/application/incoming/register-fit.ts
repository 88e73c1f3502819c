import { beginningOf } from '../../../kernel/beginning-of.js';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import type { DocumentOutline } from '../../ports/message-codec.port.js';
import type { DocumentMessage } from '../../ports/message.js';

/** Number and notation as the register writes them, `7816/TĐ1022`. */
export function codeOf({ codeNumber, codeNotation }: Pick<DocumentMessage, 'codeNumber' | 'codeNotation'>): string {
  return `${codeNumber}/${codeNotation}`;
}

/** The texts of a document as its line has them: what is too long is cut. @param subject without the people in it */
export function textsInLine(
  { typeName }: Pick<DocumentMessage, 'typeName'>,
  subject: string,
): { readonly typeName: string; readonly subject: string } {
  return {
    typeName: beginningOf(typeName, REGISTER_LENGTHS.typeName),
    subject: beginningOf(subject, REGISTER_LENGTHS.subject),
  };
}

/** The name of a file as it stands beside the line. */
export function fileNameInLine(name: string): string {
  return beginningOf(name, REGISTER_LENGTHS.fileName);
}

/**
 * What identifies a document is never cut: cut, it could be taken for another. Names and subjects are, see `beginningOf`.
 *
 * @returns why a document cannot be entered, in Vietnamese; null when it can
 */
export function whyNotRegistrable(message: DocumentOutline): string | null {
  const parts = [
    ['Mã cơ quan gửi', message.from.id, REGISTER_LENGTHS.agencyCode],
    ['Số, ký hiệu văn bản', codeOf(message), REGISTER_LENGTHS.code],
    ['Mã văn bản', message.documentId, REGISTER_LENGTHS.documentId],
  ] as const;
  const tooLong = parts.filter(([, value, longest]) => value.length > longest);
  if (tooLong.length === 0) return null;
  return tooLong.map(([name, , longest]) => `${name} dài quá ${String(longest)} ký tự.`).join(' ');
}
