import { builtInCalendar, cultureDays } from './shipped/built-in-calendar.js';
import { FIRST_BUILT_IN } from './shipped/first-built-in-calendar.js';
import { dayOffOn, makeUpDayOn, type DayOff, type Shift, type WorkingCalendar } from './working-calendar.js';

/** The calendar of the whole agency as one version keeps it: the days of everyone, and the hours of each unit. */
export interface AgencyCalendar extends WorkingCalendar {
  /** An agency declares years, one by one; it never answers for all of them. */
  readonly years: readonly number[];
  /** Hours of units that keep other hours than the agency, by unit id. */
  readonly unitShifts: Readonly<Record<string, readonly Shift[]>>;
  /** Whether 24/11 is off in every year since it is a holiday, declared or not; false only in versions made before that was known. */
  readonly cultureDay: boolean;
}

/** What a version stores; its number and name stand beside it. */
export type CalendarBody = Omit<AgencyCalendar, 'version' | 'name'>;

/** Version 1 of every database: what shipped first. It never changes; what is corrected later is a new version. */
export const FIRST_CALENDAR: AgencyCalendar = agencyCalendarOf(FIRST_BUILT_IN, false);

/** What ships now: the version with which a new database starts, and which is offered to one that counts by an older one. */
export const SHIPPED_CALENDAR: AgencyCalendar = agencyCalendarOf(builtInCalendar(), true);

function agencyCalendarOf({ years, ...calendar }: WorkingCalendar, cultureDay: boolean): AgencyCalendar {
  return { ...calendar, years: years === 'complete' ? [] : years, unitShifts: {}, cultureDay };
}

/**
 * The calendar by which a unit counts: the days of the agency, with the unit's own hours where it has some.
 *
 * @param unitId null or missing = the agency itself
 */
export function calendarFor(agencyCalendar: AgencyCalendar, unitId?: string | null): WorkingCalendar {
  const own = typeof unitId === 'string' ? agencyCalendar.unitShifts[unitId] : undefined;
  return {
    name: agencyCalendar.name,
    version: agencyCalendar.version,
    years: agencyCalendar.years,
    shifts: own ?? agencyCalendar.shifts,
    daysOff: agencyCalendar.cultureDay
      ? [...agencyCalendar.daysOff, ...undeclaredCultureDays(agencyCalendar)]
      : agencyCalendar.daysOff,
    makeUpDays: agencyCalendar.makeUpDays,
  };
}

/** 24/11 where no entry of the calendar says otherwise. */
function undeclaredCultureDays(agencyCalendar: AgencyCalendar): readonly DayOff[] {
  return cultureDays(agencyCalendar.years).filter(
    ({ date }) => dayOffOn(date, agencyCalendar) === undefined && makeUpDayOn(date, agencyCalendar) === undefined,
  );
}
