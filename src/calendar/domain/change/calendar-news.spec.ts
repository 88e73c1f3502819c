import { civilDate, type Weekday } from '../../../kernel/civil-date.js';
import type { CalendarChange } from './calendar-change.js';
import { newsOf, ofDeclaredYears } from './calendar-news.js';
import { FIRST_CALENDAR } from '../agency-calendar.js';

const declared = { source: 'Lịch của thành phố', confidence: 'unconfirmed' } as const;
const off = (date: string) => ({ date: civilDate(date), name: 'Nghỉ', kind: 'holiday' as const, ...declared });
const madeUp = (date: string, shiftOfWeekday: Weekday) => ({ date: civilDate(date), shiftOfWeekday, ...declared });

function published(days: Partial<CalendarChange & { readonly kind: 'days' }>): CalendarChange & { kind: 'days' } {
  return { kind: 'days', mode: 'replaceYears', years: [], daysOff: [], makeUpDays: [], shifts: null, ...days };
}

const news = (days: Parameters<typeof published>[0]): readonly string[] | null => {
  const change = newsOf(published(days), FIRST_CALENDAR, civilDate('2026-03-18'));
  return change && [...change.daysOff, ...change.makeUpDays].map(({ date }) => date);
};

describe('what a published calendar says otherwise', () => {
  it.each([
    ['nothing where it names our days by other words', { daysOff: [off('2026-04-30'), off('2026-09-02')] }, null],
    ['a day off on which we work', { daysOff: [off('2026-04-30'), off('2026-11-24')] }, ['2026-11-24']],
    ['nothing of days that are over', { daysOff: [off('2026-03-02')] }, null],
    ['a day made up that we do not', { makeUpDays: [madeUp('2026-05-09', 5)] }, ['2026-05-09']],
    ['nothing of one that we make up by the same hours', { makeUpDays: [madeUp('2026-08-22', 1)] }, null],
    ['one made up by other hours', { makeUpDays: [madeUp('2026-08-22', 2)] }, ['2026-08-22']],
    ['a day off that we make up', { daysOff: [off('2026-08-22')] }, ['2026-08-22']],
    ['days of a year that we lack', { daysOff: [off('2028-01-26')] }, ['2028-01-26']],
  ])('is %s', (_rule, days, expected) => {
    expect(news(days)).toEqual(expected);
  });

  it('adds to our days and replaces none', () => {
    const change = newsOf(published({ daysOff: [off('2026-11-24')] }), FIRST_CALENDAR, civilDate('2026-03-18'));
    expect(change).toMatchObject({ mode: 'add', years: [2026], shifts: null });
  });

  it('may be narrowed to the years that are declared', () => {
    const both = published({ daysOff: [off('2026-11-24'), off('2028-01-26')] });
    expect(ofDeclaredYears(both, FIRST_CALENDAR)).toMatchObject({ years: [2026] });
    expect(ofDeclaredYears(published({ daysOff: [off('2028-01-26')] }), FIRST_CALENDAR)).toBeNull();
  });
});
