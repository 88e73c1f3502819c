import type { Actor } from '../../src/kernel/actor.js';
import { seenTicket } from '../../src/tickets/application/reading/seen-ticket.js';
import type { ProposedWish } from '../../src/tickets/domain/decisions/proposed-decision.js';
import type { TextFor } from '../../src/tickets/domain/identity/secrecy.js';
import type { WaitingItem } from '../../src/tickets/index.js';
import { ProposedDecisionEntity } from '../../src/tickets/persistence/proposed-decision.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from './a-ticket.js';

/** Something that a clerk proposed about ticket `t-1`, whose words the actor reads so. */
export function waitingProposal(actor: Actor, text: TextFor, wish: ProposedWish): WaitingItem {
  const [id, at] = ['p-1', new Date('2026-03-18T02:00:00Z')];
  const ticket = seenTicket(actor, Object.assign(new TicketEntity(), aTicket({ id: 't-1' })), {
    ...{ sees: true, hiding: null, hidesSomebody: !text.whole, text },
  });
  const proposal = Object.assign(new ProposedDecisionEntity(), {
    ...{ id, ticketId: ticket.id, act: wish.act, wish, state: 'proposed' },
    ...{ proposedById: 'vanthu', proposedByName: 'Phạm Minh Tuệ', proposedAt: at },
    ...{ decidedById: null, decidedByName: null, decidedAt: null, reason: null },
  });
  return { kind: 'proposal', id, at, ticket, proposal };
}
