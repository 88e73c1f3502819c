import { civilDate } from '../../../kernel/civil-date.js';
import { builtInCalendar } from '../shipped/built-in-calendar.js';
import { calendarWarnings, warningWords } from './calendar-warnings.js';
import type { WorkingCalendar } from '../working-calendar.js';

const calendar = builtInCalendar();
const missingOn = (day: string, of: WorkingCalendar = calendar) =>
  calendarWarnings(of, civilDate(day)).flatMap((warning) =>
    warning.kind === 'yearMissing' ? [[warning.year, warning.begun]] : [],
  );

describe('warnings of the calendar', () => {
  it.each([
    ['no year is missed four months before it begins', '2027-09-30', []],
    ['a year is missed three months before it begins', '2027-10-01', [[2028, false]]],
    ['and on its eve', '2027-12-31', [[2028, false]]],
    ['and once it has begun', '2028-03-01', [[2028, true]]],
    [
      'together with the one after',
      '2028-11-01',
      [
        [2028, true],
        [2029, false],
      ],
    ],
    ['not when it is declared', '2026-12-31', []],
  ])('%s', (_rule, day, expected) => {
    expect(missingOn(day)).toEqual(expected);
  });

  it('say nothing of years to a calendar that answers for all', () => {
    expect(missingOn('2027-12-31', { ...calendar, years: 'complete' })).toEqual([]);
  });

  it('name days off near at hand that nobody has compared with a decision', () => {
    const [warning] = calendarWarnings(calendar, civilDate('2026-07-01'));

    expect(warning).toMatchObject({ kind: 'unsettled', days: [{ date: '2026-08-31' }, { date: '2026-09-01' }] });
    expect(calendarWarnings(calendar, civilDate('2026-05-02'))).toEqual([]);
  });

  it('say what stops and what to do', () => {
    const [warning] = calendarWarnings({ ...calendar, daysOff: [] }, civilDate('2027-10-01'));

    expect(warningWords(warning!)).toBe(
      'Chưa có lịch làm việc của năm 2028, bắt đầu từ 01/01/2028. Hạn rơi vào năm này không tính được. ' +
        'Nhập lịch khi có quyết định nghỉ lễ, Tết.',
    );
  });
});
