import { DOCX } from '../../files/domain/inspection/extensions.js';
import { inspectFile } from '../../files/domain/inspection/inspect-file.js';
import type { Reason } from '../../files/domain/inspection/reasons.js';
import { weightOf } from '../../files/domain/inspection/reasons.js';
import { PdfMalformed } from '../../files/domain/pdf/limits.js';
import { checkFormat } from '../domain/format/rules/check-format.js';
import type { CheckOptions, FormatFinding } from '../domain/format/rules/finding.js';
import { readDocx } from './docx/read-docx.js';
import { DocxUnreadable } from './docx/word-package.js';
import { readPdf } from './pdf/read-pdf.js';

export interface FormatJob {
  readonly name: string;
  readonly content: Uint8Array;
  readonly options: CheckOptions;
}

/** What a file came to: its findings, or why there are none. */
export type FormatAnswer =
  | { readonly kind: 'checked'; readonly findings: readonly FormatFinding[] }
  /** No Word file and no PDF. */
  | { readonly kind: 'notDocument' }
  /** A file that is not taken at all, and why; or one that cannot be read. */
  | { readonly kind: 'refused'; readonly reasons: readonly Pick<Reason, 'message'>[] };

/** Inspects a file, reads it and checks its form, in one go. */
export async function checkFile({ name, content, options }: FormatJob): Promise<FormatAnswer> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const { accept, type, reasons } = await inspectFile({ name, content: bytes });
  const isPdf = type === 'application/pdf';
  if (!isPdf && type !== DOCX && reasons.every(({ code }) => !isDocumentReason(code))) return { kind: 'notDocument' };
  if (!accept) return { kind: 'refused', reasons: reasons.filter((reason) => weightOf(reason) === 'reject') };
  try {
    const model = isPdf ? readPdf(bytes) : (await readDocx(bytes)).model;
    return { kind: 'checked', findings: checkFormat(model, options) };
  } catch (error) {
    if (!(error instanceof DocxUnreadable || error instanceof PdfMalformed)) throw error;
    return { kind: 'refused', reasons: [{ message: 'Không đọc được văn bản. Mở ra, lưu lại rồi kiểm tra lại.' }] };
  }
}

/** Reasons that speak of an archive or an Office file, which a Word file would have been. */
function isDocumentReason(code: string): boolean {
  return /^(?:zip|office|xml|type-(?:old|locked))/u.test(code);
}
