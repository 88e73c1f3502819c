import type { CivilDate } from '../../../kernel/civil-date.js';

/**
 * The day of the month as a letter prints it: `05`, `15`. Below ten a zero stands before it.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4 (ô số 4).
 */
export function dayInLetter(day: CivilDate): string {
  return day.slice(8, 10);
}

/**
 * The month as a letter prints it: a zero stands before January and February alone (`01`, `02`, `3` … `12`),
 * so that nobody can make 10, 11 or 12 out of them.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.4 (ô số 4).
 */
export function monthInLetter(day: CivilDate): string {
  const month = Number(day.slice(5, 7));
  return month <= 2 ? `0${month}` : String(month);
}

/** `ngày 05 tháng 01 năm 2026`. */
export function longDate(day: CivilDate): string {
  return `ngày ${dayInLetter(day)} tháng ${monthInLetter(day)} năm ${day.slice(0, 4)}`;
}

/** `05/01/2026`, `12/3/2026`: a date inside a sentence or a citation, by the same rule for zeros. */
export function shortDate(day: CivilDate): string {
  return `${dayInLetter(day)}/${monthInLetter(day)}/${day.slice(0, 4)}`;
}
