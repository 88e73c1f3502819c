import type { CivilDate } from '../../kernel/civil-date.js';

/** `PAKN.20260312.0042`: the day of receipt and a running number of that day, as the national portal numbers feedback. */
export function ticketCode(day: CivilDate, ordinal: number): string {
  return `PAKN.${day.replaceAll('-', '')}.${String(ordinal).padStart(4, '0')}`;
}
