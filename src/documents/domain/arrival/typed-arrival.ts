import { hasRole, type Actor } from '../../../kernel/actor.js';
import { isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { invalidField } from '../../../kernel/typed-text.js';
import { isConfirmedNumber, numberIn, type GivenNumber, type NumberFault } from '../given-number.js';

/** Number and day that a clerk read in the e-office's incoming book, as they were typed. */
export interface TypedArrival {
  readonly number: string;
  readonly arrivalDate: string;
  /** The number that was asked about; empty where none was. */
  readonly confirmed: string;
}

export function mayEnterArrivalNumber(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** @throws DomainError `forbidden`; `input-invalid` beside `number` or `arrivalDate` */
export function requireArrivalNumber(actor: Actor, typed: TypedArrival): GivenNumber {
  if (!mayEnterArrivalNumber(actor)) throw new DomainError('forbidden', { ability: 'enterArrivalNumber' });
  const number = numberIn(typed.number.trim());
  if (number === null) throw invalidField('number', 'Ghi số đến bằng chữ số, như trên hệ thống quản lý văn bản: 513.');
  const source = { by: 'clerk' as const, name: actor.name };
  const isConfirmed = isConfirmedNumber(number, typed.confirmed);
  return { number, issuedDate: requireDay(typed.arrivalDate), source, isConfirmed };
}

function requireDay(text: string): CivilDate {
  if (isCivilDate(text)) return text;
  throw invalidField('arrivalDate', 'Ghi ngày đến như trên hệ thống quản lý văn bản.');
}

/** What stands against a number, beside the field in which a clerk typed it. */
export function refusedArrival({ field, sentence }: NumberFault): DomainError {
  return invalidField(field === 'issuedDate' ? 'arrivalDate' : field, sentence);
}
