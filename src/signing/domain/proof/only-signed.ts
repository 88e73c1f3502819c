import { PdfFile } from '../../../files/domain/pdf/file-state.js';
import { PdfMalformed } from '../../../files/domain/pdf/limits.js';
import { reviewRevision } from '../verification/changes/review-revision.js';
import type { ReasonCode } from '../verification/reasons.js';

/** A signature's appearance may cover the page; another rule checks it. */
const OF_THE_SIGNATURE: ReadonlySet<ReasonCode> = new Set(['signature-overlay']);

/**
 * Whether nothing but signatures was added to a file that a signed one begins with: a signature covers all that was saved with it, another content of
 * the pages too.
 */
export function isOnlySigned(submitted: Buffer, returned: Buffer): boolean {
  try {
    const file = new PdfFile(returned);
    const ours = file.revisions.filter(({ endOfMark }) => endOfMark <= submitted.length).length;
    return file.revisions.slice(ours).every((_, at) => isSigning(file, ours + at));
  } catch (error) {
    if (error instanceof PdfMalformed) return false;
    throw error;
  }
}

function isSigning(file: PdfFile, revision: number): boolean {
  const { refused, filled, emptyFields } = reviewRevision(file, revision);
  return filled.length + emptyFields.length === 0 && refused.every(({ code }) => OF_THE_SIGNATURE.has(code));
}
