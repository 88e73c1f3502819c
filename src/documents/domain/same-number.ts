import { AWAITED, awaitsNumber } from './arrival/arrival-number.js';
import { yearOf, type CivilDate } from '../../kernel/civil-date.js';

/** What stands in the register in the place of a number that nobody gave. */
export const NO_NUMBER = 'Không số';

/** Whose number a document bears. */
export interface Numbered {
  readonly id: string;
  readonly senderCode: string;
  readonly code: string;
  readonly issuedDate: CivilDate;
}

/**
 * Whether two documents bear one number and symbol of one agency: one of them was sent twice, or wrongly numbered. Every agency starts again each
 * year, so numbers of different years are different numbers.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục VI, phần III.
 */
export function bearSameNumber(one: Numbered, other: Numbered): boolean {
  return (
    one.id !== other.id &&
    one.code !== NO_NUMBER &&
    one.code === other.code &&
    one.senderCode === other.senderCode &&
    yearOf(one.issuedDate) === yearOf(other.issuedDate)
  );
}

/** `Trùng số, ký hiệu với văn bản đến số 12, 15`; those that wait for their number come last. */
export function sameNumberWords(arrivalNumbers: readonly number[]): string {
  const known = arrivalNumbers.filter((arrivalNumber) => !awaitsNumber({ arrivalNumber }));
  const parts = [
    ...(known.length === 0 ? [] : [`số ${known.join(', ')}`]),
    ...(known.length === arrivalNumbers.length ? [] : [AWAITED]),
  ];
  return `Trùng số, ký hiệu với văn bản đến ${parts.join(', ')}`;
}

/** `Công văn số 41/SNV-CCHC`, `Đơn` for one without a number: as sentences name a document. */
export function typeAndCode({ typeName, code }: { readonly typeName: string; readonly code: string }): string {
  return /\d/u.test(code) ? `${typeName} số ${code}` : typeName;
}
