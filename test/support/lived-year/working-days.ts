import { builtInCalendar } from '../../../src/calendar/index.js';
import { isWorkingDay } from '../../../src/calendar/domain/working-calendar.js';
import { addDays, civilDateOf, instantOf, minuteOfDay, type CivilDate } from '../../../src/kernel/civil-date.js';

/** From when to when people are at their desks, in minutes of the day. */
const SHIFTS = [
  [7 * 60 + 35, 11 * 60 + 25],
  [13 * 60 + 35, 17 * 60 + 15],
] as const;
const CALENDAR = builtInCalendar();
const MINUTE_MS = 60_000;

export const isWorked = (day: CivilDate): boolean => isWorkingDay(day, CALENDAR);

/** So many minutes of people's work later; from a moment at which nobody works, counted from the next at which somebody does. */
export function workedOn(from: Date, minutes: number): Date {
  let left = minutes;
  for (let day = civilDateOf(from); ; day = addDays(day, 1)) {
    if (!isWorked(day)) continue;
    const begun = day === civilDateOf(from) ? minuteOfDay(from) : 0;
    for (const [opens, closes] of SHIFTS) {
      const at = Math.max(opens, begun);
      if (at + left <= closes) return new Date(instantOf(day, 0).getTime() + (at + left) * MINUTE_MS);
      left -= Math.max(0, closes - at);
    }
  }
}

/** The days of a span on which people work, first to last. */
export function workedDays(first: CivilDate, last: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWorked(day)) days.push(day);
  return days;
}
