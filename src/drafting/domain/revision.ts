import { DomainError } from '../../kernel/domain-error.js';
import type { DraftState } from './draft.js';

/** How a revision was written: in the form, or in Word from a file that had been downloaded. */
export const REVISION_SOURCES = ['form', 'word'] as const;

export type RevisionSource = (typeof REVISION_SOURCES)[number];

export const MAX_REASON_LENGTH = 500;

export interface ChangedDraft {
  readonly state: DraftState;
  /** Why it was given back; null again once it has been sent on. */
  readonly returnReason: string | null;
}

/** Whether a change needs a reason: the letter was given back, or the change voids both approvals (rule 40). */
export function needsReason({ state, returnReason }: ChangedDraft): boolean {
  return state === 'approved' || returnReason !== null;
}

/**
 * The reason to store with a revision; null when none was given and none is needed.
 *
 * @throws DomainError `input-invalid` where a reason is missing, or too long
 */
export function changeReason(draft: ChangedDraft, given: string): string | null {
  const reason = given.trim();
  if (reason.length > MAX_REASON_LENGTH)
    throw refusal(`Lý do sửa dài quá ${MAX_REASON_LENGTH} ký tự, hiện có ${reason.length}. Viết ngắn lại.`);
  if (reason !== '') return reason;
  if (!needsReason(draft)) return null;
  throw refusal(
    draft.state === 'approved'
      ? 'Viết lý do sửa: công văn đã duyệt, sửa thì phải duyệt lại từ đầu.'
      : 'Viết lý do sửa: công văn đã bị trả lại, người trả lại cần biết đã sửa gì.',
  );
}

function refusal(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'reason', message });
}
