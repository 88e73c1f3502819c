import { civilDate, type CivilDate } from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';
import { dayWords } from './day-words.js';
import { BOOKS, type Book } from './register.js';

/** Registers that people print: the books that give numbers, the tracking of what came in, and what went by post or was handed over. */
export type PrintedBook = Book | 'tracking' | 'postal';

/** Whether a register gives numbers, so that it has a first number and is closed. */
export function isNumbered(book: PrintedBook): book is Book {
  return BOOKS.some((one) => one === book);
}

/** Source: Nghị định 30/2020/NĐ-CP, Phụ lục IV. */
export const REGISTER_TITLES: Readonly<Record<PrintedBook, string>> = {
  outgoing: 'Sổ đăng ký văn bản đi',
  incoming: 'Sổ đăng ký văn bản đến',
  copies: 'Sổ đăng ký văn bản sao',
  tracking: 'Sổ theo dõi giải quyết văn bản đến',
  postal: 'Sổ gửi văn bản đi bưu điện',
};

/** What of a register is printed: a year, or days of it, both included. */
export interface RegisterSpan {
  readonly book: PrintedBook;
  readonly year: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

export function wholeYear(book: PrintedBook, year: number): RegisterSpan {
  return { book, year, from: civilDate(`${year}-01-01`), to: civilDate(`${year}-12-31`) };
}

/**
 * Days within a year of a register; a day left out is the first or the last of the year.
 *
 * @throws DomainError `input-invalid` when a day lies outside of the year, or the first comes after the last
 */
export function spanWithin(
  book: PrintedBook,
  year: number,
  { from, to }: { readonly from: CivilDate | null; readonly to: CivilDate | null },
): RegisterSpan {
  const whole = wholeYear(book, year);
  const span = { ...whole, from: from ?? whole.from, to: to ?? whole.to };
  const outside = span.from < whole.from || span.to > whole.to;
  if (outside) throw refused(`Chọn ngày trong năm ${year}; sổ của mỗi năm in riêng.`);
  if (span.from > span.to) throw refused('Ngày cuối phải từ ngày đầu trở đi.');
  return span;
}

export function isWholeYear({ book, year, from, to }: RegisterSpan): boolean {
  const whole = wholeYear(book, year);
  return from === whole.from && to === whole.to;
}

/** `Năm 2026`, `Từ ngày 01/01/2026 đến ngày 31/03/2026` */
export function spanWords(span: RegisterSpan): string {
  if (isWholeYear(span)) return `Năm ${span.year}`;
  return `Từ ngày ${dayWords(span.from)} đến ngày ${dayWords(span.to)}`;
}

function refused(message: string): DomainError {
  return new DomainError('input-invalid', { field: 'den', message });
}
