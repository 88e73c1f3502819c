import { hasRole, type Actor } from '../../kernel/actor.js';
import { isOpen, mayTicketMove, type TicketState } from './ticket-state.js';

/** What the rules of access need to know of a ticket. */
export interface TicketInView {
  readonly state: TicketState;
  readonly leadUnitId: string | null;
  readonly officerId: string | null;
}

/** What an actor may do with one ticket; sent to the page with the record, so that the page repeats no rule. */
export interface TicketAbilities {
  readonly see: boolean;
  readonly assign: boolean;
  readonly accept: boolean;
  readonly note: boolean;
  readonly draft: boolean;
}

/** Those who see every unit's tickets: registry, leaders, supervision, form checkers. Others see their own unit's. */
export function seesEveryUnit(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'leader', 'supervisor', 'formatChecker');
}

export function ticketAbilities(actor: Actor, ticket: TicketInView): TicketAbilities {
  const ownUnit = actor.unitId !== null && actor.unitId === ticket.leadUnitId;
  const handles = ticket.officerId === actor.id || (ownUnit && hasRole(actor, 'unitHead'));
  const works = handles && isInHand(ticket.state);
  return {
    see: seesEveryUnit(actor) || (ownUnit && hasRole(actor, 'contactOfficer', 'unitHead')),
    assign: mayTicketMove(ticket.state, 'assigned') && mayHandOver(actor, ownUnit),
    accept: ticket.state === 'assigned' && handles,
    note: works,
    draft: works && mayTicketMove(ticket.state, 'draftingReply'),
  };
}

/** The unit has taken the ticket and the citizen still waits. */
function isInHand(state: TicketState): boolean {
  return isOpen(state) && !['received', 'accepted', 'assigned'].includes(state);
}

function mayHandOver(actor: Actor, ownUnit: boolean): boolean {
  return hasRole(actor, 'registryClerk', 'leader') || (ownUnit && hasRole(actor, 'unitHead'));
}
