/**
 * A day of the calendar as officials write it, without time or zone: `2026-03-05`.
 * Days and instants meet only here, always in Asia/Ho_Chi_Minh, which has kept +07:00 without summer time since 1975.
 */
export type CivilDate = string & { readonly __brand: 'CivilDate' };

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
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

/** The day in Việt Nam at an instant. */
export function civilDateOf(instant: Date): CivilDate {
  return new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10) as CivilDate;
}

/** The day that an end belongs to: midnight is 24:00 of the day before, not the beginning of the next (Bộ luật Dân sự 2015, Điều 148 khoản 6). */
export function dayEndingAt(end: Date): CivilDate {
  return civilDateOf(new Date(end.getTime() - 1));
}

/** The instant at which so many minutes of the day have passed in Việt Nam; 0 = midnight at its start, 1440 = at its end. */
export function instantOf(day: CivilDate, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET + minutes * MINUTE);
}

/** Minutes passed since midnight in Việt Nam, with fractions for seconds. */
export function minuteOfDay(instant: Date): number {
  return ((((instant.getTime() + OFFSET) % DAY) + DAY) % DAY) / MINUTE;
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10) as CivilDate;
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
  const sunday0 = new Date(`${day}T00:00:00Z`).getUTCDay();
  return (sunday0 === 0 ? 7 : sunday0) as Weekday;
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** ISO 8601 with the zone of Việt Nam, seconds always shown: `2026-03-20T17:30:00+07:00`. */
export function isoInVietnam(instant: Date): string {
  return `${new Date(instant.getTime() + OFFSET).toISOString().slice(0, 19)}+07:00`;
}
