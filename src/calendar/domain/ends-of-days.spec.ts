/** docs/adr/0010-instants-days-and-ends.md, answer by answer. */
import { isoInVietnam } from '../../kernel/civil-date.js';
import type { LimitUnit } from '../../law/limit.js';
import { builtInCalendar } from './shipped/built-in-calendar.js';
import { deadline } from './deadline.js';
import type { Pause } from './pauses.js';

const calendar = builtInCalendar();
const at = (local: string): Date => new Date(`${local}:00+07:00`);
const pause = (from: string, to: string): Pause => ({ from: at(from), to: at(to) });

type Question = readonly [amount: number, unit: LimitUnit];
const due = (start: string, [amount, unit]: Question, pauses: readonly Pause[] = []): string =>
  isoInVietnam(deadline(at(start), { amount, unit }, calendar, pauses).due).slice(0, 16);

describe('calendar hours', () => {
  it.each([
    ['hours that end on Friday at 24:00 end there', '2026-03-13T20:00', [4, 'hours'], '2026-03-14T00:00'],
    ['at 24:00 of a Sunday they end with Monday', '2026-03-15T20:00', [4, 'hours'], '2026-03-16T17:30'],
    ['at 24:00 of a Friday that is off too', '2026-04-30T20:00', [28, 'hours'], '2026-05-04T17:30'],
  ] as const)('%s', (_rule, start, limit, expected) => {
    expect(due(start, limit)).toBe(expected);
  });
});

describe('pauses', () => {
  it.each([
    [
      'a limit moved off a day of rest ends on the next working day, paused or not',
      [2, 'days'],
      [pause('2026-03-14T08:00', '2026-03-17T10:00')],
      '2026-03-16T17:30',
    ],
    [
      'a calendar hour limit moved off a day of rest likewise',
      [48, 'hours'],
      [pause('2026-03-15T08:00', '2026-03-17T10:00')],
      '2026-03-16T17:30',
    ],
    [
      'a pause that ends at 00:00 does not take the day that begins there',
      [2, 'workingDays'],
      [pause('2026-03-13T17:05', '2026-03-17T00:00')],
      '2026-03-17T17:30',
    ],
    [
      'unless another pause begins there: the clock stood still throughout',
      [2, 'workingDays'],
      [pause('2026-03-13T17:05', '2026-03-17T00:00'), pause('2026-03-17T00:00', '2026-03-17T08:00')],
      '2026-03-18T17:30',
    ],
    ['nor in calendar days', [3, 'days'], [pause('2026-03-13T17:05', '2026-03-16T00:00')], '2026-03-17T17:30'],
  ] as const)('%s', (_rule, limit, pauses, expected) => {
    expect(due('2026-03-12T16:52', limit, pauses)).toBe(expected);
  });

  it('three days from 11/03 that end on a Saturday end on Monday 16/03, on which a pause still stands', () => {
    const waiting = pause('2026-03-14T10:00', '2026-03-16T09:00');
    expect(due('2026-03-11T16:52', [3, 'days'], [waiting])).toBe('2026-03-16T17:30');
  });
});

describe('the proof of a calendar hour limit that was moved', () => {
  const lines = (start: string, amount: number): readonly (readonly [string, string, number, string])[] =>
    deadline(new Date(start), { amount, unit: 'hours' }, calendar)
      .proof.slice(1)
      .map(({ from, to, counted, reason }) => [from.slice(5, 19), to.slice(5, 19), counted, reason]);

  it('has a line for each run of days it was moved over', () => {
    expect(lines('2026-04-24T16:52:30+07:00', 10)).toEqual([
      ['04-25T02:52:30', '04-26T00:00:00', 0, 'Thứ Bảy'],
      ['04-26T00:00:00', '04-27T00:00:00', 0, 'Giỗ Tổ Hùng Vương'],
      ['04-27T00:00:00', '04-28T00:00:00', 0, 'Nghỉ bù Giỗ Tổ Hùng Vương'],
      ['04-28T00:00:00', '04-28T17:30:00', 0, 'Hết giờ vào ngày nghỉ (Thứ Bảy): lùi đến ngày này, hết hạn lúc 17:30'],
    ]);
  });

  it('folds a weekend', () => {
    expect(lines('2026-03-13T20:00:00+07:00', 12).map(([from, , , reason]) => [from, reason])).toEqual([
      ['03-14T08:00:00', 'Thứ Bảy, Chủ Nhật'],
      ['03-16T00:00:00', 'Hết giờ vào ngày nghỉ (Thứ Bảy): lùi đến ngày này, hết hạn lúc 17:30'],
    ]);
  });

  it('has no empty line when it ran out at the last 24:00 of the rest', () => {
    expect(lines('2026-03-15T20:00:00+07:00', 4).map(([from, , , reason]) => [from, reason])).toEqual([
      ['03-16T00:00:00', 'Hết giờ vào ngày nghỉ (Chủ Nhật): lùi đến ngày này, hết hạn lúc 17:30'],
    ]);
  });
});

it('an office that closes at 24:00 is due with the last second of the day, never after the legal end', () => {
  const untilMidnight = {
    ...calendar,
    shifts: calendar.shifts.map((shift) => ({ ...shift, intervals: [{ from: 480, to: 1440 }] })),
  };
  const ends = (unit: LimitUnit, start = '2026-03-12T09:00'): readonly string[] => {
    const { due: ended, legalEnd } = deadline(at(start), { amount: 1, unit }, untilMidnight);
    return [isoInVietnam(ended), isoInVietnam(legalEnd)];
  };

  expect(ends('workingDays')).toEqual(['2026-03-13T23:59:59+07:00', '2026-03-13T23:59:59+07:00']);
  expect(ends('days')).toEqual(['2026-03-13T23:59:59+07:00', '2026-03-13T23:59:59+07:00']);
  expect(ends('hours', '2026-03-14T09:00')).toEqual(['2026-03-16T23:59:59+07:00', '2026-03-16T23:59:59+07:00']);
});
