import type { DraftState } from '../../drafting/domain/draft.js';
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

/** Those who see every unit's tickets: registry, leaders, supervision, form checkers. */
export function seesEveryUnit(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'leader', 'supervisor', 'formatChecker');
}

/** Whose tickets an actor sees, in lists as on their pages: every unit's, those of the own unit where one works on tickets, or none. */
export function visibleUnits(actor: Actor): 'every' | readonly string[] {
  if (seesEveryUnit(actor)) return 'every';
  return actor.unitId !== null && hasRole(actor, 'contactOfficer', 'unitHead') ? [actor.unitId] : [];
}

function seesUnit(actor: Actor, unitId: string | null): boolean {
  const visible = visibleUnits(actor);
  return visible === 'every' || (unitId !== null && visible.includes(unitId));
}

export function ticketAbilities(actor: Actor, ticket: TicketInView): TicketAbilities {
  const ownUnit = actor.unitId !== null && actor.unitId === ticket.leadUnitId;
  const handles = ticket.officerId === actor.id || (ownUnit && hasRole(actor, 'unitHead'));
  const works = handles && isInHand(ticket.state);
  return {
    see: seesUnit(actor, ticket.leadUnitId),
    assign: mayTicketMove(ticket.state, 'assigned') && mayHandOver(actor, ownUnit),
    accept: ticket.state === 'assigned' && handles,
    note: works,
    draft: works && ticket.state !== 'waitingApproval',
  };
}

/** The unit has taken the ticket and the citizen still waits. */
function isInHand(state: TicketState): boolean {
  return isOpen(state) && !['received', 'accepted', 'assigned'].includes(state);
}

function mayHandOver(actor: Actor, ownUnit: boolean): boolean {
  return hasRole(actor, 'registryClerk', 'leader') || (ownUnit && hasRole(actor, 'unitHead'));
}

/**
 * What becomes of a ticket's letter when the ticket is handed over. Colleagues of one unit go on with it; another unit writes its own, so one that
 * is still being written is withdrawn, and one that has gone to be approved or signed holds the ticket where it is.
 *
 * @param letter the state of the letter that was not given up; null when there is none
 */
export function letterOnHandOver(
  letter: DraftState | null,
  sameUnit: boolean,
): 'none' | 'stays' | 'withdrawn' | 'refused' {
  if (letter === null) return 'none';
  if (sameUnit) return 'stays';
  return letter === 'editing' ? 'withdrawn' : 'refused';
}
