import { type CivilDate, civilDateOf, dayEndingAt, instantOf, nextDay, yearOf } from '../../kernel/civil-date.js';
import type { LimitUnit } from '../../law/limit.js';
import { shortDateWords, timeWords } from './proof/moment-words.js';
import type { Deadline } from './proof/proof.js';
import { intervalsOf, isWorkingDay, type WorkingCalendar } from './working-calendar.js';

const MINUTE = 60_000;

/** From how many working days left a deadline is no longer near. */
const FAR_FROM_DAYS = 3;

/**
 * How a deadline stands, in working time. `late` counts the working days begun since the legal end, 0 while none has;
 * `soon` (at most 2) and `far` count those after today; `hours` is what is left of an hour limit, in minutes. Where the
 * calendar lacks a year between the two, working days cannot be told: `days` are those of the calendar then, and
 * `withRest` says so.
 */
export type Remaining =
  | { readonly kind: 'late' | 'soon' | 'far'; readonly days: number; readonly withRest?: true }
  | { readonly kind: 'today' }
  | { readonly kind: 'hours'; readonly minutes: number };

/**
 * How much of a limit is left at a moment, or how long it is over. Late begins after the legal end, not when the
 * office closes. Never refused: a page must show a ticket whatever the calendar lacks.
 */
export function remaining(
  now: Date,
  { due, legalEnd }: Pick<Deadline, 'due' | 'legalEnd'>,
  unit: LimitUnit,
  calendar: WorkingCalendar,
): Remaining {
  const [today, last] = [civilDateOf(now), dayEndingAt(legalEnd)];
  if (now > legalEnd) return { kind: 'late', ...daysAfter(last, today, calendar) };
  if (unit === 'workingHours' && isCovered(today, last, calendar)) {
    return { kind: 'hours', minutes: workingMinutes(now, due, calendar) };
  }
  if (today === last) return { kind: 'today' };
  const left = daysAfter(today, last, calendar);
  return { kind: left.days < FAR_FROM_DAYS ? 'soon' : 'far', ...left };
}

interface Days {
  readonly days: number;
  readonly withRest?: true;
}

/** Working days after one day, up to and including another; every day where the calendar lacks one of them. */
function daysAfter(first: CivilDate, last: CivilDate, calendar: WorkingCalendar): Days {
  const counts = isCovered(nextDay(first), last, calendar);
  let days = 0;
  for (let day = nextDay(first); day <= last; day = nextDay(day)) {
    if (!counts || isWorkingDay(day, calendar)) days += 1;
  }
  return counts ? { days } : { days, withRest: true };
}

function isCovered(first: CivilDate, last: CivilDate, { years }: WorkingCalendar): boolean {
  if (years === 'complete') return true;
  for (let year = yearOf(first); year <= yearOf(last); year += 1) if (!years.includes(year)) return false;
  return true;
}

/**
 * The last of so many working days after a day, as far as the calendar reaches: the last covered day where it does not
 * reach so far, the day itself where it lacks even that.
 */
export function lastKnownWorkingDay(first: CivilDate, days: number, calendar: WorkingCalendar): CivilDate {
  let [last, left] = [first, days];
  for (let day = nextDay(first); left > 0 && isCovered(first, day, calendar); day = nextDay(day)) {
    if (isWorkingDay(day, calendar)) left -= 1;
    last = day;
  }
  return last;
}

/**
 * Working time between two moments, in minutes.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function workingMinutes(from: Date, to: Date, calendar: WorkingCalendar): number {
  let minutes = 0;
  const last = civilDateOf(to);
  for (let day = civilDateOf(from); day <= last; day = nextDay(day)) {
    for (const interval of intervalsOf(day, calendar)) {
      const opens = Math.max(from.getTime(), instantOf(day, interval.from).getTime());
      const closes = Math.min(to.getTime(), instantOf(day, interval.to).getTime());
      if (opens < closes) minutes += (closes - opens) / MINUTE;
    }
  }
  return minutes;
}

/** `Còn 2 ngày làm việc`, `Còn 3 giờ làm việc`, `Đến hạn hôm nay`, `Quá hạn 1 ngày`. */
export function remainingWords(left: Remaining): string {
  switch (left.kind) {
    case 'late':
      return left.days === 0 ? 'Quá hạn' : `Quá hạn ${daysWords(left)}`;
    case 'today':
      return 'Đến hạn hôm nay';
    case 'soon':
    case 'far':
      return left.withRest ? `Còn ${daysWords(left)}` : `Còn ${left.days} ngày làm việc`;
    case 'hours':
      return left.minutes < 60
        ? `Còn ${Math.floor(left.minutes)} phút làm việc`
        : `Còn ${Math.floor(left.minutes / 60)} giờ làm việc`;
  }
}

/** `2 ngày`, and `2 ngày, kể cả ngày nghỉ` where the calendar does not tell which of them are worked. */
function daysWords({ days, withRest }: Days): string {
  return withRest ? `${days} ngày, kể cả ngày nghỉ` : `${days} ngày`;
}

/** While the clock is paused, whatever is left. */
export const PAUSED_WORDS = 'Tạm dừng';

/** What a person still has to accept: `Nhận trước 14:30`; on another day `Nhận trước 08:30, 19/03`. */
export function acceptBeforeWords(now: Date, due: Date): string {
  const day = civilDateOf(due);
  const date = day === civilDateOf(now) ? '' : `, ${shortDateWords(day)}`;
  return `Nhận trước ${timeWords(due)}${date}`;
}

/** How a finished duty ended: `Đúng hạn`, `Quá hạn 2 ngày`; just `Quá hạn` when no working day had begun since the legal end. */
export function outcomeWords(finished: Date, legalEnd: Date, calendar: WorkingCalendar): string {
  if (finished <= legalEnd) return 'Đúng hạn';
  const late = daysAfter(dayEndingAt(legalEnd), civilDateOf(finished), calendar);
  return late.days === 0 ? 'Quá hạn' : `Quá hạn ${daysWords(late)}`;
}
