import { DomainError } from '../../kernel/domain-error.js';
import { TAKEN_OVER_BOOKS, type TakenOverBook } from '../../documents/domain/take-over/taken-over.js';
import { BOOKS as BOOKS_THAT_NUMBER, type Book } from '../../documents/domain/register.js';
import {
  isWholeYear,
  REGISTER_TITLES,
  type PrintedBook,
  type RegisterSpan,
} from '../../documents/domain/register-span.js';

/** How addresses call a register. */
export type RegisterCode = 'di' | 'den' | 'sao' | 'theo-doi' | 'buu-dien';

export const REGISTER_CODES = ['di', 'den', 'sao', 'theo-doi', 'buu-dien'] as const satisfies readonly RegisterCode[];

const BOOKS: Readonly<Record<RegisterCode, PrintedBook>> = {
  di: 'outgoing',
  den: 'incoming',
  sao: 'copies',
  'theo-doi': 'tracking',
  'buu-dien': 'postal',
};

const FILES: Readonly<Record<PrintedBook, string>> = {
  outgoing: 'so-van-ban-di',
  incoming: 'so-van-ban-den',
  copies: 'so-van-ban-sao',
  tracking: 'so-theo-doi-giai-quyet',
  postal: 'so-gui-buu-dien',
};

export function bookOfCode(code: RegisterCode): PrintedBook {
  return BOOKS[code];
}

/** The book that gives numbers, which can be closed; null for the tracking of what came in and for what was posted. */
export function numberedBook(code: RegisterCode): Book | null {
  return BOOKS_THAT_NUMBER.find((book) => book === BOOKS[code]) ?? null;
}

/** @throws DomainError `not-found` for a word that names no register */
export function codeOf(asked: string): RegisterCode {
  const code = REGISTER_CODES.find((one) => one === asked);
  if (code === undefined) throw new DomainError('not-found', { what: 'register' });
  return code;
}

/** @throws DomainError `not-found` for a register that gives no numbers */
export function requireNumberedBook(code: RegisterCode): Book {
  const book = numberedBook(code);
  if (book === null) throw new DomainError('not-found', { what: 'register' });
  return book;
}

/** The book, where it can be taken over from another register; null for every other. */
export function takenOverBook(code: RegisterCode): TakenOverBook | null {
  return TAKEN_OVER_BOOKS.find((book) => book === BOOKS[code]) ?? null;
}

/** @throws DomainError `not-found` for a register that cannot be taken over */
export function requireTakenOverBook(code: RegisterCode): TakenOverBook {
  const book = takenOverBook(code);
  if (book === null) throw new DomainError('not-found', { what: 'register' });
  return book;
}

/** `so-van-ban-di` */
export function registerFileOf(book: PrintedBook): string {
  return FILES[book];
}

/** `Sổ đăng ký văn bản đi` */
export function registerTitle(code: RegisterCode): string {
  return REGISTER_TITLES[BOOKS[code]];
}

/** `so-van-ban-di-2026.docx`, `so-van-ban-di-2026-01-01-2026-03-31.docx` */
export function registerFile(span: RegisterSpan, ending: 'docx' | 'pdf' | 'xlsx'): string {
  const period = isWholeYear(span) ? String(span.year) : `${span.from}-${span.to}`;
  return `${FILES[span.book]}-${period}.${ending}`;
}
