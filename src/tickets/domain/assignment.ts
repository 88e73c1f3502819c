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
    message: 'Thủ trưởng đơn vị giao lại trong đơn vị mình. Việc không thuộc đơn vị thì không nhận, có nêu lý do.',
  });
}

/**
 * A commune's unit is asked, through its People's Committee, and not told to lead: the lead unit answers the citizen for the department.
 *
 * @param isCommanded whether the unit is one of the department
 * @throws DomainError `input-invalid`
 *
 * Source: Luật 72/2025/QH15, two tiers since 01/7/2025; Thông tư 15/2025/TT-BGDĐT (unconfirmed).
 */
export function requireMayLead({ name }: { readonly name: string }, isCommanded: boolean): void {
  if (isCommanded) return;
  throw new DomainError('input-invalid', {
    field: 'unitId',
    message: `${name} thuộc Ủy ban nhân dân cấp xã, Sở không giao việc mà đề nghị phối hợp. Chọn đơn vị của Sở chủ trì, rồi xin ý kiến đơn vị này.`,
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
