import { type CivilDate, yearOf } from '../../../kernel/civil-date.js';
import type { CalendarChange } from './calendar-change.js';
import { calendarFor, type AgencyCalendar } from '../agency-calendar.js';
import { dayOffOn, makeUpDayOn } from '../working-calendar.js';

type DaysChange = CalendarChange & { readonly kind: 'days' };

/**
 * The differences of a published calendar from the agency's own, from a day on: its days off on which the agency works, and its make-up days that the
 * agency lacks or works by other hours. A day in both is no difference, whatever its name; days in the agency's alone stay. Null without a difference.
 */
export function newsOf(published: DaysChange, agencyCalendar: AgencyCalendar, from: CivilDate): DaysChange | null {
  const ours = calendarFor(agencyCalendar);
  const daysOff = published.daysOff.filter(({ date }) => date >= from && dayOffOn(date, ours) === undefined);
  const makeUpDays = published.makeUpDays.filter(
    ({ date, shiftOfWeekday }) => date >= from && makeUpDayOn(date, ours)?.shiftOfWeekday !== shiftOfWeekday,
  );
  return changeOf(daysOff, makeUpDays);
}

/** The part of a change that speaks of years the calendar has declared; null when nothing is left. */
export function ofDeclaredYears({ daysOff, makeUpDays }: DaysChange, { years }: AgencyCalendar): DaysChange | null {
  const isDeclared = ({ date }: { readonly date: CivilDate }): boolean => years.includes(yearOf(date));
  return changeOf(daysOff.filter(isDeclared), makeUpDays.filter(isDeclared));
}

function changeOf(daysOff: DaysChange['daysOff'], makeUpDays: DaysChange['makeUpDays']): DaysChange | null {
  const years = [...new Set([...daysOff, ...makeUpDays].map(({ date }) => yearOf(date)))].sort((a, b) => a - b);
  if (years.length === 0) return null;
  return { kind: 'days', mode: 'add', years, daysOff, makeUpDays, shifts: null };
}
