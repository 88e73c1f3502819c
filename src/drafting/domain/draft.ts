import { DomainError } from '../../kernel/domain-error.js';

/**
 * editing: the officer writes · contentReview: before the unit head · formatReview: before the format checker · approved: may be submitted ·
 * submitted: at the leader · done: signed and released · withdrawn: given up.
 */
export const DRAFT_STATES = [
  'editing',
  'contentReview',
  'formatReview',
  'approved',
  'submitted',
  'done',
  'withdrawn',
] as const;

export type DraftState = (typeof DRAFT_STATES)[number];

const NEXT: Readonly<Record<DraftState, readonly DraftState[]>> = {
  editing: ['editing', 'contentReview', 'withdrawn'],
  contentReview: ['formatReview', 'editing'],
  formatReview: ['approved', 'editing'],
  approved: ['submitted', 'editing'],
  submitted: ['editing', 'done'],
  // Its signature turned out not to hold before the letter left.
  done: ['editing'],
  withdrawn: [],
};

/** @throws DomainError `draft-transition-refused` */
export function requireDraftTransition(from: DraftState, to: DraftState): void {
  if (!NEXT[from].includes(to)) throw new DomainError('draft-transition-refused', { from, to });
}

/** Content by the unit head, form by the format checker: two recorded acts (Nghị định 30/2020/NĐ-CP, Điều 11 và Điều 12). */
export const APPROVAL_KINDS = ['content', 'format'] as const;

export type ApprovalKind = (typeof APPROVAL_KINDS)[number];

export interface Approval {
  readonly kind: ApprovalKind;
  readonly revision: number;
  /** Of the page as a PDF that was approved. */
  readonly contentSha256: string;
}

/**
 * Both approvals stand, and for exactly this revision and this page; any change after an approval voids it.
 *
 * @throws DomainError `draft-approval-missing` naming the first kind that is missing
 */
export function requireBothApprovals(approvals: readonly Approval[], revision: number, contentSha256: string): void {
  for (const kind of APPROVAL_KINDS) {
    const stands = approvals.some(
      (approval) =>
        approval.kind === kind && approval.revision === revision && approval.contentSha256 === contentSha256,
    );
    if (!stands) throw new DomainError('draft-approval-missing', { kind });
  }
}
