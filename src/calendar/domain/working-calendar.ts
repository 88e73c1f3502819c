import {
  civilDateOf,
  type CivilDate,
  minuteOfDay,
  nextDay,
  type Weekday,
  weekdayOf,
  yearOf,
} from '../../kernel/civil-date.js';
import { DomainError } from '../../kernel/domain-error.js';

/** A stretch of one day in minutes since midnight; the end is exclusive, 1440 at most. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** How sure we are of an entry: read in the text, reported in the news, remembered, or derived by us. */
export const CONFIDENCES = ['confirmed', 'reported', 'unconfirmed', 'assumed'] as const;

export type Confidence = (typeof CONFIDENCES)[number];

/** What an entry rests on. */
export interface Origin {
  /** The decision that made it, or where it was found. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** Office hours of some weekdays for a season. Several shifts of one day add up. */
export interface Shift {
  readonly validFrom: CivilDate;
  /** Last day of the season; null while nothing replaces it. */
  readonly validTo: CivilDate | null;
  readonly weekdays: readonly Weekday[];
  readonly intervals: readonly Interval[];
  /** Their source; left out in older versions and where none is recorded: the hours are assumed then. */
  readonly origin?: Origin;
}

interface Declared extends Origin {
  readonly date: CivilDate;
}

export const DAY_OFF_KINDS = ['holiday', 'compensatory', 'swapped'] as const;

/** A day off by law (`holiday`), because a holiday fell on a day of rest (`compensatory`), or against a make-up day (`swapped`). */
export interface DayOff extends Declared {
  readonly kind: (typeof DAY_OFF_KINDS)[number];
  /** As it stands in a proof: `Quốc khánh`, `Nghỉ bù Giỗ Tổ Hùng Vương`. */
  readonly name: string;
}

/** A day of rest on which the office works, with the hours of another weekday. */
export interface MakeUpDay extends Declared {
  readonly shiftOfWeekday: Weekday;
}

/** Everything that decides whether the office is open. Days off and make-up days are declared every year, never computed. */
export interface WorkingCalendar {
  readonly name: string;
  readonly version: number;
  /** The years whose holidays are declared; `complete` = the person who provided the calendar answers for every year. */
  readonly years: readonly number[] | 'complete';
  readonly shifts: readonly Shift[];
  readonly daysOff: readonly DayOff[];
  readonly makeUpDays: readonly MakeUpDay[];
}

/** @throws DomainError `deadline-calendar-missing` when nobody declared the holidays of the year: we never guess one */
export function requireCovered(day: CivilDate, calendar: WorkingCalendar): void {
  const { years, name } = calendar;
  if (years === 'complete' || years.includes(yearOf(day))) return;
  throw new DomainError('deadline-calendar-missing', { year: yearOf(day), calendar: name, years });
}

export function makeUpDayOn(day: CivilDate, calendar: WorkingCalendar): MakeUpDay | undefined {
  return calendar.makeUpDays.find(({ date }) => date === day);
}

export function dayOffOn(day: CivilDate, calendar: WorkingCalendar): DayOff | undefined {
  return calendar.daysOff.find(({ date }) => date === day);
}

/** The hours that the shifts in force on a day give to a weekday, in order, holidays aside. */
export function shiftHours(day: CivilDate, weekday: Weekday, calendar: WorkingCalendar): readonly Interval[] {
  return calendar.shifts
    .filter(
      ({ validFrom, validTo, weekdays }) =>
        validFrom <= day && (validTo === null || day <= validTo) && weekdays.includes(weekday),
    )
    .flatMap(({ intervals }) => intervals)
    .sort((a, b) => a.from - b.from);
}

/**
 * What a calendar says of a day, found out once: a calendar never changes, a new one is a new object, and every deadline asks for the same days.
 *
 * @param find throws `deadline-calendar-missing` where the calendar does not say
 */
export function foundOnce<Found extends object>(
  find: (day: CivilDate, calendar: WorkingCalendar) => Found,
): (day: CivilDate, calendar: WorkingCalendar) => Found {
  const known = new WeakMap<WorkingCalendar, Map<CivilDate, Found>>();
  return (day, calendar) => {
    let days = known.get(calendar);
    if (days === undefined) known.set(calendar, (days = new Map<CivilDate, Found>()));
    let found = days.get(day);
    if (found === undefined) days.set(day, (found = find(day, calendar)));
    return found;
  };
}

/**
 * When the office is open on a day, in order; empty on a day off. An order to work wins over a day off.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export const intervalsOf = foundOnce<readonly Interval[]>(openings);

function openings(day: CivilDate, calendar: WorkingCalendar): readonly Interval[] {
  requireCovered(day, calendar);
  const makeUp = makeUpDayOn(day, calendar);
  if (makeUp !== undefined) return shiftHours(day, makeUp.shiftOfWeekday, calendar);
  return dayOffOn(day, calendar) === undefined ? shiftHours(day, weekdayOf(day), calendar) : [];
}

/**
 * Whether the office opens at all on a day. Weekends, holidays and compensatory days do not count, make-up days do.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function isWorkingDay(day: CivilDate, calendar: WorkingCalendar): boolean {
  return intervalsOf(day, calendar).length > 0;
}

/** Whether the office is open at a moment; it is not at noon. @throws DomainError `deadline-calendar-missing` */
export function isOfficeOpen(now: Date, calendar: WorkingCalendar): boolean {
  const minute = minuteOfDay(now);
  return intervalsOf(civilDateOf(now), calendar).some(({ from, to }) => from <= minute && minute < to);
}

/** Whether the office has yet to close on the day of a moment; never on a day off. @throws DomainError `deadline-calendar-missing` */
export function isBeforeClosing(now: Date, calendar: WorkingCalendar): boolean {
  const minute = minuteOfDay(now);
  return intervalsOf(civilDateOf(now), calendar).some(({ to }) => minute < to);
}

/** Minutes since midnight at which a working day closes. */
export function closingMinute(day: CivilDate, calendar: WorkingCalendar): number {
  return intervalsOf(day, calendar).at(-1)?.to ?? 1440;
}

const HORIZON_YEARS = 30;
const HORIZON_DAYS = 366 * HORIZON_YEARS;

/**
 * The days from one on, that one included, all of them covered by the calendar.
 *
 * @throws DomainError `deadline-calendar-missing` at the first day of an undeclared year, or after thirty years: a
 *   calendar in which little or nothing opens would be searched for ever
 */
export function* daysFrom(first: CivilDate, calendar: WorkingCalendar): Generator<CivilDate, never> {
  let day = first;
  let covered = '';
  for (let passed = 0; passed < HORIZON_DAYS; passed += 1) {
    const year = day.slice(0, 4);
    if (year !== covered) requireCovered(day, calendar);
    covered = year;
    yield day;
    day = nextDay(day);
  }
  const details = { from: first, calendar: calendar.name, withinYears: HORIZON_YEARS };
  throw new DomainError('deadline-calendar-missing', { ...details, opens: opensBetween(first, day, calendar) });
}

function opensBetween(first: CivilDate, end: CivilDate, calendar: WorkingCalendar): boolean {
  for (let day = first; day < end; day = nextDay(day)) if (isWorkingDay(day, calendar)) return true;
  return false;
}
