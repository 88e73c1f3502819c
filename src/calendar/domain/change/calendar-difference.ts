import { canonicalJson } from '../../../kernel/canonical-json.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { calendarFor, type AgencyCalendar } from '../agency-calendar.js';
import type { DayOff, MakeUpDay, Shift, WorkingCalendar } from '../working-calendar.js';

/** What a calendar says of one day; neither = a day like any other. */
export interface DaySaying {
  readonly dayOff: DayOff | null;
  readonly makeUp: MakeUpDay | null;
}

export interface DayDifference {
  readonly date: CivilDate;
  readonly before: DaySaying;
  readonly after: DaySaying;
}

export interface ShiftDifference {
  /** Null = the agency. */
  readonly unitId: string | null;
  readonly before: readonly Shift[];
  /** Empty for a unit = it takes the hours of the agency. */
  readonly after: readonly Shift[];
}

/** What is different between two calendars, days in order. */
export interface CalendarDifference {
  readonly years: readonly number[];
  readonly days: readonly DayDifference[];
  readonly shifts: readonly ShiftDifference[];
}

/** What would be different, 24/11 as each of them counts it. */
export function calendarDifference(before: AgencyCalendar, after: AgencyCalendar): CalendarDifference {
  const [old, young] = [calendarFor(before), calendarFor(after)];
  const dates = [old, young].flatMap(({ daysOff, makeUpDays }) => [...daysOff, ...makeUpDays].map(({ date }) => date));
  const days = [...new Set(dates)]
    .sort()
    .map((date) => ({ date, before: sayingOn(date, old), after: sayingOn(date, young) }));
  const units = [...new Set([...Object.keys(before.unitShifts), ...Object.keys(after.unitShifts)])].sort();
  const shifts = [
    { unitId: null, before: before.shifts, after: after.shifts },
    ...units.map((unitId) => ({
      unitId,
      before: before.unitShifts[unitId] ?? [],
      after: after.unitShifts[unitId] ?? [],
    })),
  ];
  return {
    years: after.years.filter((year) => !before.years.includes(year)),
    days: days.filter((day) => !same(day.before, day.after)),
    shifts: shifts.filter((one) => !same(one.before, one.after)),
  };
}

export function isSame({ years, days, shifts }: CalendarDifference): boolean {
  return years.length + days.length + shifts.length === 0;
}

/** What a calendar says of a day. */
export function sayingOn(date: CivilDate, { daysOff, makeUpDays }: WorkingCalendar): DaySaying {
  return {
    dayOff: daysOff.find((day) => day.date === date) ?? null,
    makeUp: makeUpDays.find((day) => day.date === date) ?? null,
  };
}

/** Whether two sayings or lists of shifts hold the same, whatever the order of their keys. */
function same(one: DaySaying | readonly Shift[], other: DaySaying | readonly Shift[]): boolean {
  return canonicalJson(one) === canonicalJson(other);
}
