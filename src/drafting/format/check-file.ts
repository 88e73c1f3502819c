import { PdfMalformed } from '../../files/domain/pdf/limits.js';
import { checkFormat } from '../domain/format/rules/check-format.js';
import type { CheckOptions, FormatFinding } from '../domain/format/rules/finding.js';
import { isSafelyMended, type FormatRule } from '../domain/format/rules/rule-table.js';
import { readDocx } from './docx/read-docx.js';
import { DocxUnreadable } from './docx/word-package.js';
import { mendDocx } from './mend/mend-docx.js';
import { readPdf } from './pdf/read-pdf.js';

/** A file that passed the inspection. */
export interface FormatJob {
  readonly kind: 'docx' | 'pdf';
  readonly content: Uint8Array;
  readonly options: CheckOptions;
  /** Whether what needs no person is to be corrected, where anything is. */
  readonly mends: boolean;
}

/** A Word file without what needed no person. */
export interface MendedFile {
  readonly docx: Uint8Array;
  readonly rules: readonly FormatRule[];
  readonly left: readonly FormatFinding[];
}

/** The result of a check: its findings, or why there are none. */
export type FormatAnswer =
  | { readonly kind: 'checked'; readonly findings: readonly FormatFinding[]; readonly mended: MendedFile | null }
  /** No Word file and no PDF. */
  | { readonly kind: 'notDocument' }
  /** A file that is not taken at all, and why; or one that cannot be read. */
  | { readonly kind: 'refused'; readonly messages: readonly string[] };

/** Reads a file, checks its form, and corrects a copy of it where that is asked for. */
export async function checkFile({ kind, content, options, mends }: FormatJob): Promise<FormatAnswer> {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  try {
    const findings = await findingsIn(kind, bytes, options);
    const isMended = mends && kind === 'docx' && findings.some(({ rule }) => isSafelyMended(rule));
    return { kind: 'checked', findings, mended: isMended ? await mendedFile(bytes, options) : null };
  } catch (error) {
    if (!(error instanceof DocxUnreadable || error instanceof PdfMalformed)) throw error;
    return { kind: 'refused', messages: ['Không đọc được văn bản. Mở ra, lưu lại rồi kiểm tra lại.'] };
  }
}

async function findingsIn(
  kind: FormatJob['kind'],
  content: Buffer,
  options: CheckOptions,
): Promise<readonly FormatFinding[]> {
  return checkFormat(kind === 'pdf' ? readPdf(content) : (await readDocx(content)).model, options);
}

async function mendedFile(content: Buffer, options: CheckOptions): Promise<MendedFile | null> {
  const { docx, mended } = await mendDocx(content, options);
  if (mended.length === 0) return null;
  return { docx: new Uint8Array(docx), rules: mended, left: await findingsIn('docx', docx, options) };
}
