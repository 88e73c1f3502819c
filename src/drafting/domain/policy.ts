import { hasRole, type Actor } from '../../kernel/actor.js';
import type { DraftState } from './draft.js';

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

/**
 * The author writes, the unit head answers for the content, the format checker for the form; nobody approves what he wrote.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 10 đến Điều 12.
 */
export function draftAbilities(actor: Actor, draft: DraftInView): DraftAbilities {
  const ownUnit = actor.unitId === draft.unitId;
  const isAuthor = actor.id === draft.authorId;
  const writes = isAuthor || (ownUnit && hasRole(actor, 'contactOfficer', 'unitHead'));
  const headsUnit = ownUnit && hasRole(actor, 'unitHead');
  const approveContent = draft.state === 'contentReview' && headsUnit && !isAuthor;
  const approveFormat = draft.state === 'formatReview' && hasRole(actor, 'formatChecker') && !isAuthor;
  return {
    see: ownUnit || hasRole(actor, 'registryClerk', 'leader', 'formatChecker', 'supervisor'),
    edit: ['editing', 'approved'].includes(draft.state) && writes,
    send: draft.state === 'editing' && draft.hasPage && writes,
    approveContent,
    approveFormat,
    giveBack: approveContent || approveFormat,
    submit: draft.state === 'approved' && (isAuthor || hasRole(actor, 'registryClerk')),
  };
}
