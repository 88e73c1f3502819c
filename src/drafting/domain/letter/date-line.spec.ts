import { addDays, civilDate } from '../../../kernel/civil-date.js';
import { dayInLetter, longDate, monthInLetter, shortDate } from './date-line.js';

describe('the date of a letter', () => {
  it.each([
    ['day below ten, January', '2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['February keeps its zero', '2024-02-29', 'ngày 29 tháng 02 năm 2024'],
    ['March has none', '2026-03-15', 'ngày 15 tháng 3 năm 2026'],
    ['day below ten in September', '2026-09-09', 'ngày 09 tháng 9 năm 2026'],
    ['two digits both', '2026-12-31', 'ngày 31 tháng 12 năm 2026'],
  ])('%s', (_rule, day, line) => {
    expect(longDate(civilDate(day))).toBe(line);
  });

  it('rule 34: keeps the rule for zeros on all 366 days of a leap year', () => {
    const start = civilDate('2024-01-01');
    const days = Array.from({ length: 366 }, (_, index) => addDays(start, index));
    expect(days.at(-1)).toBe('2024-12-31');

    for (const day of days) {
      const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
      expect(dayInLetter(day)).toBe(date < 10 ? `0${String(date)}` : String(date));
      expect(monthInLetter(day)).toBe(month < 3 ? `0${String(month)}` : String(month));
      expect(longDate(day)).toMatch(/^ngày \d{2} tháng (01|02|[3-9]|1[0-2]) năm 2024$/u);
    }
  });

  it('writes a citation by the same rule', () => {
    expect(shortDate(civilDate('2024-03-05'))).toBe('05/3/2024');
    expect(shortDate(civilDate('2026-01-12'))).toBe('12/01/2026');
  });
});
