import { hasHandIn, hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { clean } from '../../kernel/vietnamese.js';
import type { OutgoingState } from '../../documents/domain/register.js';

export const RECALL_DECISIONS = ['granted', 'refused'] as const;

export type RecallDecision = (typeof RECALL_DECISIONS)[number];

/** Characters of a reason for recalling, or for not recalling. */
export const RECALL_REASON = { shortest: 10, longest: 500 } as const;

/** @throws DomainError `input-invalid` beside the field `reason` */
export function requireReason(given: string): string {
  const reason = clean(given).trim();
  const { shortest, longest } = RECALL_REASON;
  if (reason.length >= shortest && reason.length <= longest) return reason;
  const message =
    reason.length < shortest
      ? `Viết rõ lý do, từ ${String(shortest)} ký tự.`
      : `Viết gọn lại: nhiều nhất ${String(longest)} ký tự.`;
  throw new DomainError('input-invalid', { field: 'reason', message });
}

/** What the rules of recalling need to know of a document. */
export interface RecallableDocument {
  readonly state: OutgoingState;
  readonly recalledAt: Date | null;
  readonly takenOver: object | null;
}

/** Only what was released here can be recalled, and once; before, its number is voided. */
export function isRecallable({ state, recalledAt, takenOver }: RecallableDocument): boolean {
  return state === 'released' && recalledAt === null && takenOver === null;
}

export function mayProposeRecall(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** Two people: a leader decides, and never what that person proposed. */
export function mayDecideRecall(actor: Actor, { proposedById }: { readonly proposedById: string }): boolean {
  return hasRole(actor, 'leader') && !hasHandIn(actor, proposedById);
}

/** What becomes of one sending of a recalled document. */
export type SendingAfterRecall =
  /** It has not left and never will. */
  | 'cancelled'
  /** It came, or may have come: its recipient is told after it. */
  | 'told';

/**
 * Whether a sending can still be held back: as long as its bytes were not fixed, nothing was tried; and what the other side refused, it does not have.
 *
 * @param sending a message that carries the document
 */
export function sendingAfterRecall(sending: {
  readonly sha256: string | null;
  readonly sentAt: Date | null;
  readonly failure: string | null;
}): SendingAfterRecall {
  if (sending.sentAt !== null) return 'told';
  return sending.sha256 === null || sending.failure !== null ? 'cancelled' : 'told';
}
