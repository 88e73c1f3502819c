import { civilDate, instantOf } from '../../kernel/civil-date.js';
import { isBeforeClosing, isOfficeOpen, type WorkingCalendar } from './working-calendar.js';

const CALENDAR: WorkingCalendar = {
  name: 'Sở',
  version: 1,
  years: [2026],
  shifts: [
    {
      validFrom: civilDate('2026-01-01'),
      validTo: null,
      weekdays: [1, 2, 3, 4, 5],
      intervals: [
        { from: 450, to: 690 },
        { from: 810, to: 1020 },
      ],
    },
  ],
  daysOff: [],
  makeUpDays: [],
};
const THURSDAY = civilDate('2026-03-12');
const SUNDAY = civilDate('2026-03-15');

describe('the office', () => {
  it.each([
    ['before it opens', THURSDAY, 449, false, true],
    ['in its first minute', THURSDAY, 450, true, true],
    ['at noon', THURSDAY, 720, false, true],
    ['in its last minute', THURSDAY, 1019, true, true],
    ['when it closes', THURSDAY, 1020, false, false],
    ['on a day off', SUNDAY, 600, false, false],
  ])('%s: open, yet to close', (_when, day, minute, open, beforeClosing) => {
    const now = instantOf(day, minute);
    expect([isOfficeOpen(now, CALENDAR), isBeforeClosing(now, CALENDAR)]).toEqual([open, beforeClosing]);
  });
});
