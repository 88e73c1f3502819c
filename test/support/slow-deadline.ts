/*
 * A second count of deadlines, kept apart from the one that the office uses. It was written from the words of the law
 * (Bộ luật Dân sự 2015, Điều 147 và 148) and of our own agreements (docs/adr/0010-instants-days-and-ends.md), shares nothing with src/calendar but the
 * shape of what it is given, and knows no shortcut: it walks on minute by minute and asks of each whether the office is
 * open and whether the clock runs. Minutes in which a pause begins or ends, or the limit starts, are walked by seconds.
 *
 * All times in here are whole seconds of Vietnamese wall time since 1970-01-01T00:00 there.
 */
import type { Pause } from '../../src/calendar/domain/pauses.js';
import type { WorkingCalendar } from '../../src/calendar/domain/working-calendar.js';
import type { Limit } from '../../src/law/limit.js';

const SECONDS_A_MINUTE = 60;
const SECONDS_A_DAY = 86_400;
const MINUTES_A_DAY = 1440;
const SEVEN_HOURS = 25_200;

/** The count came to a year whose holidays nobody declared. */
export class YearWithoutCalendar extends Error {
  override readonly name = 'YearWithoutCalendar';
}

/** A stretch that used up a part of the limit, as instants; of a day limit, a whole day. */
export interface CountedStretch {
  readonly from: Date;
  readonly to: Date;
}

export interface SlowAnswer {
  readonly due: Date;
  readonly legalEnd: Date;
  /** Everything that was counted, in order: minutes (or seconds) of an hour limit, days of a day limit. */
  readonly counted: readonly CountedStretch[];
}

export interface SlowQuestion {
  readonly start: Date;
  readonly limit: Limit;
  readonly calendar: WorkingCalendar;
  readonly pauses: readonly Pause[];
}

/** @throws YearWithoutCalendar */
export function slowDeadline({ start, limit, calendar, pauses }: SlowQuestion): SlowAnswer {
  const walk = new Walk(calendar, pauses);
  const from = wallSecond(start);
  walk.requireYear(from);
  switch (limit.unit) {
    case 'workingHours':
      return walk.hours(from, limit.amount, 'open');
    case 'hours':
      return walk.hours(from, limit.amount, 'always');
    case 'workingDays':
      return walk.days(from, limit.amount, 'open');
    case 'days':
      return walk.days(from, limit.amount, 'always');
  }
}

class Walk {
  readonly #pauses: readonly { readonly from: number; readonly to: number }[];
  readonly #openMinutes = new Map<number, Uint8Array>();

  constructor(
    private readonly calendar: WorkingCalendar,
    pauses: readonly Pause[],
  ) {
    this.#pauses = pauses.map(({ from, to }) => ({ from: wallSecond(from), to: wallSecond(to) }));
  }

  /** A limit in hours starts at the moment itself and uses up each second in which it runs. */
  hours(start: number, amount: number, when: 'open' | 'always'): SlowAnswer {
    const counted: CountedStretch[] = [];
    let second = start;
    for (let left = amount * 3600; left > 0;) {
      const step = this.#oneAnswerFor(second) ? Math.min(left, SECONDS_A_MINUTE) : 1;
      if ((when === 'always' || this.#isOpen(second)) && !this.#standsStill(second)) {
        counted.push({ from: instant(second), to: instant(second + step) });
        left -= step;
        second += step;
      } else {
        second += step === 1 ? 1 : SECONDS_A_MINUTE;
      }
    }
    const lastCounted = second - 1;
    if (when === 'always' && !this.#opensOn(lastCounted))
      return { ...this.#endOf(this.#nextOpenDay(lastCounted)), counted };
    return { due: instant(second), legalEnd: instant(second), counted };
  }

  /** A limit in days starts with the day after the event. */
  days(event: number, amount: number, when: 'open' | 'always'): SlowAnswer {
    const counted: CountedStretch[] = [];
    let midnight = dayStart(event);
    for (let left = amount; left > 0;) {
      midnight += SECONDS_A_DAY;
      this.requireYear(midnight);
      if ((when === 'always' || this.#opensOn(midnight)) && !this.#isTakenFromDays(midnight)) {
        counted.push({ from: instant(midnight), to: instant(midnight + SECONDS_A_DAY) });
        left -= 1;
      }
    }
    return { ...this.#endOf(this.#opensOn(midnight) ? midnight : this.#nextOpenDay(midnight)), counted };
  }

  requireYear(second: number): void {
    const year = new Date(second * 1000).getUTCFullYear();
    const { years } = this.calendar;
    if (years !== 'complete' && !years.includes(year)) throw new YearWithoutCalendar(String(year));
  }

  /** The office's last open minute ends what is due; the law lets the day run to its last second, and nothing is due after it. */
  #endOf(midnight: number): Pick<SlowAnswer, 'due' | 'legalEnd'> {
    let closed = midnight;
    for (let second = midnight; second < midnight + SECONDS_A_DAY; second += SECONDS_A_MINUTE) {
      if (this.#isOpen(second)) closed = second + SECONDS_A_MINUTE;
    }
    const lastSecond = midnight + SECONDS_A_DAY - 1;
    return { due: instant(Math.min(closed, lastSecond)), legalEnd: instant(lastSecond) };
  }

  #nextOpenDay(second: number): number {
    let midnight = dayStart(second) + SECONDS_A_DAY;
    while (!this.#opensOn(midnight)) midnight += SECONDS_A_DAY;
    return midnight;
  }

  #opensOn(second: number): boolean {
    const midnight = dayStart(second);
    for (let at = midnight; at < midnight + SECONDS_A_DAY; at += SECONDS_A_MINUTE) if (this.#isOpen(at)) return true;
    return false;
  }

  #isOpen(second: number): boolean {
    const midnight = dayStart(second);
    let minutes = this.#openMinutes.get(midnight);
    if (minutes === undefined) {
      this.requireYear(midnight);
      minutes = openMinutes(midnight, this.calendar);
      this.#openMinutes.set(midnight, minutes);
    }
    return minutes[Math.floor((second - midnight) / SECONDS_A_MINUTE)] === 1;
  }

  #standsStill(second: number): boolean {
    return this.#pauses.some(({ from, to }) => from <= second && second < to);
  }

  /** Whether a whole minute begins here in which no pause begins or ends. */
  #oneAnswerFor(second: number): boolean {
    const inside = (edge: number): boolean => second < edge && edge < second + SECONDS_A_MINUTE;
    return second % SECONDS_A_MINUTE === 0 && !this.#pauses.some(({ from, to }) => inside(from) || inside(to));
  }

  /** The day on which the clock is stopped still counts; each later day that begins with the clock still standing does not. */
  #isTakenFromDays(midnight: number): boolean {
    return this.#standsStill(midnight - 1) && this.#standsStill(midnight);
  }
}

/** One mark for each minute of a day in which somebody is in the office. */
function openMinutes(midnight: number, { shifts, daysOff, makeUpDays }: WorkingCalendar): Uint8Array {
  const minutes = new Uint8Array(MINUTES_A_DAY);
  const ordered = makeUpDays.find(({ date }) => midnightOf(date) === midnight);
  const isOff = daysOff.some(({ date }) => midnightOf(date) === midnight);
  if (ordered === undefined && isOff) return minutes;

  const sundayIsZero = new Date(midnight * 1000).getUTCDay();
  const weekday = ordered?.shiftOfWeekday ?? (sundayIsZero === 0 ? 7 : sundayIsZero);
  const inForce = shifts.filter(
    ({ validFrom, validTo, weekdays }) =>
      midnightOf(validFrom) <= midnight &&
      (validTo === null || midnight <= midnightOf(validTo)) &&
      weekdays.some((one) => one === weekday),
  );
  for (let minute = 0; minute < MINUTES_A_DAY; minute += 1) {
    const worked = inForce.some(({ intervals }) => intervals.some(({ from, to }) => from <= minute && minute < to));
    if (worked) minutes[minute] = 1;
  }
  return minutes;
}

function midnightOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 1000;
}

function dayStart(second: number): number {
  return Math.floor(second / SECONDS_A_DAY) * SECONDS_A_DAY;
}

/** Nothing finer than a second is counted: the second in which something happens is the one that it belongs to. */
function wallSecond(moment: Date): number {
  return Math.floor(moment.getTime() / 1000) + SEVEN_HOURS;
}

function instant(second: number): Date {
  return new Date((second - SEVEN_HOURS) * 1000);
}
