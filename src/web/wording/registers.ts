import { REGISTER_TITLES, type PrintedBook } from '../../documents/domain/register-span.js';

/** How addresses call a register. */
export type RegisterCode = 'di' | 'den' | 'theo-doi';

export const REGISTER_CODES = ['di', 'den', 'theo-doi'] as const satisfies readonly RegisterCode[];

const BOOKS: Readonly<Record<RegisterCode, PrintedBook>> = { di: 'outgoing', den: 'incoming', 'theo-doi': 'tracking' };

const FILES: Readonly<Record<RegisterCode, string>> = {
  di: 'so-van-ban-di',
  den: 'so-van-ban-den',
  'theo-doi': 'so-theo-doi-giai-quyet',
};

export function bookOfCode(code: RegisterCode): PrintedBook {
  return BOOKS[code];
}

/** `Sổ đăng ký văn bản đi` */
export function registerTitle(code: RegisterCode): string {
  return REGISTER_TITLES[BOOKS[code]];
}

/** What a register's file is called, without its ending. */
export function registerFile(code: RegisterCode): string {
  return FILES[code];
}
