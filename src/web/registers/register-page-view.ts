import type { BookOwner } from '../../agency-profile/domain/agency-profile.js';
import { awaitingWords } from '../../documents/domain/arrival/arrival-number.js';
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
  /** The number with which the book begins, and the last that was given. */
  readonly first: number;
  readonly last: number;
}

/** `Số 512 đến 508 trên 512.`, with the ways to older and newer numbers. */
export function pagingOf({ book, year, top, bottom, first, last }: RegisterSpan): {
  readonly range: string;
  readonly olderHref: string | null;
  readonly newerHref: string | null;
} {
  const href = (number: number): string => `/so-van-ban/${book}?nam=${String(year)}&den-so=${String(number)}`;
  if (top === null || bottom === null) return { range: '', olderHref: null, newerHref: null };
  return {
    range: `Số ${count(top)} đến ${count(bottom)} trên ${count(last)}.`,
    olderHref: bottom > first ? href(bottom - 1) : null,
    newerHref: top < last ? href(Math.min(top + REGISTER_PAGE, last)) : null,
  };
}

interface BookCounts {
  readonly year: number;
  readonly lines: number;
  /** How many more wait for their number. */
  readonly awaiting?: number;
  /** The last number that was given. */
  readonly last: number;
  readonly voids: number;
  /** How it begins; null where it begins at 1. */
  readonly start: { readonly first: number } | null;
  /** Who numbers what is entered in it. */
  readonly owner: BookOwner;
}

const NUMBERED_THERE = 'do hệ thống quản lý văn bản cấp';

export function firstOf({ start }: Pick<BookCounts, 'start'>): number {
  return start?.first ?? 1;
}

/** A book is whole when it holds a line for every number that was given; once its year is over it gives none. */
export function integrityView(counts: BookCounts, now: Date): IntegrityView {
  const { year, lines, last, voids, start, owner, awaiting } = counts;
  const first = firstOf({ start });
  const given = Math.max(0, last - first + 1);
  const intact = lines === given;
  const voidWords = voids === 0 ? '' : `, ${count(voids)} số hủy`;
  const whole = given === 0 ? 'chưa cấp số nào' : `số ${count(first)} đến ${count(last)} đủ${voidWords}`;
  const words = `${intact ? whole : shortWords(owner, { given, last, lines })}${awaitingWords(awaiting)}`;
  const next = owner === 'eOffice' ? NUMBERED_THERE : String(last + 1);
  return { intact, words, next: isYearOver(year, civilDateOf(now)) ? null : next };
}

/** Numbers of the e-office's book that have no line yet are owed to it; one of ours that has none was lost. */
function shortWords(
  owner: BookOwner,
  { given, last, lines }: { readonly given: number; readonly last: number; readonly lines: number },
): string {
  return owner === 'eOffice'
    ? `hệ thống quản lý văn bản đã cấp đến số ${count(last)}, sổ mới có ${count(lines)} dòng`
    : `đã cấp ${count(given)} số nhưng sổ có ${count(lines)} dòng`;
}

/** The years to choose from, newest first; the one shown among them. */
export function yearsOfBook(year: number, years: readonly number[]): BookYears {
  const all = [...new Set([year, ...years])].sort((a, b) => b - a);
  return all.map((one) => ({ year: one, label: `Năm ${String(one)}` }));
}
