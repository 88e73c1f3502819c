import { civilDate } from '../../kernel/civil-date.js';
import { shiftGaps } from './shift-gaps.js';
import type { Shift } from './working-calendar.js';

const season = (from: string, to: string | null, weekdays: Shift['weekdays'] = [1, 2, 3, 4, 5]): Shift => ({
  validFrom: civilDate(from),
  validTo: to === null ? null : civilDate(to),
  weekdays,
  intervals: [{ from: 450, to: 690 }],
});

describe('days on which no shift is in force', () => {
  it.each([
    ['none where one shift has no end', [2026, 2027], [season('2024-01-01', null)], []],
    [
      'none where seasons follow each other',
      [2026],
      [season('2026-01-01', '2026-03-31'), season('2026-04-01', null)],
      [],
    ],
    [
      'none where they overlap, in any order',
      [2026],
      [season('2026-03-01', null), season('2025-01-01', '2026-06-30')],
      [],
    ],
    [
      'a winter that nobody wrote, as one run over New Year',
      [2026, 2027],
      [season('2026-01-01', '2026-10-31'), season('2027-04-01', null)],
      ['2026-11-01 2027-03-31'],
    ],
    ['the time before the first shift', [2026], [season('2026-04-01', null)], ['2026-01-01 2026-03-31']],
    ['the time after the last', [2026], [season('2026-01-01', '2026-10-31')], ['2026-11-01 2026-12-31']],
    [
      'whole years',
      [2026, 2028],
      [season('2020-01-01', '2025-12-31')],
      ['2026-01-01 2026-12-31', '2028-01-01 2028-12-31'],
    ],
    ['a year before every shift', [2024, 2026], [season('2026-01-01', null)], ['2024-01-01 2024-12-31']],
    [
      'nothing of a year that is not declared',
      [2026],
      [season('2026-01-01', '2026-12-31'), season('2028-01-01', null)],
      [],
    ],
    ['a shift of no weekday opens nothing', [2026], [season('2026-01-01', null, [])], ['2026-01-01 2026-12-31']],
  ] as const)('%s', (_rule, years, shifts, expected) => {
    expect(shiftGaps(years, shifts).map(({ from, to }) => `${from} ${to}`)).toEqual(expected);
  });
});
