import type { CivilDate } from '../../../kernel/civil-date.js';

/** `PAKN.20260312.0042`: the day of receipt and a running number of that day, as the national portal numbers feedback. */
export function ticketCode(day: CivilDate, ordinal: number): string {
  return `PAKN.${day.replaceAll('-', '')}.${String(ordinal).padStart(4, '0')}`;
}

/** The codes of a month, as a stretch of the index that holds them: from `from`, before `before`. @param month `2026-03` */
export function codesOfMonth(month: string): { readonly from: string; readonly before: string } {
  const from = `PAKN.${month.replace('-', '')}`;
  return { from, before: `${from.slice(0, -1)}${String.fromCharCode(from.charCodeAt(from.length - 1) + 1)}` };
}
