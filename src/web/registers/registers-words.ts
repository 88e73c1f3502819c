import { BOOKS as BOOKS_THAT_NUMBER, type Book } from '../../documents/domain/register.js';
import {
  isWholeYear,
  REGISTER_TITLES,
  type PrintedBook,
  type RegisterSpan,
} from '../../documents/domain/register-span.js';

/** How addresses call a register. */
export type RegisterCode = 'di' | 'den' | 'sao' | 'theo-doi';

export const REGISTER_CODES = ['di', 'den', 'sao', 'theo-doi'] as const satisfies readonly RegisterCode[];

const BOOKS: Readonly<Record<RegisterCode, PrintedBook>> = {
  di: 'outgoing',
  den: 'incoming',
  sao: 'copies',
  'theo-doi': 'tracking',
};

const FILES: Readonly<Record<PrintedBook, string>> = {
  outgoing: 'so-van-ban-di',
  incoming: 'so-van-ban-den',
  copies: 'so-van-ban-sao',
  tracking: 'so-theo-doi-giai-quyet',
};

export function bookOfCode(code: RegisterCode): PrintedBook {
  return BOOKS[code];
}

/** The book that gives numbers, which can be closed; null for the tracking of what came in. */
export function numberedBook(code: RegisterCode): Book | null {
  return BOOKS_THAT_NUMBER.find((book) => book === BOOKS[code]) ?? null;
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
