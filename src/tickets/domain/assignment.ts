import { DomainError } from '../../kernel/domain-error.js';
import type { TicketInView } from './guards.js';
import type { Party } from './identity/parties.js';
import type { TextLengths } from './required-text.js';

/** Of what the assigner writes to those who handle the ticket (bút phê); it may be left out. */
export const DIRECTIVE_LENGTHS: TextLengths = { shortest: 0, longest: 2000 };

/** Of why a unit does not take a ticket: enough for the assigner to find the right one. */
export const DECLINE_LENGTHS: TextLengths = { shortest: 20, longest: 1000 };

/**
 * A unit's head shares out the unit's own tickets among its officers. To hand one to another unit is the desk's: what the unit cannot do it
 * declines, with its reason.
 *
 * @throws DomainError `ticket-act-barred`
 */
export function requireHandOver(
  parties: readonly Party[],
  { leadUnitId }: Pick<TicketInView, 'leadUnitId'>,
  unitId: string,
): void {
  if (unitId === leadUnitId || parties.some((party) => HANDS_OUT.includes(party))) return;
  throw new DomainError('ticket-act-barred', {
    act: 'assign',
    field: 'unitId',
    message: 'Trưởng đơn vị giao lại trong đơn vị mình. Việc không thuộc đơn vị thì không nhận, có nêu lý do.',
  });
}

const HANDS_OUT: readonly Party[] = ['registry', 'leader', 'supervisor'];

/**
 * How the time to accept or decline stands after a hand-over. `begins`: another unit has been asked. `goesOn`: the unit has not answered yet, and
 * handing the ticket round inside it wins no time. `taken`: the unit has taken it; its new officer confirms, and declining is over.
 */
export type Acceptance = 'begins' | 'goesOn' | 'taken';

export function acceptanceAfter(
  { leadUnitId, acceptBy }: Pick<TicketInView, 'leadUnitId' | 'acceptBy'>,
  unitId: string,
): Acceptance {
  if (unitId !== leadUnitId) return 'begins';
  return acceptBy === null ? 'taken' : 'goesOn';
}

/**
 * A form that weighs what a ticket holds says which version it was drawn from; of two people who decide at once, the second looks again.
 *
 * @param seen left out where the act does not depend on what else has happened
 * @throws DomainError `changed-meanwhile`
 */
export function requireAsSeen({ id, version }: { readonly id: string; readonly version: number }, seen?: number): void {
  if (seen !== undefined && seen !== version) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
}
