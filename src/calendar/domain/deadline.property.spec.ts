import fc from 'fast-check';

import { civilDate, type Weekday } from '../../kernel/civil-date.js';
import { LIMIT_UNITS, type LimitUnit } from '../../law/limit.js';
import { deadline } from './deadline.js';
import type { Pause } from './pauses.js';
import type { WorkingCalendar } from './working-calendar.js';

/*
 * A second count, written to share nothing with the first: it knows only minutes since the epoch, asks of each whether
 * the office is open and the clock runs, and walks on until the limit is used up.
 */
const MINUTE = 60_000;
const DAY = 1440;
const VIETNAM = 7 * 60;
const RUNS = 500;

const dayStart = (minute: number): number => Math.floor((minute + VIETNAM) / DAY) * DAY - VIETNAM;
const iso = (minute: number): string => new Date((minute + VIETNAM) * MINUTE).toISOString().slice(0, 10);

/** A byte for each minute of one day. */
function openMinutes(day: string, calendar: WorkingCalendar): Uint8Array {
  const open = new Uint8Array(DAY);
  const makeUp = calendar.makeUpDays.find((entry) => entry.date === day);
  if (makeUp === undefined && calendar.daysOff.some((entry) => entry.date === day)) return open;
  const weekday = makeUp?.shiftOfWeekday ?? ((new Date(day).getUTCDay() + 6) % 7) + 1;
  for (const shift of calendar.shifts) {
    if (day < shift.validFrom || (shift.validTo ?? '9999') < day) continue;
    if (!shift.weekdays.some((one) => one === weekday)) continue;
    for (const { from, to } of shift.intervals) open.fill(1, from, to);
  }
  return open;
}

interface SlowAnswer {
  readonly due: number;
  readonly legalEndMinute: number;
}

function slowCount(
  start: number,
  amount: number,
  unit: LimitUnit,
  { calendar, pauses }: { readonly calendar: WorkingCalendar; readonly pauses: readonly Pause[] },
): SlowAnswer {
  const days = new Map<number, Uint8Array>();
  const dayOf = (minute: number): Uint8Array => {
    const first = dayStart(minute);
    const known = days.get(first) ?? openMinutes(iso(first), calendar);
    days.set(first, known);
    return known;
  };
  const isOpen = (minute: number): boolean => dayOf(minute)[minute - dayStart(minute)] === 1;
  const stands = (minute: number): boolean =>
    pauses.some(({ from, to }) => from.getTime() / MINUTE <= minute && minute < to.getTime() / MINUTE);
  const isTaken = (first: number): boolean =>
    pauses.some(({ from, to }) => from.getTime() / MINUTE < first && first <= to.getTime() / MINUTE);

  /** Walks a day minute by minute; the minute after the last open one, or null. */
  const closeOf = (first: number): number | null => {
    let close: number | null = null;
    for (let minute = first; minute < first + DAY; minute += 1) if (isOpen(minute)) close = minute + 1;
    return close;
  };
  const wholeDay = (first: number): SlowAnswer => ({ due: closeOf(first) ?? Number.NaN, legalEndMinute: first + DAY });
  const nextOpenDay = (after: number): number => {
    let first = after + DAY;
    while (closeOf(first) === null || isTaken(first)) first += DAY;
    return first;
  };

  if (unit === 'workingHours' || unit === 'hours') {
    let minute = start;
    for (let left = amount * 60; left > 0; minute += 1) {
      if ((unit === 'hours' || isOpen(minute)) && !stands(minute)) left -= 1;
    }
    const last = dayStart(minute);
    if (unit === 'workingHours' || closeOf(last) !== null) return { due: minute, legalEndMinute: minute };
    return wholeDay(nextOpenDay(last));
  }
  let first = dayStart(start);
  for (let left = amount; left > 0;) {
    first += DAY;
    if ((unit === 'days' || closeOf(first) !== null) && !isTaken(first)) left -= 1;
  }
  return wholeDay(closeOf(first) === null ? nextOpenDay(first) : first);
}

const ORIGIN = Date.parse('2026-03-01T00:00:00+07:00') / MINUTE;
const HORIZON_DAYS = 330;

const dayIn = fc.integer({ min: 0, max: HORIZON_DAYS }).map((offset) => civilDate(iso(ORIGIN + offset * DAY)));

const declared = { source: 'thử', confidence: 'assumed' } as const;

const hours = fc
  .uniqueArray(fc.integer({ min: 24, max: 88 }), { minLength: 4, maxLength: 4 })
  .map((quarters) => quarters.sort((a, b) => a - b).map((quarter) => quarter * 15))
  .map(([a = 0, b = 0, c = 0, d = 0]) => [
    { from: a, to: b },
    { from: c, to: d },
  ]);

const calendars: fc.Arbitrary<WorkingCalendar> = fc
  .record({
    winter: hours,
    summer: hours,
    saturdays: fc.boolean(),
    daysOff: fc.uniqueArray(dayIn, { maxLength: 25 }),
    makeUpDays: fc.uniqueArray(fc.tuple(dayIn, fc.integer({ min: 1, max: 5 })), {
      maxLength: 12,
      selector: ([day]) => day,
    }),
  })
  .map(({ winter, summer, saturdays, daysOff, makeUpDays }) => {
    const weekdays: Weekday[] = saturdays ? [1, 2, 3, 4, 5, 6] : [1, 2, 3, 4, 5];
    return {
      name: 'Lịch thử',
      version: 1,
      years: 'complete',
      shifts: [
        { validFrom: civilDate('2025-11-01'), validTo: civilDate('2026-03-31'), weekdays, intervals: winter },
        { validFrom: civilDate('2026-04-01'), validTo: civilDate('2026-10-31'), weekdays, intervals: summer },
        { validFrom: civilDate('2026-11-01'), validTo: null, weekdays, intervals: winter },
      ],
      daysOff: daysOff.map((date) => ({ date, name: 'Nghỉ', kind: 'holiday', ...declared })),
      makeUpDays: makeUpDays.map(([date, weekday]) => ({ date, shiftOfWeekday: weekday as Weekday, ...declared })),
    };
  });

const questions = fc
  .record({
    calendar: calendars,
    start: fc.integer({ min: 0, max: 310 * DAY }).map((minutes) => ORIGIN + minutes),
    unit: fc.constantFrom(...LIMIT_UNITS),
    amount: fc.integer({ min: 1, max: 15 }),
    pauses: fc.array(fc.tuple(fc.integer({ min: -2 * DAY, max: 8 * DAY }), fc.integer({ min: 0, max: 4 * DAY })), {
      maxLength: 3,
    }),
  })
  .map(({ pauses, start, ...question }) => ({
    ...question,
    start,
    pauses: pauses.map(([after, length]) => ({
      from: new Date((start + after) * MINUTE),
      to: new Date((start + after + length) * MINUTE),
    })),
  }));

describe('a deadline', () => {
  it('equals a slow count minute by minute, and its proof adds up without a gap', () => {
    fc.assert(
      fc.property(questions, ({ calendar, start, unit, amount, pauses }) => {
        const { due, legalEnd, proof } = deadline(new Date(start * MINUTE), { amount, unit }, calendar, pauses);
        const slow = slowCount(start, amount, unit, { calendar, pauses });

        expect(due.getTime()).toBe(slow.due * MINUTE);
        const isMoment = slow.due === slow.legalEndMinute && unit.toLowerCase().endsWith('hours');
        expect(legalEnd.getTime()).toBe(slow.legalEndMinute * MINUTE - (isMoment ? 0 : 1000));

        const byHours = unit === 'hours' || unit === 'workingHours';
        expect(proof.reduce((sum, { counted }) => sum + counted, 0)).toBe(byHours ? amount * 60 : amount);
        for (const { from, to } of proof) expect(byHours ? from < to : from <= to).toBe(true);
        for (const [index, line] of proof.slice(1).entries()) {
          const before = Date.parse(proof[index]!.to);
          expect(Date.parse(line.from)).toBe(byHours ? before : before + DAY * MINUTE);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
