/**
 * A day of the calendar as officials write it, without time or zone: `2026-03-05`.
 * Days and instants meet only here, always in Asia/Ho_Chi_Minh, which has kept +07:00 without summer time since 1975.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

export const TIME_ZONE = 'Asia/Ho_Chi_Minh';

const MINUTE = 60_000;
/** A day, in milliseconds; every one has 24 hours here. */
export const DAY_MS = 24 * 60 * MINUTE;
const OFFSET = 7 * 60 * MINUTE;
const FORM = /^\d{4}-\d{2}-\d{2}$/;

/** @throws RangeError when the text is not a day that exists, e.g. `2026-02-30` */
export function civilDate(text: string): CivilDate {
  const time = FORM.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text) {
    throw new RangeError(`Not a day of the calendar: ${text}`);
  }
  return text as CivilDate;
}

/** Whether the text names a day that exists. */
export function isCivilDate(text: string): text is CivilDate {
  try {
    civilDate(text);
    return true;
  } catch {
    return false;
  }
}

/** Days by their number since 1970, and their midnights in UTC: the same few years are asked for on end, and writing or reading a date is dear. */
const NAMES = new Map<number, CivilDate>();
const MIDNIGHTS = new Map<CivilDate, number>();
/** A dozen years of days; then the memory starts again. */
const REMEMBERED = 4400;

/** The day in Việt Nam at an instant. */
export function civilDateOf(instant: Date): CivilDate {
  return dayOfNumber(Math.floor((instant.getTime() + OFFSET) / DAY_MS));
}

function dayOfNumber(number: number): CivilDate {
  let day = NAMES.get(number);
  if (day === undefined) {
    day = new Date(number * DAY_MS).toISOString().slice(0, 10) as CivilDate;
    if (NAMES.size >= REMEMBERED) NAMES.clear();
    NAMES.set(number, day);
  }
  return day;
}

/** Midnight at the start of a day in UTC, in milliseconds since the epoch. */
function midnightOf(day: CivilDate): number {
  let midnight = MIDNIGHTS.get(day);
  if (midnight === undefined) {
    midnight = Date.parse(`${day}T00:00:00Z`);
    if (MIDNIGHTS.size >= REMEMBERED) MIDNIGHTS.clear();
    MIDNIGHTS.set(day, midnight);
  }
  return midnight;
}

/** The day that an end belongs to: midnight is 24:00 of the day before, not the beginning of the next (Bộ luật Dân sự 2015, Điều 148 khoản 6). */
export function dayEndingAt(end: Date): CivilDate {
  return civilDateOf(new Date(end.getTime() - 1));
}

/** The instant at which so many minutes of the day have passed in Việt Nam; 0 = midnight at its start, 1440 = at its end. */
export function instantOf(day: CivilDate, minutes: number): Date {
  return new Date(midnightOf(day) - OFFSET + minutes * MINUTE);
}

/** Milliseconds passed since midnight in Việt Nam. */
function timeOfDay(instant: Date): number {
  return (((instant.getTime() + OFFSET) % DAY_MS) + DAY_MS) % DAY_MS;
}

/** Minutes passed since midnight in Việt Nam, with fractions for seconds. */
export function minuteOfDay(instant: Date): number {
  return timeOfDay(instant) / MINUTE;
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return dayOfNumber(midnightOf(day) / DAY_MS + days);
}

/** Every deadline walks day by day, so within a month no date is made: the day's two digits count up. */
export function nextDay(day: CivilDate): CivilDate {
  const dayOfMonth = Number(day.slice(8));
  if (dayOfMonth >= 28) return addDays(day, 1);
  return `${day.slice(0, 8)}${String(dayOfMonth + 1).padStart(2, '0')}` as CivilDate;
}

export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: CivilDate): Weekday {
  // 1970 began on a Thursday.
  return (((((midnightOf(day) / DAY_MS + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** The first day of its week. */
export function mondayOf(day: CivilDate): CivilDate {
  return addDays(day, 1 - weekdayOf(day));
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** ISO 8601 with the zone of Việt Nam, seconds always shown: `2026-03-20T17:30:00+07:00`. */
export function isoInVietnam(instant: Date): string {
  const seconds = Math.floor(timeOfDay(instant) / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `${civilDateOf(instant)}T${clock.map(twoDigits).join(':')}+07:00`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
