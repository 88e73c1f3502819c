/**
 * The life of a feedback item. The words people read for each stand in docs/GLOSSARY.md and on the pages; which act leads from one to
 * another stands in ticket-acts.ts. That a ticket is late or nearly late is derived from its deadline and is no state.
 */
export const TICKET_STATES = [
  'received',
  'accepted',
  'classified',
  'assigned',
  'verifying',
  'processing',
  'waitingCoordination',
  'waitingCitizenInfo',
  'draftingReply',
  'waitingApproval',
  'answered',
  'published',
  'closed',
  'reopened',
  'returned',
  'rejected',
  'merged',
  'withdrawn',
] as const;

export type TicketState = (typeof TICKET_STATES)[number];

const OVER: readonly TicketState[] = ['answered', 'published', 'closed', 'returned', 'rejected', 'merged', 'withdrawn'];

/** States in which the citizen still waits for us. */
export const OPEN_STATES: readonly TicketState[] = TICKET_STATES.filter((state) => !OVER.includes(state));

/** States in which the lead unit has taken the ticket and the citizen still waits. */
export const IN_HAND: readonly TicketState[] = [
  'verifying',
  'processing',
  'waitingCoordination',
  'waitingCitizenInfo',
  'draftingReply',
  'waitingApproval',
];

export function isOpen(state: TicketState): boolean {
  return OPEN_STATES.includes(state);
}

/** What the citizen's words are in law. Only feedback is handled as such; the others have procedures of their own. */
export const NATURES = ['feedback', 'complaint', 'denunciation', 'stateSecret', 'emergency'] as const;

export type Nature = (typeof NATURES)[number];
