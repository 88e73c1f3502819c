import type { CivilDate } from '../../../kernel/civil-date.js';
import type { Book } from '../register.js';

/** Books that can be taken over from another register. */
export const TAKEN_OVER_BOOKS = ['incoming', 'outgoing'] as const satisfies readonly Book[];

export type TakenOverBook = (typeof TAKEN_OVER_BOOKS)[number];

export function isTakenOverBook(book: Book): book is TakenOverBook {
  return TAKEN_OVER_BOOKS.some((one) => one === book);
}

/** Marks a line that another register made: we have its words, and neither its file nor its proof. */
export interface TakenOver {
  /** The register it comes from, as people call it: `sổ giấy văn bản đi năm 2026`. */
  readonly source: string;
  /** Its row in the file; null for a number that the file does not have. */
  readonly row: number | null;
  /** The day on which it was handed on or sent. */
  readonly sentOn: CivilDate | null;
  /** Who signed for it, as the register says. */
  readonly receipt: string | null;
  /** As the register says. */
  readonly copies: string | null;
  readonly note: string | null;
}

/** What the chain of a book says of the file that it was taken over from. */
export interface TakeOverSource {
  readonly source: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly last: number;
  readonly lines: number;
  /** Numbers between first and last that the file does not have. */
  readonly gaps: number;
}

/** Begins the `senderCode` of a line that was taken over: the register names agencies by words alone. */
export const TAKEN_OVER_SENDER = 'tq:';

/** The register of a line that the e-office alone made. */
export const BOOK_THERE = 'hệ thống quản lý văn bản';

/** `Theo sổ cũ`: stands where a register says how far a document is. */
export function followedThere({ source }: Pick<TakenOver, 'source'>): string {
  return source === BOOK_THERE ? `Theo ${source}` : 'Theo sổ cũ';
}

/** Stands for a number that the register does not have. */
export const MISSING_THERE = 'Số không có trong sổ tiếp quản';

/** `Tiếp quản từ sổ giấy văn bản đi năm 2026; gửi bưu điện`: what stands among the notes of such a line. */
export function takenOverWords({ source, note }: Pick<TakenOver, 'source' | 'note'>): string {
  const from = source === BOOK_THERE ? `Ghi theo ${source}` : `Tiếp quản từ ${source}`;
  return [from, note].filter(Boolean).join('; ');
}
