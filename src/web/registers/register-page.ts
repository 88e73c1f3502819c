import { isYearOver } from '../../documents/domain/register-closing.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { BookYears } from './book-acts.js';
import type { IntegrityView } from '../signing/integrity.js';
import { count } from '../kit/words/numbers.js';

/** Lines on one page of a register. */
export const REGISTER_PAGE = 50;

/** Where a page of a register stands among its numbers. */
export interface RegisterSpan {
  readonly book: 'di' | 'den' | 'theo-doi' | 'sao';
  readonly year: number;
  /** Largest and smallest number on the page; null when it is empty. */
  readonly top: number | null;
  readonly bottom: number | null;
  /** The last number that was given. */
  readonly last: number;
}

/** `Số 512 đến 508 trên 512.`, with the ways to older and newer numbers. */
export function pagingOf({ book, year, top, bottom, last }: RegisterSpan): {
  readonly range: string;
  readonly olderHref: string | null;
  readonly newerHref: string | null;
} {
  const href = (number: number): string => `/so-van-ban/${book}?nam=${String(year)}&den-so=${String(number)}`;
  if (top === null || bottom === null) return { range: '', olderHref: null, newerHref: null };
  return {
    range: `Số ${count(top)} đến ${count(bottom)} trên ${count(last)}.`,
    olderHref: bottom > 1 ? href(bottom - 1) : null,
    newerHref: top < last ? href(Math.min(top + REGISTER_PAGE, last)) : null,
  };
}

interface BookCounts {
  readonly year: number;
  readonly lines: number;
  /** The last number that was given. */
  readonly last: number;
  readonly voids: number;
}

/** A book is whole when it holds a line for every number that was given; once its year is over it gives none. */
export function integrityView({ year, lines, last, voids }: BookCounts, now: Date): IntegrityView {
  const intact = lines === last;
  const voidWords = voids === 0 ? '' : `, ${count(voids)} số hủy`;
  const whole = last === 0 ? 'chưa cấp số nào' : `số 1 đến ${count(last)} đủ${voidWords}`;
  const words = intact ? whole : `đã cấp ${count(last)} số nhưng sổ có ${count(lines)} dòng`;
  return { intact, words, next: isYearOver(year, civilDateOf(now)) ? null : String(last + 1) };
}

/** The years to choose from, newest first; the one shown among them. */
export function yearsOfBook(year: number, years: readonly number[]): BookYears {
  const all = [...new Set([year, ...years])].sort((a, b) => b - a);
  return all.map((one) => ({ year: one, label: `Năm ${String(one)}` }));
}
