import { civilDate } from '../../../kernel/civil-date.js';
import { type CalendarChange, withChange } from './calendar-change.js';
import { calendarDifference, isSame } from './calendar-difference.js';
import { FIRST_CALENDAR } from '../agency-calendar.js';
import type { DayOff, Shift } from '../working-calendar.js';

const off = (date: string, name = 'Tết Nguyên đán'): DayOff => ({
  kind: 'holiday',
  name,
  date: civilDate(date),
  source: 'Thông báo',
  confidence: 'confirmed',
});
const saturday: Shift = {
  validFrom: civilDate('2026-01-01'),
  validTo: null,
  weekdays: [6],
  intervals: [{ from: 450, to: 690 }],
};
const days = (mode: 'add' | 'replaceYears', ...daysOff: readonly DayOff[]): CalendarChange => ({
  kind: 'days',
  mode,
  years: [...new Set(daysOff.map(({ date }) => Number(date.slice(0, 4))))],
  daysOff,
  makeUpDays: [],
  shifts: null,
});
const difference = (change: CalendarChange) => calendarDifference(FIRST_CALENDAR, withChange(FIRST_CALENDAR, change));
const dates = (change: CalendarChange): readonly string[] => difference(change).days.map(({ date }) => date);

describe('a change of the calendar', () => {
  it('of days keeps what hours rest on that its file only repeats; a file of hours alone says what they rest on', () => {
    const origin = { source: 'Quyết định 7/QĐ-UBND', confidence: 'confirmed' } as const;
    const shifts = FIRST_CALENDAR.shifts.map((shift) => ({ ...shift, origin }));
    const [withHours, hoursAlone] = [days('add', off('2028-01-26')), days('add')].map((change) =>
      withChange(FIRST_CALENDAR, { ...change, shifts } as CalendarChange),
    );
    expect(withHours?.shifts).toEqual(FIRST_CALENDAR.shifts);
    expect(hoursAlone?.shifts).toEqual(shifts);
  });

  it('of a new year adds the year and leaves the others as they were', () => {
    const { years, days: changed } = difference(days('replaceYears', off('2028-01-26')));

    expect(years).toEqual([2028]);
    expect(changed).toMatchObject([
      { date: '2028-01-26', before: { dayOff: null }, after: { dayOff: { kind: 'holiday' } } },
    ]);
  });

  it('that replaces a year takes away what the file does not name', () => {
    const changed = difference(days('replaceYears', off('2027-02-06'))).days;

    expect(changed).toHaveLength(FIRST_CALENDAR.daysOff.filter(({ date }) => date.startsWith('2027')).length);
    expect(changed.filter(({ after }) => after.dayOff === null)).toHaveLength(changed.length - 1);
  });

  it('that adds leaves the other days of the year', () => {
    expect(dates(days('add', off('2026-12-31', 'Nghỉ thêm')))).toEqual(['2026-12-31']);
  });

  it('of one day may make a day off worked again', () => {
    const { days: changed } = difference({ kind: 'day', date: civilDate('2026-08-31'), dayOff: null, makeUp: null });

    expect(changed).toMatchObject([
      { date: '2026-08-31', before: { dayOff: { kind: 'swapped' } }, after: { dayOff: null } },
    ]);
  });

  it('of the switch of 24/11 shows the days it counts', () => {
    expect(dates({ kind: 'cultureDay', counted: true })).toEqual(['2026-11-24', '2027-11-24']);
  });

  it('of hours names whose they are; none of its own gives a unit those of the agency', () => {
    const own = withChange(FIRST_CALENDAR, { kind: 'shifts', unitId: 'nui-voi', shifts: [saturday] });
    const none = withChange(own, { kind: 'shifts', unitId: 'nui-voi', shifts: [] });

    expect(calendarDifference(FIRST_CALENDAR, own).shifts).toEqual([
      { unitId: 'nui-voi', before: [], after: [saturday] },
    ]);
    expect(none).toEqual(FIRST_CALENDAR);
  });

  it('is none when everything stays', () => {
    expect(isSame(difference({ kind: 'cultureDay', counted: false }))).toBe(true);
    expect(isSame(difference({ kind: 'shifts', unitId: null, shifts: FIRST_CALENDAR.shifts }))).toBe(true);
  });
});
