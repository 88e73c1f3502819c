import type { CivilDate } from '../../../../src/kernel/civil-date.js';

/** Number and date that the registry gives a letter. */
export interface RegisterEntry {
  readonly number: string;
  readonly issuedDate: CivilDate;
}

/** What stands in the three fields of the letter. */
export interface EntryText {
  readonly so: string;
  readonly ngay: string;
  readonly thang: string;
}

/**
 * Number and date as a letter shows them: a zero before numbers and days under 10, and before the months January and
 * February only.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3 và khoản 4.
 */
export function entryText({ number, issuedDate }: RegisterEntry): EntryText {
  const month = Number(issuedDate.slice(5, 7));
  return {
    so: /^\d$/u.test(number) ? `0${number}` : number,
    ngay: issuedDate.slice(8, 10),
    thang: month <= 2 ? `0${month}` : `${month}`,
  };
}
