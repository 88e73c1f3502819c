import { civilDateOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';

/** A number of a register that is known to have been given, though this database does not know to what. */
export interface KnownNumber {
  readonly number: number;
  readonly year: number;
}

/** Begins the `documentId` of a line that stands for a number given before a restore. */
export const LOST = 'phuc-hoi:';

/** How the line of such a number begins to say so. */
export const LOST_WORDS = 'Số đã cấp trước khi phục hồi';

/** What of a line of the outgoing register tells that it only keeps a number. */
interface KeptNumber {
  readonly state: unknown;
  readonly signerName: unknown;
  readonly voidReason: unknown;
}

/** Whether a line of the outgoing register only keeps the number of a letter that went with the database before a restore. A number that people voided had a signer. */
export function isLostLetter({ state, signerName, voidReason }: Readonly<Partial<KeptNumber>>): boolean {
  return state === 'voided' && signerName === '' && typeof voidReason === 'string' && voidReason.startsWith(LOST_WORDS);
}

/** Numbers further ahead than this are a slip, or somebody's forgery: no register is filled up to them. */
export const MAX_LOST = 5000;

export function lostDocumentId({ year, number }: KnownNumber): string {
  return `${LOST}${String(year)}:${String(number)}`;
}

/** Whether a line only stands for a number that was given before a restore and whose document is not known. */
export function isLostLine({ documentId }: { readonly documentId: string }): boolean {
  return documentId.startsWith(LOST);
}

/** The day of a line that gets its old number back: when its message was queued, within the year of the number and not ahead of today. */
export function dayUnder({ year }: KnownNumber, queuedAt: Date, today: CivilDate): CivilDate {
  const queued = civilDateOf(queuedAt);
  const day = queued > today ? today : queued;
  if (yearOf(day) === year) return day;
  return yearOf(day) < year ? (`${String(year)}-01-01` as CivilDate) : (`${String(year)}-12-31` as CivilDate);
}
