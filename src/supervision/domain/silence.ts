import { isWorkingDay, type WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import { addDays, instantOf, yearOf, type CivilDate } from '../../kernel/civil-date.js';

/**
 * The beginning of the day that lies so many working days before another. A year that the calendar lacks is counted as worked throughout: the board
 * is shown whatever is missing, and errs towards naming a unit.
 */
export function startOfWorkingDaysBefore(today: CivilDate, days: number, calendar: WorkingCalendar): Date {
  let day = today;
  for (let left = days; left > 0;) {
    day = addDays(day, -1);
    if (mayBeWorked(day, calendar)) left -= 1;
  }
  return instantOf(day, 0);
}

/** Whether the office works on a day, or nobody has said that it does not. */
export function mayBeWorked(day: CivilDate, calendar: WorkingCalendar): boolean {
  const { years } = calendar;
  const isCovered = years === 'complete' || years.includes(yearOf(day));
  return !isCovered || isWorkingDay(day, calendar);
}
