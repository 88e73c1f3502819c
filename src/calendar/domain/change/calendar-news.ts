import { type CivilDate, yearOf } from '../../../kernel/civil-date.js';
import type { CalendarChange } from './calendar-change.js';
import { calendarFor, type AgencyCalendar } from '../agency-calendar.js';
import { dayOffOn, makeUpDayOn } from '../working-calendar.js';

type DaysChange = CalendarChange & { readonly kind: 'days' };

/**
 * What somebody else's calendar says differently from ours, from a day on: days off on which we work, and days made up that we do not
 * make up, or by other hours. A day that both know is no news, whatever each calls it; days that only we know stay ours. Null when
 * there is no news.
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
