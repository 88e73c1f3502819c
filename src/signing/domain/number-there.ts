import { dayWords } from '../../documents/domain/day-words.js';
import type { CivilDate } from '../../kernel/civil-date.js';

/** Number and date under which the e-office has a letter. */
export interface EOfficeEntry {
  readonly number: string;
  readonly notation: string;
  readonly issuedDate: CivilDate | null;
}

/** The number that our register gave the letter and the e-office was told. */
export interface OwnEntry {
  readonly number: number;
  readonly notation: string;
}

/** Length of the column. */
export const NUMBER_THERE_LENGTH = 120;

/**
 * The number that the e-office gave a letter by itself, which our register numbers: two numbers for one letter. Null where it has none, or ours.
 *
 * @param here null while our register has given none
 * @returns `05/SGDĐT-VP, 18/03/2026`
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 15: a document has one number.
 */
export function numberGivenThere(there: EOfficeEntry | undefined, here: OwnEntry | null): string | null {
  if (there === undefined || isOurs(there, here)) return null;
  const { number, notation, issuedDate } = there;
  const code = notation === '' ? number : `${number}/${notation}`;
  return (issuedDate === null ? code : `${code}, ${dayWords(issuedDate)}`).slice(0, NUMBER_THERE_LENGTH);
}

function isOurs({ number, notation }: EOfficeEntry, here: OwnEntry | null): boolean {
  if (here === null || Number(number) !== here.number) return false;
  return notation === '' || notation === here.notation;
}
