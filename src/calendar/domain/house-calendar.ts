import { builtInCalendar, cultureDays } from './built-in-calendar.js';
import { FIRST_BUILT_IN } from './first-built-in-calendar.js';
import { dayOffOn, makeUpDayOn, type DayOff, type Shift, type WorkingCalendar } from './working-calendar.js';

/** The calendar of the whole house as one version keeps it: the days of everyone, and the hours of each unit. */
export interface HouseCalendar extends WorkingCalendar {
  /** A house declares years, one by one; it never answers for all of them. */
  readonly years: readonly number[];
  /** Hours of units that keep others than the house, by unit id. */
  readonly unitShifts: Readonly<Record<string, readonly Shift[]>>;
  /** Whether 24/11 is off in every year since it is a holiday, declared or not; false only in versions made before that was known. */
  readonly cultureDay: boolean;
}

/** What a version stores; its number and name stand beside it. */
export type CalendarBody = Omit<HouseCalendar, 'version' | 'name'>;

/** Version 1 of every database: what shipped first. It never changes; what is mended later is a new version. */
export const FIRST_CALENDAR: HouseCalendar = houseOf(FIRST_BUILT_IN, false);

/** What ships now: the version with which a new database starts, and which is offered to one that counts by an older one. */
export const SHIPPED_CALENDAR: HouseCalendar = houseOf(builtInCalendar(), true);

function houseOf({ years, ...calendar }: WorkingCalendar, cultureDay: boolean): HouseCalendar {
  return { ...calendar, years: years === 'complete' ? [] : years, unitShifts: {}, cultureDay };
}

/**
 * The calendar by which a unit counts: the days of the house, with the unit's own hours where it has some.
 *
 * @param unitId null or missing = the house itself
 */
export function calendarFor(house: HouseCalendar, unitId?: string | null): WorkingCalendar {
  const own = typeof unitId === 'string' ? house.unitShifts[unitId] : undefined;
  return {
    name: house.name,
    version: house.version,
    years: house.years,
    shifts: own ?? house.shifts,
    daysOff: house.cultureDay ? [...house.daysOff, ...undeclaredCultureDays(house)] : house.daysOff,
    makeUpDays: house.makeUpDays,
  };
}

/** 24/11 where no entry of the calendar says otherwise. */
function undeclaredCultureDays(house: HouseCalendar): readonly DayOff[] {
  return cultureDays(house.years).filter(
    ({ date }) => dayOffOn(date, house) === undefined && makeUpDayOn(date, house) === undefined,
  );
}
