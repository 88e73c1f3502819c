import { civilDate } from '../../../kernel/civil-date.js';
import { builtInCalendar } from './built-in-calendar.js';
import { statutoryShortfalls } from './statutory-days.js';
import type { WorkingCalendar } from '../working-calendar.js';

const calendar = builtInCalendar();
const without = (...dates: readonly string[]): WorkingCalendar => ({
  ...calendar,
  daysOff: calendar.daysOff.filter(({ date }) => !dates.includes(date)),
});

describe('holidays of the law that a year lacks', () => {
  it.each([2024, 2025, 2026, 2027])('are none in %p as it ships', (year) => {
    expect(statutoryShortfalls(year, calendar)).toEqual([]);
  });

  it.each([
    ['one of the five days of Tết', 2026, ['2026-02-20'], /Tết Nguyên đán: từ 12\/02\/2026 .* có 4 ngày .*luật cho 5/],
    [
      '24/11, by the resolution that made it one',
      2026,
      ['2026-11-24'],
      /Văn hóa Việt Nam: .* có 0 ngày .*28\/2026\/QH16/,
    ],
    ['the days that make good a Tết on a weekend', 2027, ['2027-02-09', '2027-02-10'], /Tết Nguyên đán: .* có 3 ngày/],
    [
      'the Monday for a holiday on a Sunday',
      2026,
      ['2026-04-27'],
      /Giỗ Tổ Hùng Vương: .* có 0 ngày .*Điều 111 khoản 3/,
    ],
    ['the Monday for 01/5 on a Saturday', 2027, ['2027-05-03'], /Ngày Chiến thắng và Quốc tế Lao động: .* có 1 ngày/],
    ['the day beside 2/9; a day against a make-up day is none', 2026, ['2026-09-01'], /Quốc khánh: .* có 1 ngày/],
    ['01/01', 2026, ['2026-01-01'], /Tết Dương lịch: .* có 0 ngày/],
  ])('name %s', (_what, year, dates, sentence) => {
    const [shortfall, ...more] = statutoryShortfalls(year, without(...dates));
    expect(shortfall).toMatch(sentence);
    expect(more).toEqual([]);
  });

  it('ask nothing of the lunar holidays of a year whose dates are not known here', () => {
    const days = ['2041-01-01', '2041-04-30', '2041-05-01', '2041-09-02', '2041-09-03', '2041-11-25'];
    const daysOff = days.map((date) => ({
      date: civilDate(date),
      kind: 'holiday' as const,
      name: 'Nghỉ lễ',
      source: 'thử',
      confidence: 'assumed' as const,
    }));
    expect(statutoryShortfalls(2041, { ...calendar, years: [2041], daysOff })).toEqual([]);
  });
});
