import { hasHandIn, hasRole, type Actor, type Role } from '../../kernel/actor.js';
import type { CaseKind } from './case.js';
import type { ApprovalKind, DraftState } from './draft.js';

/** What the rules of access need to know of a draft. */
export interface DraftInView {
  readonly caseKind: CaseKind;
  readonly state: DraftState;
  readonly unitId: string;
  readonly authorId: string;
  /** Who saved the present revision. */
  readonly writerId: string;
  /** Who approved the content of the present revision, once somebody has. */
  readonly contentApproverId: string | null;
  /** Whether the present revision has its page. */
  readonly hasPage: boolean;
}

/** What an actor may do with one draft; sent to the page with the record. */
export interface DraftAbilities {
  readonly see: boolean;
  readonly edit: boolean;
  readonly send: boolean;
  readonly approveContent: boolean;
  readonly approveFormat: boolean;
  readonly giveBack: boolean;
  readonly submit: boolean;
}

/** An approved letter may still be changed; the change voids its approvals. */
const EDITABLE: readonly DraftState[] = ['editing', 'approved'];

/**
 * Who writes besides the unit's own people, and who approves the content besides the unit's head: reports and reminders are supervision's, a function that
 * whichever unit holds, and a leader, who may sign what answers no ticket, may approve what it says.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 11 khoản 1 (bản thảo do người có thẩm quyền ký văn bản duyệt); source letter, part 2.
 */
const BESIDES: Readonly<Record<CaseKind, { readonly write: readonly Role[]; readonly approve: readonly Role[] }>> = {
  ticket: { write: [], approve: [] },
  report: { write: ['supervisor'], approve: ['leader'] },
  reminder: { write: ['supervisor'], approve: ['leader'] },
  officerChange: { write: ['registryClerk'], approve: ['leader'] },
};

/** Who approves the content of any unit's letter of this kind, besides the head of that unit. */
export function approversBesides(caseKind: CaseKind): readonly Role[] {
  return BESIDES[caseKind].approve;
}

/** A reply is for the people who work in its unit; a letter that answers no ticket may name tickets of others, and is for the head. */
const OF_UNIT: Readonly<Record<'reply' | 'document', readonly Role[]>> = {
  reply: ['contactOfficer', 'unitHead'],
  document: ['unitHead'],
};

/**
 * The unit's officer writes, the unit head answers for the content, the format checker for the form; nobody approves what he wrote, and the two
 * approvals come from two people.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 10 đến Điều 12.
 */
export function draftAbilities(actor: Actor, draft: DraftInView): DraftAbilities {
  // A letter belongs to its unit: the author's successor continues it, and a person who has left the unit continues nothing.
  const writes = isOfItsUnit(actor, draft) || hasRole(actor, ...BESIDES[draft.caseKind].write);
  const due = approvalDueFrom(actor, draft);
  const approves = (kind: ApprovalKind): boolean => due === kind && mayApproveBesides(actor, draft, kind);
  return {
    see: isSeenBy(actor, draft),
    edit: writes && EDITABLE.includes(draft.state),
    send: writes && draft.state === 'editing' && draft.hasPage,
    approveContent: approves('content'),
    approveFormat: approves('format'),
    giveBack: due !== null,
    submit: draft.state === 'approved' && (writes || hasRole(actor, 'registryClerk')),
  };
}

function isSeenBy(actor: Actor, { caseKind, unitId }: DraftInView): boolean {
  if (hasRole(actor, 'registryClerk', 'leader', 'formatChecker', 'supervisor')) return true;
  return actor.unitId === unitId && (caseKind === 'ticket' || hasRole(actor, ...OF_UNIT.document));
}

function isOfItsUnit(actor: Actor, { caseKind, unitId }: DraftInView): boolean {
  return actor.unitId === unitId && hasRole(actor, ...OF_UNIT[caseKind === 'ticket' ? 'reply' : 'document']);
}

/** Approving is for somebody who neither began the letter, nor saved this revision, nor gave its other approval. */
export function mayApproveBesides(
  actor: Pick<Actor, 'id' | 'onBehalfOf'>,
  { authorId, writerId, contentApproverId }: Pick<DraftInView, 'authorId' | 'writerId' | 'contentApproverId'>,
  kind: ApprovalKind,
): boolean {
  const hasWritten = hasHandIn(actor, authorId) || hasHandIn(actor, writerId);
  return !hasWritten && (kind === 'content' || !hasHandIn(actor, contentApproverId));
}

/** The approval that the draft waits for, if it is this person's duty to give. */
function approvalDueFrom(actor: Actor, { state, caseKind, unitId }: DraftInView): ApprovalKind | null {
  const isHead = actor.unitId === unitId && hasRole(actor, 'unitHead');
  if (state === 'contentReview' && (isHead || hasRole(actor, ...BESIDES[caseKind].approve))) return 'content';
  if (state === 'formatReview' && hasRole(actor, 'formatChecker')) return 'format';
  return null;
}
