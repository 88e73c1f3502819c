import { DomainError } from '../../kernel/domain-error.js';

/**
 * The life of a feedback item. The words people read for each stand in docs/GLOSSARY.md and on the pages. A reply that is out answers the
 * ticket wherever it stands: the citizen has it.
 */
export const TICKET_STATES = [
  'received',
  'accepted',
  'assigned',
  'verifying',
  'processing',
  'draftingReply',
  'waitingApproval',
  'answered',
  'closed',
  'returned',
] as const;

export type TicketState = (typeof TICKET_STATES)[number];

const NEXT: Readonly<Record<TicketState, readonly TicketState[]>> = {
  received: ['accepted', 'assigned', 'answered', 'returned'],
  accepted: ['assigned', 'answered', 'returned'],
  assigned: ['assigned', 'verifying', 'answered', 'returned'],
  verifying: ['assigned', 'verifying', 'processing', 'draftingReply', 'waitingApproval', 'answered'],
  processing: ['assigned', 'processing', 'draftingReply', 'waitingApproval', 'answered'],
  draftingReply: ['assigned', 'draftingReply', 'processing', 'waitingApproval', 'answered'],
  waitingApproval: ['draftingReply', 'waitingApproval', 'answered'],
  answered: ['closed'],
  closed: [],
  returned: [],
};

export function mayTicketMove(from: TicketState, to: TicketState): boolean {
  return NEXT[from].includes(to);
}

/** @throws DomainError `ticket-transition-refused` */
export function requireTicketMove(from: TicketState, to: TicketState): void {
  if (!mayTicketMove(from, to)) throw new DomainError('ticket-transition-refused', { from, to });
}

/** States in which the citizen still waits for us. */
export const OPEN_STATES: readonly TicketState[] = TICKET_STATES.filter(
  (state) => !['answered', 'closed', 'returned'].includes(state),
);

export function isOpen(state: TicketState): boolean {
  return OPEN_STATES.includes(state);
}
