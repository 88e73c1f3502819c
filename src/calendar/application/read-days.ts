import { yearOf } from '../../kernel/civil-date.js';
import type { CalendarChange } from '../domain/change/calendar-change.js';
import type { Confidence, DayOff, MakeUpDay, Shift } from '../domain/working-calendar.js';

/** What the person who gives a file says about it. */
export interface FileOrigin {
  /** The decision or notice the days come from; stands at each day that names none itself. */
  readonly source: string;
  readonly confidence: Confidence;
  readonly mode: 'replaceYears' | 'add';
}

/** A change read from a file, or every reason why the file gives none, as sentences for its author. */
export type ChangeReading =
  | { readonly ok: true; readonly change: CalendarChange & { readonly kind: 'days' } }
  | { readonly ok: false; readonly flaws: readonly string[] };

/** One line or event read: a day off, a day made up, or what is wrong with it. */
export type DayReading = { readonly dayOff: DayOff } | { readonly makeUp: MakeUpDay } | { readonly flaw: string };

/** The days of a file as a change; one flaw refuses the whole file. */
export function changeOfDays(
  days: readonly DayReading[],
  mode: FileOrigin['mode'],
  shifts: readonly Shift[] | null = null,
): ChangeReading {
  const flaws = days.flatMap((day) => ('flaw' in day ? [day.flaw] : []));
  if (flaws.length > 0) return { ok: false, flaws };
  const daysOff = days.flatMap((day) => ('dayOff' in day ? [day.dayOff] : []));
  const makeUpDays = days.flatMap((day) => ('makeUp' in day ? [day.makeUp] : []));
  const years = [...new Set([...daysOff, ...makeUpDays].map(({ date }) => yearOf(date)))].sort((a, b) => a - b);
  if (years.length === 0) return { ok: false, flaws: ['Tệp không có ngày nghỉ hay ngày làm bù nào.'] };
  return { ok: true, change: { kind: 'days', mode, years, daysOff, makeUpDays, shifts } };
}
