import { canonicalJson } from '../../../kernel/canonical-json.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { calendarDifference, type DayDifference, type DaySaying } from '../change/calendar-difference.js';
import { FIRST_CALENDAR, type AgencyCalendar, SHIPPED_CALENDAR } from '../agency-calendar.js';
import type { DayOff, MakeUpDay } from '../working-calendar.js';

/** `2027-02` */
type Month = string;

/**
 * A calendar with the days of the one that ships now, 24/11 among them. A month of which people have changed a day stays as they made it: they had a
 * decision before them. Years that never shipped and all hours stay, too. Unchanged in everything = nothing is offered.
 */
export function withShipped(agencyCalendar: AgencyCalendar): AgencyCalendar {
  const taken = new Set(
    monthsOf(SHIPPED_CALENDAR, FIRST_CALENDAR).filter((month) => isAsShippedFirst(month, agencyCalendar)),
  );
  const merge = <Day extends { readonly date: CivilDate }>(ours: readonly Day[], shipped: readonly Day[]) =>
    [
      ...ours.filter(({ date }) => !taken.has(monthOf(date))),
      ...shipped.filter(({ date }) => taken.has(monthOf(date))),
    ].toSorted((one, other) => (one.date < other.date ? -1 : one.date > other.date ? 1 : 0));
  return {
    ...agencyCalendar,
    daysOff: merge(agencyCalendar.daysOff, SHIPPED_CALENDAR.daysOff),
    makeUpDays: merge(agencyCalendar.makeUpDays, SHIPPED_CALENDAR.makeUpDays),
    cultureDay: true,
  };
}

function isAsShippedFirst(month: Month, agencyCalendar: AgencyCalendar): boolean {
  const year = Number(month.slice(0, 4));
  return agencyCalendar.years.includes(year) && daysOf(month, agencyCalendar) === daysOf(month, FIRST_CALENDAR);
}

function daysOf(month: Month, { daysOff, makeUpDays }: AgencyCalendar): string {
  const ofMonth = (days: readonly (DayOff | MakeUpDay)[]): readonly string[] =>
    days
      .filter(({ date }) => monthOf(date) === month)
      .map((day) => canonicalJson(day))
      .toSorted();
  return canonicalJson([ofMonth(daysOff), ofMonth(makeUpDays)]);
}

function monthsOf(...calendars: readonly AgencyCalendar[]): readonly Month[] {
  const days = calendars.flatMap(({ daysOff, makeUpDays }) => [...daysOff, ...makeUpDays]);
  return [...new Set(days.map(({ date }) => monthOf(date)))];
}

function monthOf(date: CivilDate): Month {
  return date.slice(0, 7);
}

/**
 * Days that the calendar which ships now would make off, or worked again; none = nothing that counts is offered. Past days, too: a date counted over
 * one may still be ahead.
 */
export function shippedNews(agencyCalendar: AgencyCalendar): readonly DayDifference[] {
  const known = NEWS.get(agencyCalendar) ?? newsOf(agencyCalendar);
  NEWS.set(agencyCalendar, known);
  return known;
}

/** A calendar never changes, and pages ask each time they are drawn. */
const NEWS = new WeakMap<AgencyCalendar, readonly DayDifference[]>();

function newsOf(agencyCalendar: AgencyCalendar): readonly DayDifference[] {
  return calendarDifference(agencyCalendar, withShipped(agencyCalendar)).days.filter(
    ({ before, after }) => isClosed(before) !== isClosed(after),
  );
}

function isClosed({ dayOff, makeUp }: DaySaying): boolean {
  return dayOff !== null && makeUp === null;
}
