import { createHash } from 'node:crypto';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { civilDate, type Weekday } from '../../kernel/civil-date.js';
import { calendarFor, FIRST_CALENDAR, type AgencyCalendar, SHIPPED_CALENDAR } from './agency-calendar.js';
import { intervalsOf, isWorkingDay } from './working-calendar.js';

const OFFICE_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

const school: AgencyCalendar = {
  ...SHIPPED_CALENDAR,
  unitShifts: {
    'nui-voi': [
      { validFrom: civilDate('2026-01-01'), validTo: null, weekdays: OFFICE_DAYS, intervals: [{ from: 420, to: 690 }] },
      { validFrom: civilDate('2026-01-01'), validTo: null, weekdays: [6], intervals: [{ from: 420, to: 660 }] },
    ],
  },
};

describe('hours of a unit', () => {
  const [thursday, saturday] = [civilDate('2026-03-12'), civilDate('2026-03-14')];

  it('are its own where it has some', () => {
    expect(intervalsOf(thursday, calendarFor(school, 'nui-voi'))).toEqual([{ from: 420, to: 690 }]);
    expect(isWorkingDay(saturday, calendarFor(school, 'nui-voi'))).toBe(true);
  });

  it.each([
    ['another unit', 'gdtrh'],
    ['nobody', null],
    ['the agency', undefined],
  ])('are those of the agency for %s', (_whose, unitId) => {
    expect(intervalsOf(thursday, calendarFor(school, unitId))).toHaveLength(2);
    expect(isWorkingDay(saturday, calendarFor(school, unitId))).toBe(false);
  });

  it('leave the days off of the agency as they are', () => {
    expect(isWorkingDay(civilDate('2026-02-17'), calendarFor(school, 'nui-voi'))).toBe(false);
  });
});

describe('24/11, a holiday since 2026', () => {
  const switched = (years: readonly number[]): AgencyCalendar => ({ ...FIRST_CALENDAR, years, cultureDay: true });

  it.each([
    ['2025-11-24', true],
    ['2026-11-24', false],
    ['2027-11-24', false],
  ])('on %s the office works: %s', (day, works) => {
    expect(isWorkingDay(civilDate(day), calendarFor(switched(SHIPPED_CALENDAR.years)))).toBe(works);
  });

  it('gives Monday off where it falls on a Saturday', () => {
    const calendar = calendarFor(switched([2029]));

    expect(isWorkingDay(civilDate('2029-11-26'), calendar)).toBe(false);
    expect(isWorkingDay(civilDate('2029-11-27'), calendar)).toBe(true);
  });

  it('is not declared a second time', () => {
    const date = civilDate('2026-11-24');
    const decided: AgencyCalendar = {
      ...switched([2026]),
      daysOff: [{ kind: 'holiday', name: 'Ngày Văn hóa', date, source: 'Luật mới', confidence: 'confirmed' }],
    };

    expect(calendarFor(decided).daysOff.filter((day) => day.date === date)).toHaveLength(1);
  });

  it('is worked in version 1, by which dates were counted before it was known, and off in what ships now', () => {
    expect(isWorkingDay(civilDate('2026-11-24'), calendarFor(FIRST_CALENDAR))).toBe(true);
    expect(isWorkingDay(civilDate('2026-11-24'), calendarFor(SHIPPED_CALENDAR))).toBe(false);
  });
});

describe('a calendar that shipped', () => {
  it.each([
    ['version 1', FIRST_CALENDAR, '55e81bef56dbd40a24c11ec6115ecb6d4bd7997e0b5d5cdb493befb49feb66a2'],
    ['version 2', SHIPPED_CALENDAR, '3b7bac8ce420d27098e96495316c78998efc0e5ed218e9a2771b5f2aaf7d6eed'],
  ])(
    'is %s, word for word: a correction is a new version, or closed tickets could not be counted again',
    (...[, calendar, sha256]) => {
      expect(createHash('sha256').update(canonicalJson(calendar)).digest('hex')).toBe(sha256);
    },
  );
});
