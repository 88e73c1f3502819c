import { isCivilDate, type CivilDate } from '../../kernel/civil-date.js';
import { clean } from '../../kernel/vietnamese.js';

/** A cell of a list; a day comes from spreadsheets alone, as the wall clock shows it. */
export type ListCell = string | { readonly wallClock: Date } | { readonly number: string };

/** The text of a cell on one line; a day as `2025-07-01`. */
export function textOf(cell: ListCell): string {
  if (typeof cell === 'string')
    return clean(cell)
      .replace(/[\p{Cc}\s]+/gu, ' ')
      .trim();
  return 'number' in cell ? cell.number : (isoDay(cell.wallClock) ?? '');
}

/** `01/07/2025` */
const WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/u;

/** The day that a cell names, typed or kept as a day; null where it names none. */
export function dayOf(cell: ListCell): CivilDate | null {
  if (typeof cell === 'object' && 'wallClock' in cell) return isoDay(cell.wallClock);
  const [, day = '', month = '', year = ''] = WRITTEN.exec(textOf(cell)) ?? [];
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(text) ? text : null;
}

function isoDay(wallClock: Date): CivilDate | null {
  if (Number.isNaN(wallClock.getTime())) return null;
  const text = wallClock.toISOString().slice(0, 10);
  return isCivilDate(text) ? text : null;
}

/** A spreadsheet that keeps telephones as numbers has dropped the zero before them. */
export function phoneOf(cell: ListCell): string {
  const text = textOf(cell);
  return typeof cell === 'object' && /^[1-9]\d{8,9}$/u.test(text) ? `0${text}` : text;
}

/** What is wrong with a cell for a day; null where it is empty or names one. */
export function dayIssue(cell: ListCell): string | null {
  const text = textOf(cell);
  return text !== '' && dayOf(cell) === null ? `“${text}” không phải ngày; ghi như 01/07/2025.` : null;
}
