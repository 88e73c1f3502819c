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
  /** Everybody who has saved a revision of it; null where that was not kept. */
  readonly writerIds: readonly string[] | null;
  /** Who approved the content of the present revision, once somebody has. */
  readonly contentApproverId: string | null;
  /** Whether the present revision has its page. */
  readonly hasPage: boolean;
}

/** What an actor may do with one draft; sent to the page with the record. */
export interface DraftAbilities {
  readonly see: boolean;
  readonly edit: boolean;
  /** Whether its form saves itself: what voids approvals, or makes an approver a writer, is done by pressing alone. */
  readonly saveByItself: boolean;
  readonly send: boolean;
  readonly approveContent: boolean;
  readonly approveFormat: boolean;
  readonly giveBack: boolean;
  readonly submit: boolean;
}

/** An approved letter may still be changed; the change voids its approvals. */
const EDITABLE: readonly DraftState[] = ['editing', 'approved'];

/** Who may do what with the letters of a kind of case. */
interface CaseAccess {
  /** Who of its unit writes it. */
  readonly ofUnit: readonly Role[];
  /** Whether everybody of its unit reads it; otherwise those who write it. */
  readonly openToUnit: boolean;
  /** Who writes it besides the unit's own people. */
  readonly write: readonly Role[];
  /** Who approves its content besides the unit's head. */
  readonly approve: readonly Role[];
}

/** Those who draft in their unit what stands by itself: contact officer, head, registry, Office. */
export const DRAFTERS: readonly Role[] = ['contactOfficer', 'unitHead', 'registryClerk', 'formatChecker'];

/** Who keeps the texts that a unit puts into its letters again and again. */
export function mayKeepStandardTexts(actor: Actor): boolean {
  return actor.unitId !== null && hasRole(actor, ...DRAFTERS);
}

const OWN: CaseAccess = { ofUnit: DRAFTERS, openToUnit: true, write: [], approve: ['leader'] };

/** A letter that may name tickets of others: for the head of its unit. */
const OF_HEAD: CaseAccess = { ofUnit: ['unitHead'], openToUnit: false, write: [], approve: ['leader'] };

/**
 * A reply is for the people who work in its unit, and its head approves it. Reports and reminders are supervision's, a function that whichever unit holds;
 * a leader, who may sign what answers no ticket, may approve what it says.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 11 khoản 1 (bản thảo do người có thẩm quyền ký văn bản duyệt); source letter, part 2.
 */
const ACCESS: Readonly<Record<CaseKind, CaseAccess>> = {
  ticket: { ofUnit: ['contactOfficer', 'unitHead'], openToUnit: true, write: [], approve: [] },
  ticketDocument: OWN,
  incoming: OWN,
  document: OWN,
  report: { ...OF_HEAD, write: ['supervisor'] },
  reminder: { ...OF_HEAD, write: ['supervisor'] },
  officerChange: { ...OF_HEAD, write: ['registryClerk'] },
  commendation: { ...OF_HEAD, write: ['registryClerk', 'formatChecker'] },
};

/** Who approves the content of any unit's letter of this kind, besides the head of that unit. */
export function approversBesides(caseKind: CaseKind): readonly Role[] {
  return ACCESS[caseKind].approve;
}

/**
 * The unit's officer writes, the unit head answers for the content, the format checker for the form; nobody approves what he wrote, and the two
 * approvals come from two people.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 10 đến Điều 12.
 */
export function draftAbilities(actor: Actor, draft: DraftInView): DraftAbilities {
  // A letter belongs to its unit: the author's successor continues it, and a person who has left the unit continues nothing.
  const writes = isOfItsUnit(actor, draft) || hasRole(actor, ...ACCESS[draft.caseKind].write);
  const due = approvalDueFrom(actor, draft);
  const approves = (kind: ApprovalKind): boolean => due === kind && mayApproveBesides(actor, draft, kind);
  return {
    see: isSeenBy(actor, draft),
    edit: writes && EDITABLE.includes(draft.state),
    saveByItself: writes && draft.state === 'editing' && !couldStillApprove(actor, draft),
    send: writes && draft.state === 'editing' && draft.hasPage,
    approveContent: approves('content'),
    approveFormat: approves('format'),
    giveBack: due !== null,
    submit: draft.state === 'approved' && (writes || hasRole(actor, 'registryClerk')),
  };
}

function isSeenBy(actor: Actor, { caseKind, unitId }: DraftInView): boolean {
  if (hasRole(actor, 'registryClerk', 'leader', 'formatChecker', 'supervisor')) return true;
  const { openToUnit, ofUnit } = ACCESS[caseKind];
  return actor.unitId === unitId && (openToUnit || hasRole(actor, ...ofUnit));
}

function isOfItsUnit(actor: Actor, { caseKind, unitId }: DraftInView): boolean {
  return actor.unitId === unitId && hasRole(actor, ...ACCESS[caseKind].ofUnit);
}

/** The approver has neither begun the letter, nor saved any revision of it, nor gave its other approval. */
export function mayApproveBesides(
  actor: Pick<Actor, 'id' | 'onBehalfOf'>,
  { contentApproverId, ...written }: Pick<DraftInView, 'authorId' | 'writerId' | 'writerIds' | 'contentApproverId'>,
  kind: ApprovalKind,
): boolean {
  const writers = [written.authorId, written.writerId, ...(written.writerIds ?? [])];
  const hasWritten = writers.some((id) => hasHandIn(actor, id));
  return !hasWritten && (kind === 'content' || !hasHandIn(actor, contentApproverId));
}

/** Whether an approval of this draft can fall to this person, who has not written in it yet: a stray key must not take it away. */
function couldStillApprove(actor: Actor, draft: DraftInView): boolean {
  return (
    (approvesContent(actor, draft) || hasRole(actor, 'formatChecker')) && mayApproveBesides(actor, draft, 'content')
  );
}

function approvesContent(actor: Actor, { caseKind, unitId }: DraftInView): boolean {
  const isHead = actor.unitId === unitId && hasRole(actor, 'unitHead');
  return isHead || hasRole(actor, ...ACCESS[caseKind].approve);
}

/** The approval that the draft waits for, if it is this person's duty to give. */
function approvalDueFrom(actor: Actor, draft: DraftInView): ApprovalKind | null {
  if (draft.state === 'contentReview' && approvesContent(actor, draft)) return 'content';
  if (draft.state === 'formatReview' && hasRole(actor, 'formatChecker')) return 'format';
  return null;
}
