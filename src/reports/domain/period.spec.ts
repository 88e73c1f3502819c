import { civilDate } from '../../kernel/civil-date.js';
import {
  lastPeriodBefore,
  periodBefore,
  periodName,
  periodWith,
  runOfDays,
  type CutOff,
  type PeriodKind,
} from './period.js';

type Named = Exclude<PeriodKind, 'adHoc'>;

describe('rule 65: the period that a day lies in', () => {
  it.each<[string, [Named, CutOff, string], [string, string, string]]>([
    [
      'a month of the calendar',
      ['monthly', 'calendar', '2026-02-10'],
      ['2026-02-01', '2026-02-28', 'tháng 2 năm 2026'],
    ],
    ['a month up to its day 14', ['monthly', 'day15', '2026-03-14'], ['2026-02-15', '2026-03-14', 'tháng 3 năm 2026']],
    ['the next one from day 15', ['monthly', 'day15', '2026-03-15'], ['2026-03-15', '2026-04-14', 'tháng 4 năm 2026']],
    ['a January begun before', ['monthly', 'day15', '2026-12-20'], ['2026-12-15', '2027-01-14', 'tháng 1 năm 2027']],
    ['a quarter', ['quarterly', 'calendar', '2026-05-10'], ['2026-04-01', '2026-06-30', 'quý II năm 2026']],
    ['a quarter up to day 14', ['quarterly', 'day15', '2026-01-02'], ['2025-12-15', '2026-03-14', 'quý I năm 2026']],
    ['half a year', ['halfYear', 'day15', '2026-06-14'], ['2025-12-15', '2026-06-14', '6 tháng đầu năm 2026']],
    ['the other half', ['halfYear', 'calendar', '2026-07-01'], ['2026-07-01', '2026-12-31', '6 tháng cuối năm 2026']],
    ['a year up to 14/12', ['yearly', 'day15', '2026-06-30'], ['2025-12-15', '2026-12-14', 'năm 2026']],
    ['a leap month', ['monthly', 'calendar', '2028-02-29'], ['2028-02-01', '2028-02-29', 'tháng 2 năm 2028']],
    ['a week', ['weekly', 'day15', '2026-03-18'], ['2026-03-16', '2026-03-22', 'tuần từ 16/03/2026 đến 22/03/2026']],
  ])('is %s', (_name, [kind, cutOff, day], [firstDay, lastDay, name]) => {
    const period = periodWith(kind, cutOff, civilDate(day));
    expect(period).toMatchObject({ firstDay, lastDay });
    expect(periodName(period)).toBe(name);
  });

  it('follows the one before without a gap, whatever its kind', () => {
    for (const kind of ['weekly', 'monthly', 'quarterly', 'halfYear', 'yearly'] as const) {
      for (const cutOff of ['calendar', 'day15'] as const) {
        const period = periodWith(kind, cutOff, civilDate('2026-03-10'));
        const before = periodBefore(period);
        expect(periodWith(kind, cutOff, before.lastDay)).toEqual(before);
        expect(lastPeriodBefore(kind, cutOff, period.lastDay)).toEqual(before);
      }
    }
  });

  it('of an ad hoc report is as long as the one it is compared with', () => {
    const period = runOfDays(civilDate('2026-03-10'), civilDate('2026-03-19'));
    if (period === null) throw new Error('too long');
    expect(periodBefore(period)).toMatchObject({ firstDay: '2026-02-28', lastDay: '2026-03-09' });
    expect(runOfDays(civilDate('2026-01-01'), civilDate('2028-01-02'))).toBeNull();
  });
});
