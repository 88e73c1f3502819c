import { civilDate } from '../../../kernel/civil-date.js';
import { type CalendarChange, withChange } from '../change/calendar-change.js';
import { calendarDifference } from '../change/calendar-difference.js';
import { calendarFor, FIRST_CALENDAR, type AgencyCalendar, SHIPPED_CALENDAR } from '../agency-calendar.js';
import { agencyCalendarFlaws } from '../agency-calendar-flaws.js';
import { shippedNews, withShipped } from './shipped-days.js';
import { isWorkingDay } from '../working-calendar.js';

const declared = { source: 'Quyết định của thành phố', confidence: 'confirmed' } as const;
const daysOff = (mode: 'add' | 'replaceYears', ...dates: readonly string[]): CalendarChange => ({
  kind: 'days',
  mode,
  years: [...new Set(dates.map((date) => Number(date.slice(0, 4))))],
  shifts: null,
  daysOff: dates.map((date) => ({ kind: 'holiday', name: 'Tết Nguyên đán', date: civilDate(date), ...declared })),
  makeUpDays: [],
});
const news = (agencyCalendar: AgencyCalendar): readonly string[] => shippedNews(agencyCalendar).map(({ date }) => date);
const works = (day: string, agencyCalendar: AgencyCalendar): boolean =>
  isWorkingDay(civilDate(day), calendarFor(agencyCalendar));

describe('the calendar that ships, offered to an agency that counts by an older one', () => {
  it('brings 24/11 and the decided days of Tết 2027', () => {
    expect(news(FIRST_CALENDAR)).toEqual(['2026-11-24', '2027-02-04', '2027-02-11', '2027-11-24']);
    expect(agencyCalendarFlaws(withShipped(FIRST_CALENDAR))).toEqual([]);
  });

  it('gives the agency that changed nothing what ships', () => {
    const difference = calendarDifference(withShipped(FIRST_CALENDAR), SHIPPED_CALENDAR);
    expect(difference).toEqual({ years: [], days: [], shifts: [] });
  });

  it('offers nothing to an agency that has it', () => {
    expect(news(SHIPPED_CALENDAR)).toEqual([]);
    expect(news(withShipped(FIRST_CALENDAR))).toEqual([]);
    expect(calendarDifference(SHIPPED_CALENDAR, withShipped(SHIPPED_CALENDAR)).days).toEqual([]);
  });

  it('leaves a month as people have made it', () => {
    const tet = ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'];
    const own = withChange(FIRST_CALENDAR, daysOff('add', ...tet, '2026-12-31'));
    expect(news(own)).toEqual(['2026-11-24', '2027-11-24']);
    expect(works('2027-02-11', withShipped(own))).toBe(false);
    expect(works('2026-12-31', withShipped(own))).toBe(false);
  });

  it('leaves years that never shipped, but for 24/11, and the hours', () => {
    const own: AgencyCalendar = { ...withChange(FIRST_CALENDAR, daysOff('add', '2028-01-26')), unitShifts: { a: [] } };
    expect(news(own)).toContain('2028-11-24');
    expect(works('2028-01-26', withShipped(own))).toBe(false);
    expect(withShipped(own)).toMatchObject({ years: own.years, shifts: own.shifts, unitShifts: own.unitShifts });
  });

  it('gives an agency that had switched 24/11 on the source of it', () => {
    const switched: AgencyCalendar = { ...FIRST_CALENDAR, cultureDay: true };
    expect(news(switched)).toEqual(['2027-02-04', '2027-02-11']);
    expect(calendarFor(switched).daysOff.find(({ date }) => date === '2026-11-24')?.source).toContain('28/2026/QH16');
  });
});
