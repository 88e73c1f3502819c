import { hasRole, type Actor } from '../../kernel/actor.js';
import type { ApprovalKind, DraftState } from './draft.js';

/** What the rules of access need to know of a draft. */
export interface DraftInView {
  readonly state: DraftState;
  readonly unitId: string;
  readonly authorId: string;
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
 * The author writes, the unit head answers for the content, the format checker for the form; nobody approves what he wrote.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 10 đến Điều 12.
 */
export function draftAbilities(actor: Actor, draft: DraftInView): DraftAbilities {
  const ownUnit = actor.unitId === draft.unitId;
  const isAuthor = actor.id === draft.authorId;
  const writes = isAuthor || (ownUnit && hasRole(actor, 'contactOfficer', 'unitHead'));
  const approval = isAuthor ? null : approvalDueFrom(actor, draft, ownUnit);
  return {
    see: ownUnit || hasRole(actor, 'registryClerk', 'leader', 'formatChecker', 'supervisor'),
    edit: writes && EDITABLE.includes(draft.state),
    send: writes && draft.state === 'editing' && draft.hasPage,
    approveContent: approval === 'content',
    approveFormat: approval === 'format',
    giveBack: approval !== null,
    submit: draft.state === 'approved' && (isAuthor || hasRole(actor, 'registryClerk')),
  };
}

/** The approval that the draft waits for, if it is this person's to give. */
function approvalDueFrom(actor: Actor, { state }: DraftInView, ownUnit: boolean): ApprovalKind | null {
  if (state === 'contentReview' && ownUnit && hasRole(actor, 'unitHead')) return 'content';
  if (state === 'formatReview' && hasRole(actor, 'formatChecker')) return 'format';
  return null;
}
