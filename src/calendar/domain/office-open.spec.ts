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
    ['before it opens', THURSDAY, 449, { isOpen: false, isYetToClose: true }],
    ['in its first minute', THURSDAY, 450, { isOpen: true, isYetToClose: true }],
    ['at noon', THURSDAY, 720, { isOpen: false, isYetToClose: true }],
    ['in its last minute', THURSDAY, 1019, { isOpen: true, isYetToClose: true }],
    ['when it closes', THURSDAY, 1020, { isOpen: false, isYetToClose: false }],
    ['on a day off', SUNDAY, 600, { isOpen: false, isYetToClose: false }],
  ])('%s', (_when, day, minute, expected) => {
    const now = instantOf(day, minute);
    const found = { isOpen: isOfficeOpen(now, CALENDAR), isYetToClose: isBeforeClosing(now, CALENDAR) };
    expect(found).toEqual(expected);
  });
});
