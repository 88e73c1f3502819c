import type { Actor } from '../../src/kernel/actor.js';
import type { Guard, TicketInView } from '../../src/tickets/domain/guards.js';
import { TICKET_ACTS, type ActName } from '../../src/tickets/domain/ticket-acts.js';
import type { TicketState } from '../../src/tickets/domain/ticket-state.js';
import { aTicket } from './a-ticket.js';

export const NOW = new Date('2026-03-13T02:00:00Z');
export const LATER = new Date('2026-03-20T10:30:00Z');
export const EARLIER = new Date('2026-03-12T02:00:00Z');
export const HEAD: Actor = { id: 'head', name: 'Thủ trưởng đơn vị', unitId: 'u', roles: ['unitHead'] };

/** The facts under which each condition holds. */
export const HOLDS: TicketInView = aTicket({
  id: 't',
  leadUnitId: 'u',
  officerId: 'officer',
  acceptBy: LATER,
  dueAt: LATER,
  extensionsLeft: 1,
  ratingEndsAt: LATER,
  reopenEndsAt: LATER,
});

const MET: Readonly<Record<Guard, Partial<TicketInView>>> = {
  isFeedback: {},
  assignedWhereDue: {},
  withinUnitAcknowledge: {},
  notAskedBefore: {},
  informationHasLapsed: { informationLapsed: true },
  beforeDue: {},
  extensionLeft: {},
  noExtensionAsked: {},
  extensionAsked: { extensionAskedById: 'officer' },
  askedByAnother: { extensionAskedById: 'officer' },
  noAnswerProposed: {},
  ownSenderWaits: {},
  evidenced: { evidence: 'files' },
  notEvidenced: { evidence: null },
  answerProposed: { answerProposedById: 'officer' },
  proposedByAnother: { answerProposedById: 'officer' },
  notPublished: {},
  noPublicationAsked: {},
  publicationAsked: { publicationAskedById: 'officer' },
  publicationAskedByAnother: { publicationAskedById: 'officer' },
  ratingOpen: {},
  notRated: {},
  reopeningOpen: {},
  ratingOver: { ratingEndsAt: EARLIER },
};

/** A ticket in that state for which every condition of the act holds. */
export function ready(name: ActName, state: TicketState): TicketInView {
  return Object.assign({}, HOLDS, { state }, ...TICKET_ACTS[name].guards.map((guard) => MET[guard])) as TicketInView;
}
