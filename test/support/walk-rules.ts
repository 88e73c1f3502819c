import type { DomainErrorCode } from '../../src/kernel/domain-error.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { PersonAct } from './walk-acts.js';

/** Acts that ask for no words, so that there is nothing to get wrong. */
export const WITHOUT_INPUT: ReadonlySet<PersonAct> = new Set([
  'accept',
  'unitAccept',
  'beginReply',
  'dropReply',
  'coordinationOver',
  'close',
]);

/** Why a use case may refuse an act that the table allows: what it asks beyond the ticket's own row. */
export const ALSO_REFUSED: Readonly<Partial<Record<PersonAct, readonly DomainErrorCode[]>>> = {
  complete: ['ticket-identity-withheld'],
  split: ['ticket-identity-withheld'],
  assign: ['letter-under-way', 'ticket-act-barred', 'input-invalid'],
  askCoordination: ['input-invalid'],
  coordinate: ['ticket-act-barred'],
  undo: ['ticket-act-barred'],
  issueAnswerPage: ['ticket-act-barred'],
  revokeAnswerPage: ['not-found', 'ticket-act-barred'],
  grantExtension: ['ticket-act-barred'],
  merge: ['input-invalid', 'letter-under-way'],
  proposeAnswer: ['letter-under-way'],
  beginReply: ['letter-under-way'],
  divert: ['letter-under-way'],
  dropReply: ['letter-under-way', 'ticket-act-barred'],
  return: ['letter-under-way', 'ticket-act-barred'],
  reject: ['letter-under-way', 'ticket-act-barred'],
  rejectUnfounded: ['letter-under-way', 'ticket-act-barred'],
  withdraw: ['letter-under-way', 'ticket-act-barred'],
};

/** Without `rejectUnfounded`, which is seldom possible as it is. */
export const ENDS: ReadonlySet<PersonAct> = new Set(['return', 'reject', 'divert', 'merge', 'withdraw', 'split']);

/** What may be done in nearly every state and brings no ticket on; as seldom, or little else would be done. */
export const ASIDE: ReadonlySet<PersonAct> = new Set(['remindHolder', 'undo']);

/** What brings a ticket on from each state, the first that is possible. */
export const TOWARDS_AN_END: Readonly<Partial<Record<TicketEntity['state'], readonly PersonAct[]>>> = {
  received: ['accept'],
  accepted: ['assign', 'reject'],
  classified: ['assign', 'reject'],
  reopened: ['unitAccept', 'assign', 'reject'],
  assigned: ['unitAccept'],
  verifying: ['proposeAnswer'],
  processing: ['proposeAnswer'],
  waitingCoordination: ['coordinationOver'],
  waitingCitizenInfo: ['citizenReplied'],
  waitingApproval: ['approveAnswer'],
};
