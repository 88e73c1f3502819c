import { awaitsNumber } from '../../documents/domain/arrival/arrival-number.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Stands in the place of the e-office's id of a line that was entered there by hand: there is none by which it could be named over the wire. */
export const NOT_NAMED_THERE = '';

const MAX_NUMBER = 9_999_999;

/** What a clerk says of a line that was entered in the e-office by hand. */
interface TickedEntry {
  readonly number: number;
  readonly enteredOn: CivilDate;
}

/** Whether the number of a line is to be asked for again: what came cannot stand, or the e-office gave none over the wire when the document came. */
export function mayAskAgain(line: {
  readonly arrivalNumber: number;
  readonly numberProblem: string | null;
  readonly eOfficeId: string | null;
}): boolean {
  return awaitsNumber(line) && (line.numberProblem !== null || line.eOfficeId === NOT_NAMED_THERE);
}

export function mayTickEntry(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/**
 * @param arrivalDate when the document arrived: it cannot have been entered there before
 * @throws DomainError `input-invalid` beside the field `number` or `enteredOn`
 */
export function requireEntry(
  { number, enteredOn }: { readonly number: number; readonly enteredOn: CivilDate | null },
  { arrivalDate, today }: { readonly arrivalDate: CivilDate; readonly today: CivilDate },
): TickedEntry {
  if (!Number.isInteger(number) || number < 1 || number > MAX_NUMBER) {
    throw wrong('number', 'Ghi số đến mà hệ thống quản lý văn bản cấp, bằng chữ số, từ 1 trở lên.');
  }
  if (enteredOn === null) throw wrong('enteredOn', 'Chọn ngày ghi vào sổ hệ thống quản lý văn bản.');
  if (enteredOn < arrivalDate || enteredOn > today) {
    throw wrong('enteredOn', 'Ngày ghi sổ từ ngày văn bản đến tới hôm nay.');
  }
  return { number, enteredOn };
}

function wrong(field: string, message: string): DomainError {
  return new DomainError('input-invalid', { field, message });
}
