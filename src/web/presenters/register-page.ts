import { count } from '../wording/numbers.js';
import type { IntegrityView } from '../components/integrity.js';

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

/** A book is whole when it holds a line for every number that was given. */
export function integrityView(lines: number, last: number, voided: number): IntegrityView {
  const intact = lines === last;
  const voids = voided === 0 ? '' : `, ${count(voided)} số hủy`;
  const whole = last === 0 ? 'chưa cấp số nào' : `số 1 đến ${count(last)} đủ${voids}`;
  const words = intact ? whole : `đã cấp ${count(last)} số nhưng sổ có ${count(lines)} dòng`;
  return { intact, words, next: String(last + 1) };
}
