import { civilDate } from '../../kernel/civil-date.js';
import { builtInCalendar } from './shipped/built-in-calendar.js';
import { deadline } from './deadline.js';
import { momentWords } from './proof/moment-words.js';
import {
  acceptBeforeWords,
  lastKnownWorkingDay,
  outcomeWords,
  remaining,
  remainingWords,
  workingMinutes,
} from './remaining.js';

const calendar = builtInCalendar();
const at = (local: string): Date => new Date(`${local}:00+07:00`);

/** Due 17:30 on Friday 20/03/2026. */
const answer = deadline(at('2026-03-13T16:52'), { amount: 5, unit: 'workingDays' }, calendar);

describe('remaining of a day limit', () => {
  it.each([
    ['a week before', '2026-03-13T17:00', 'far', 'Còn 5 ngày làm việc'],
    ['two working days before', '2026-03-18T09:00', 'soon', 'Còn 2 ngày làm việc'],
    ['one working day before, late in the evening', '2026-03-19T22:00', 'soon', 'Còn 1 ngày làm việc'],
    ['on the day', '2026-03-20T08:00', 'today', 'Đến hạn hôm nay'],
    ['on the day after the office closed, not late yet', '2026-03-20T23:59', 'today', 'Đến hạn hôm nay'],
    ['on the Saturday after, before any working day began', '2026-03-21T09:00', 'late', 'Quá hạn'],
    ['on the Monday after', '2026-03-23T07:00', 'late', 'Quá hạn 1 ngày'],
    ['on the Tuesday after', '2026-03-24T07:00', 'late', 'Quá hạn 2 ngày'],
  ])('%s', (_when, now, kind, words) => {
    const left = remaining(at(now), answer, 'workingDays', calendar);

    expect(left.kind).toBe(kind);
    expect(remainingWords(left)).toBe(words);
  });
});

it('names the day that a limit ends at 24:00 of, though that moment begins the next day', () => {
  const answered = deadline(at('2026-03-12T20:00'), { amount: 28, unit: 'hours' }, calendar);

  const words = (now: string): string => remainingWords(remaining(at(now), answered, 'hours', calendar));
  expect(answered.due).toEqual(at('2026-03-14T00:00'));
  expect(words('2026-03-12T20:00')).toBe('Còn 1 ngày làm việc');
  expect(words('2026-03-13T09:00')).toBe('Đến hạn hôm nay');
  expect(words('2026-03-14T09:00')).toBe('Quá hạn');
  expect(words('2026-03-16T09:00')).toBe('Quá hạn 1 ngày');
});

describe('remaining of an hour limit', () => {
  const handOver = deadline(at('2026-03-12T10:30'), { amount: 4, unit: 'workingHours' }, calendar);

  it.each([
    ['at its start', '2026-03-12T10:30', 'Còn 4 giờ làm việc'],
    ['lunch takes nothing', '2026-03-12T12:30', 'Còn 3 giờ làm việc'],
    ['under an hour in minutes', '2026-03-12T15:48', 'Còn 42 phút làm việc'],
    ['at the moment itself it is not late', '2026-03-12T16:30', 'Còn 0 phút làm việc'],
    ['a minute later it is', '2026-03-12T16:31', 'Quá hạn'],
    ['and a day late on the next working day', '2026-03-13T07:30', 'Quá hạn 1 ngày'],
  ])('%s', (_when, now, words) => {
    expect(remainingWords(remaining(at(now), handOver, 'workingHours', calendar))).toBe(words);
  });

  it('says before which moment someone must accept', () => {
    expect(acceptBeforeWords(at('2026-03-12T10:30'), handOver.due)).toBe('Nhận trước 16:30');
    expect(acceptBeforeWords(at('2026-03-11T10:30'), handOver.due)).toBe('Nhận trước 16:30, 12/03');
  });
});

describe('by a calendar that lacks the year', () => {
  /** Due 17:30 on Friday 31/12/2027, the last covered day. */
  const lastOfYear = deadline(at('2027-12-29T16:52'), { amount: 2, unit: 'workingDays' }, calendar);

  it.each([
    ['what is left is counted as long as its days are covered', '2027-12-29T17:00', 'soon', 'Còn 2 ngày làm việc'],
    [
      'what is over is counted in calendar days, and says so',
      '2028-01-05T09:00',
      'late',
      'Quá hạn 5 ngày, kể cả ngày nghỉ',
    ],
    ['and from the first of them on', '2028-01-01T09:00', 'late', 'Quá hạn 1 ngày, kể cả ngày nghỉ'],
  ])('%s', (_rule, now, kind, words) => {
    const left = remaining(at(now), lastOfYear, 'workingDays', calendar);

    expect(left.kind).toBe(kind);
    expect(remainingWords(left)).toBe(words);
  });

  it.each([
    ['soon', '2028-01-03T09:00', 'Còn 2 ngày, kể cả ngày nghỉ'],
    ['far', '2028-01-01T09:00', 'Còn 4 ngày, kể cả ngày nghỉ'],
  ])('what is left of a date of another calendar is counted likewise: %s', (kind, now, words) => {
    const end = at('2028-01-05T17:30');
    for (const unit of ['workingDays', 'workingHours'] as const) {
      const left = remaining(at(now), { due: end, legalEnd: end }, unit, calendar);

      expect([left.kind, remainingWords(left)]).toEqual([kind, words]);
    }
  });

  it('how late an end was is said likewise', () => {
    expect(outcomeWords(at('2028-01-04T10:00'), lastOfYear.legalEnd, calendar)).toBe('Quá hạn 4 ngày, kể cả ngày nghỉ');
  });
});

describe('the last of so many working days that the calendar knows', () => {
  it.each([
    ['the last of them', '2026-03-19', '2026-03-23'],
    ['the last covered day where the next year is not declared', '2027-12-30', '2027-12-31'],
    ['the day itself on the last day', '2027-12-31', '2027-12-31'],
    ['and in a year that is not declared', '2028-01-05', '2028-01-05'],
  ])('is %s', (_rule, day, expected) => {
    expect(lastKnownWorkingDay(civilDate(day), 2, calendar)).toBe(expected);
  });
});

describe('words of an end', () => {
  it.each([
    ['in time until the last second', '2026-03-20T23:59', 'Đúng hạn'],
    ['late on a day of rest', '2026-03-22T10:00', 'Quá hạn'],
    ['two working days late', '2026-03-24T10:00', 'Quá hạn 2 ngày'],
  ])('%s', (_when, finished, words) => {
    expect(outcomeWords(at(finished), answer.legalEnd, calendar)).toBe(words);
  });

  it('writes the exact moment beside it', () => {
    expect(momentWords(answer.due)).toBe('17:30, thứ Sáu 20/03/2026');
    expect(momentWords(at('2026-03-22T09:05'))).toBe('09:05, Chủ Nhật 22/03/2026');
  });
});

it('counts the working time between two moments', () => {
  expect(workingMinutes(at('2026-03-13T16:52'), at('2026-03-16T08:00'), calendar)).toBe(38 + 30);
  expect(workingMinutes(at('2026-03-16T08:00'), at('2026-03-13T16:52'), calendar)).toBe(0);
});
