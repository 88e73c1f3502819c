import { DomainError } from '../../kernel/domain-error.js';
import type { Person, StaffDirectory, Unit } from '../../organisation/index.js';
import { DIRECTIVE_LENGTHS, requireMayLead } from '../domain/assignment.js';
import { requireText } from '../domain/required-text.js';

/** To whom somebody wishes to hand a ticket, and what is written to them. */
export interface WishedReceiver {
  readonly unitId: string;
  readonly officerId: string;
  readonly directive?: string;
}

export interface SoundReceiver {
  readonly unit: Unit;
  readonly officer: Person;
  /** Empty where nothing is written. */
  readonly directive: string;
}

/** Who may be handed a ticket, regardless of who decides. @throws DomainError `not-found`, `input-invalid`, `ticket-unit-has-no-officer` */
export async function soundReceiver(
  staff: StaffDirectory,
  { unitId, officerId, directive = '' }: WishedReceiver,
): Promise<SoundReceiver> {
  const unit = await staff.unit(unitId);
  requireMayLead(unit, await staff.commands(unitId));
  const officer = (await staff.contactOfficers(unitId)).find(({ id }) => id === officerId);
  if (!officer) throw new DomainError('ticket-unit-has-no-officer', { unit: unit.code });
  return { unit, officer, directive: requireText('directive', directive, DIRECTIVE_LENGTHS) };
}
