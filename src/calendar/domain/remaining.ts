import { type CivilDate, civilDateOf, dayEndingAt, instantOf, nextDay } from '../../kernel/civil-date.js';
import type { LimitUnit } from '../../law/limit.js';
import { shortDateWords, timeWords } from './moment-words.js';
import type { Deadline } from './proof.js';
import { intervalsOf, isWorkingDay, type WorkingCalendar } from './working-calendar.js';

const MINUTE = 60_000;

/** From how many working days left a deadline is no longer near. */
const FAR_FROM_DAYS = 3;

/**
 * How a deadline stands, in working time. `late` counts the working days begun since the legal end, 0 while none has;
 * `soon` (at most 2) and `far` count those after today; `hours` is what is left of an hour limit, in minutes.
 */
export type Remaining =
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'today' }
  | { readonly kind: 'soon'; readonly days: number }
  | { readonly kind: 'far'; readonly days: number }
  | { readonly kind: 'hours'; readonly minutes: number };

/**
 * How much of a limit is left at a moment, or how long it is over. Late begins after the legal end, not when the
 * office closes.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function remaining(
  now: Date,
  { due, legalEnd }: Pick<Deadline, 'due' | 'legalEnd'>,
  unit: LimitUnit,
  calendar: WorkingCalendar,
): Remaining {
  if (now > legalEnd) return { kind: 'late', days: daysLate(now, legalEnd, calendar) };
  if (unit === 'workingHours') return { kind: 'hours', minutes: workingMinutes(now, due, calendar) };
  const [today, last] = [civilDateOf(now), dayEndingAt(legalEnd)];
  if (today === last) return { kind: 'today' };
  const days = workingDaysAfter(today, last, calendar);
  return { kind: days < FAR_FROM_DAYS ? 'soon' : 'far', days };
}

/**
 * Working days begun between the last day of a limit and a later moment; 0 when it was not over then, or is over only
 * since a closed door.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function daysLate(at: Date, legalEnd: Date, calendar: WorkingCalendar): number {
  return workingDaysAfter(dayEndingAt(legalEnd), civilDateOf(at), calendar);
}

/** Working days after one day, up to and including another. */
function workingDaysAfter(first: CivilDate, last: CivilDate, calendar: WorkingCalendar): number {
  let days = 0;
  for (let day = nextDay(first); day <= last; day = nextDay(day)) {
    if (isWorkingDay(day, calendar)) days += 1;
  }
  return days;
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
      return left.days === 0 ? 'Quá hạn' : `Quá hạn ${left.days} ngày`;
    case 'today':
      return 'Đến hạn hôm nay';
    case 'soon':
    case 'far':
      return `Còn ${left.days} ngày làm việc`;
    case 'hours':
      return left.minutes < 60
        ? `Còn ${Math.floor(left.minutes)} phút làm việc`
        : `Còn ${Math.floor(left.minutes / 60)} giờ làm việc`;
  }
}

/** While the clock stands still, whatever is left. */
export const PAUSED_WORDS = 'Tạm dừng';

/** What a person still has to accept: `Nhận trước 14:30`; on another day `Nhận trước 08:30, 19/03`. */
export function acceptBeforeWords(now: Date, due: Date): string {
  const day = civilDateOf(due);
  const date = day === civilDateOf(now) ? '' : `, ${shortDateWords(day)}`;
  return `Nhận trước ${timeWords(due)}${date}`;
}

/**
 * How a finished duty ended: `Đúng hạn`, `Trễ 2 ngày`; just `Trễ` when no working day had begun since the legal end.
 *
 * @throws DomainError `deadline-calendar-missing`
 */
export function outcomeWords(finished: Date, legalEnd: Date, calendar: WorkingCalendar): string {
  if (finished <= legalEnd) return 'Đúng hạn';
  const days = daysLate(finished, legalEnd, calendar);
  return days === 0 ? 'Trễ' : `Trễ ${days} ngày`;
}
