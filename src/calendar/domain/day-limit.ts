import { type CivilDate, civilDateOf, instantOf, nextDay } from '../../kernel/civil-date.js';
import { clockWords, timeWords } from './proof/moment-words.js';
import { type Pause, pauseCovering, pauseWords } from './pauses.js';
import { closedReason, type Deadline, foldDays, type WeighedDay } from './proof/proof.js';
import {
  closingMinute,
  daysFrom,
  foundOnce,
  isWorkingDay,
  makeUpDayOn,
  requireCovered,
  type WorkingCalendar,
} from './working-calendar.js';

const MIDNIGHT = 1440;
const SECOND = 1000;

/**
 * A limit in working days: `amount` open days after the day of receipt, those taken by a pause left out.
 *
 * @param pauses in order and disjoint
 * @throws DomainError `deadline-calendar-missing`
 *
 * Source: Bộ luật Dân sự 2015, Điều 147 khoản 2 và Điều 148.
 */
export function workingDayDeadline(
  start: Date,
  amount: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Deadline {
  const days = countDays(start, amount, calendar, (day) => weighWorkingDay(day, calendar, pauses));
  const { day, reason } = lastOf(days);
  const ends = `hạn lúc ${clockWords(closingMinute(day, calendar))}`;
  const last: WeighedDay = {
    day,
    counted: 1,
    reason: makeUpDayOn(day, calendar) === undefined ? `Hết ${ends}` : `${reason}, hết ${ends}`,
  };
  return endingWith(last, days.slice(0, -1), calendar);
}

/**
 * A limit in calendar days: days of rest count too, but the limit does not end on one. It then ends with the next working
 * day; what was counted is used up, so a pause no longer matters.
 *
 * @param pauses in order and disjoint
 * @throws DomainError `deadline-calendar-missing`
 *
 * Source: Bộ luật Dân sự 2015, Điều 148 khoản 5.
 */
export function calendarDayDeadline(
  start: Date,
  amount: number,
  calendar: WorkingCalendar,
  pauses: readonly Pause[],
): Deadline {
  const days = countDays(start, amount, calendar, (day) => weighCalendarDay(day, pauses));
  const counted = lastOf(days);
  if (isWorkingDay(counted.day, calendar)) {
    const ends = `Hết hạn lúc ${clockWords(closingMinute(counted.day, calendar))}`;
    return endingWith({ ...counted, reason: ends, run: undefined }, days.slice(0, -1), calendar);
  }
  const onRest = closedReason(counted.day, calendar).reason;
  const moved = movedOffRest(nextDay(counted.day), `Ngày cuối là ngày nghỉ (${onRest})`, calendar);
  return endingWith(lastOf(moved), [...days, ...moved.slice(0, -1)], calendar);
}

/**
 * The days over which an end on a day of rest is moved, up to and including the working day that it is moved to; none
 * of them counts.
 *
 * @param because why it is moved; stands at the last day
 * @throws DomainError `deadline-calendar-missing`
 */
export function movedOffRest(first: CivilDate, because: string, calendar: WorkingCalendar): readonly WeighedDay[] {
  const rest: WeighedDay[] = [];
  for (const day of daysFrom(first, calendar)) {
    if (isWorkingDay(day, calendar)) {
      const ends = `hết hạn lúc ${clockWords(closingMinute(day, calendar))}`;
      return [...rest, { day, counted: 0, reason: `${because}: lùi đến ngày này, ${ends}` }];
    }
    rest.push({ day, counted: 0, ...closedReason(day, calendar) });
  }
  return rest;
}

/**
 * `due` and `legalEnd` of a limit that ends with a whole day. The last second of a day still belongs to it, and an office
 * that closes at 24:00 is due then.
 */
export function endOfDay(day: CivilDate, calendar: WorkingCalendar): Pick<Deadline, 'due' | 'legalEnd'> {
  const closing = instantOf(day, closingMinute(day, calendar));
  const legalEnd = new Date(instantOf(day, MIDNIGHT).getTime() - SECOND);
  return { due: closing < legalEnd ? closing : legalEnd, legalEnd };
}

function countDays(
  start: Date,
  amount: number,
  calendar: WorkingCalendar,
  weigh: (day: CivilDate) => WeighedDay,
): readonly WeighedDay[] {
  const received = civilDateOf(start);
  requireCovered(received, calendar);
  const days: WeighedDay[] = [
    { day: received, counted: 0, reason: `Nhận lúc ${timeWords(start)}; ngày nhận không tính` },
  ];
  let left = amount;
  for (const day of daysFrom(nextDay(received), calendar)) {
    const weighed = weigh(day);
    days.push(weighed);
    left -= weighed.counted;
    if (left === 0) break;
  }
  return days;
}

function weighWorkingDay(day: CivilDate, calendar: WorkingCalendar, pauses: readonly Pause[]): WeighedDay {
  const weighed = unpausedDay(day, calendar);
  return weighed.counted === 0 ? weighed : (pausedDay(day, pauses) ?? weighed);
}

const unpausedDay = foundOnce<WeighedDay>((day, calendar) => {
  if (!isWorkingDay(day, calendar)) return { day, counted: 0, ...closedReason(day, calendar) };
  return { day, counted: 1, reason: makeUpDayOn(day, calendar) === undefined ? 'Ngày làm việc' : 'Ngày làm bù' };
});

function weighCalendarDay(day: CivilDate, pauses: readonly Pause[]): WeighedDay {
  return pausedDay(day, pauses) ?? { day, counted: 1, reason: 'Tính liên tục, kể cả ngày nghỉ', run: 'calendar' };
}

function pausedDay(day: CivilDate, pauses: readonly Pause[]): WeighedDay | undefined {
  const pause = pauseCovering(day, pauses);
  return pause && { day, counted: 0, reason: pauseWords(pause), run: pauseWords(pause) };
}

function endingWith(last: WeighedDay, before: readonly WeighedDay[], calendar: WorkingCalendar): Deadline {
  return { ...endOfDay(last.day, calendar), proof: foldDays([...before, last]) };
}

function lastOf(days: readonly WeighedDay[]): WeighedDay {
  const last = days.at(-1);
  if (last === undefined) throw new RangeError('A limit has at least one day');
  return last;
}
