import { DomainError } from '../../../kernel/domain-error.js';
import { requireText, type TextLengths } from '../required-text.js';

/** Of the text that the citizen reads as the answer. */
export const ANSWER_LENGTHS: TextLengths = { shortest: 30, longest: 4000 };

/** Of the reason for having no evidence file. */
export const NO_EVIDENCE_LENGTHS: TextLengths = { shortest: 20, longest: 1000 };

/** Of the reason why an answer or a wish is given back. */
export const GIVEN_BACK_LENGTHS: TextLengths = { shortest: 10, longest: 1000 };

/** How the result of a cycle is evidenced: by files, or by a stated reason for having none. */
export type Evidence = 'files' | 'reason';

/** What evidences a result once the answer that stated a reason for having none is given up: files stay, the reason goes with the answer. */
export function withoutStatedReason(evidence: Evidence | null): Evidence | null {
  return evidence === 'reason' ? null : evidence;
}

/** What is missing of a letter that is to be approved. */
export const LETTER_NOT_EVIDENCED =
  'Phiếu chưa có tài liệu chứng minh. Mở phiếu, thêm tài liệu hoặc ghi lý do không có, rồi trình công văn.';

/**
 * Who approves the content of a letter answers for the result that it tells, and finds on the ticket what proves it, or why nothing does.
 *
 * @throws DomainError `ticket-act-barred`
 */
export function requireEvidencedLetter({ evidence }: { readonly evidence: Evidence | null }): void {
  if (evidence === null)
    throw new DomainError('ticket-act-barred', { act: 'letterSent', message: LETTER_NOT_EVIDENCED });
}

/**
 * A person who answers shows evidence, or says why there is none.
 *
 * @param evidence what the ticket has in this cycle
 * @param reason as typed; of no account where there are files
 * @returns the reason where it takes the place of files, else null
 * @throws DomainError `input-invalid` at `noEvidenceReason`
 */
export function requireEvidence(evidence: Evidence | null, reason: string): string | null {
  if (evidence === 'files') return null;
  if (reason.trim() === '') {
    throw new DomainError('input-invalid', {
      field: 'noEvidenceReason',
      message: 'Phiếu chưa có tài liệu chứng minh. Thêm tài liệu, hoặc ghi lý do không có.',
    });
  }
  return requireText('noEvidenceReason', reason, NO_EVIDENCE_LENGTHS);
}
