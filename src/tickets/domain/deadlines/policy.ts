import { deskOf, hasRole, SYSTEM, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { GUARD_WORDS, GUARDS, type Attempt, type Guard, type TicketInView } from '../guards.js';
import { PARTIES, type Party } from '../identity/parties.js';
import { TICKET_ACTS, type ActName } from '../ticket-acts.js';
import type { TicketState } from '../ticket-state.js';

export type { TicketInView } from '../guards.js';

/** Why an act is not possible: not from this state, not for this person, or a condition that is not met. */
export type Barrier = 'state' | 'party' | Guard;

/** Those who see every unit's tickets: registry, leaders, supervision, form checkers. */
export function seesEveryUnit(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'leader', 'supervisor', 'formatChecker');
}

/** Whose tickets an actor sees, in lists as on their pages: every unit's, those of the own unit where one works on tickets, or none. */
export function visibleUnits(actor: Actor): 'every' | readonly string[] {
  if (seesEveryUnit(actor)) return 'every';
  return worksOnTickets(actor) && actor.unitId !== null ? [actor.unitId] : [];
}

/**
 * Whether the lists of an actor may look otherwise once a ticket has moved. It decides whose page looks again, and nothing of what is seen there.
 *
 * @param unitIds units that have a hand in the ticket or had one
 */
export function mayMoveListsOf(actor: Actor, unitIds: readonly string[]): boolean {
  const visible = visibleUnits(actor);
  return visible === 'every' || visible.some((id) => unitIds.includes(id));
}

/** In what capacities an actor meets a ticket. */
export function partiesOf(
  actor: Actor,
  ticket: Pick<TicketInView, 'leadUnitId' | 'officerId' | 'coordinators'>,
): readonly Party[] {
  const ownUnit = actor.unitId !== null && actor.unitId === ticket.leadUnitId;
  const held: Readonly<Record<Party, boolean>> = {
    registry: hasRole(actor, 'registryClerk'),
    leader: hasRole(actor, 'leader'),
    supervisor: hasRole(actor, 'supervisor'),
    officer: deskOf(actor) === ticket.officerId,
    unitHead: ownUnit && hasRole(actor, 'unitHead'),
    coordinator: helps(actor, ticket.coordinators),
    system: actor.id === SYSTEM.id,
  };
  return PARTIES.filter((party) => held[party]);
}

/** What stands in the way of an act; null when nothing does. */
export function barrierOf(name: ActName, attempt: Attempt): Barrier | null {
  const { moves, by, guards } = TICKET_ACTS[name];
  if (moves[attempt.ticket.state] === undefined) return 'state';
  if (!by.some((party) => attempt.parties.includes(party))) return 'party';
  return guards.find((guard) => !GUARDS[guard](attempt)) ?? null;
}

/** @returns the state the act leads to @throws DomainError `ticket-transition-refused`, `forbidden`, `ticket-act-barred` */
export function requireAct(name: ActName, attempt: Attempt): TicketState {
  const barrier = barrierOf(name, attempt);
  const target = TICKET_ACTS[name].moves[attempt.ticket.state];
  if (barrier === 'state' || target === undefined) {
    throw new DomainError('ticket-transition-refused', { act: name, from: attempt.ticket.state });
  }
  if (barrier === 'party') throw new DomainError('forbidden', { act: name });
  if (barrier !== null)
    throw new DomainError('ticket-act-barred', { act: name, guard: barrier, message: GUARD_WORDS[barrier] });
  return target;
}

/** A ticket goes back only to where the act that is taken back could have begun. @throws DomainError `ticket-transition-refused` */
export function requireCameFrom(before: TicketState, undone: ActName, present: TicketState): TicketState {
  if (TICKET_ACTS[undone].moves[before] === present) return before;
  throw new DomainError('ticket-transition-refused', { act: 'undo', from: present });
}

/** Whether an actor may see a ticket at all: its unit's people, those who were asked to help, those who see every unit, and the system itself. */
export function seesTicket(actor: Actor, ticket: Pick<TicketInView, 'leadUnitId' | 'coordinators'>): boolean {
  const visible = visibleUnits(actor);
  if (visible === 'every' || actor.id === SYSTEM.id) return true;
  return (ticket.leadUnitId !== null && visible.includes(ticket.leadUnitId)) || helps(actor, ticket.coordinators);
}

function helps(actor: Actor, coordinators: readonly string[]): boolean {
  return worksOnTickets(actor) && actor.unitId !== null && coordinators.includes(actor.unitId);
}

function worksOnTickets(actor: Actor): boolean {
  return hasRole(actor, 'contactOfficer', 'unitHead');
}
