import { readdirSync, readFileSync } from 'node:fs';

import { addDays, civilDate, weekdayOf } from '../../../kernel/civil-date.js';
import { lunarDay } from '../../../../test/support/lunar-day.js';
import { builtInCalendar, HUNG_KINGS_DAY, LUNAR_NEW_YEAR } from './built-in-calendar.js';
import { calendarFlaws } from '../calendar-flaws.js';
import { FIRST_BUILT_IN } from './first-built-in-calendar.js';
import { dayOffOn, intervalsOf, isWorkingDay } from '../working-calendar.js';

const calendar = builtInCalendar();

describe('rule 26: Tết comes from the table', () => {
  it('is 06/02 in 2027, not the 07/02 of the platform', () => {
    expect(LUNAR_NEW_YEAR[2027]).toBe('2027-02-06');
    expect(dayOffOn(civilDate('2027-02-06'), calendar)?.name).toBe('Tết Nguyên đán');
  });

  it.each([2024, 2025, 2026, 2027])('gives five days of Tết in %i, the first day of the year among them', (year) => {
    const tet = calendar.daysOff.filter(({ name, date }) => name === 'Tết Nguyên đán' && date.startsWith(String(year)));

    expect(tet).toHaveLength(5);
    expect(tet.map(({ date }) => date)).toContain(LUNAR_NEW_YEAR[year]);
  });

  it('asks no calendar of the platform anywhere in this feature', () => {
    const here = new URL('../', import.meta.url);
    const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(
      (name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'),
    );

    expect(sources.length).toBeGreaterThan(5);
    for (const name of sources) expect(readFileSync(new URL(name, here), 'utf8')).not.toMatch(/\bIntl\b|toLocale/u);
  });
});

describe('the tables of lunar holidays', () => {
  it.each(Object.entries(LUNAR_NEW_YEAR))(
    'give for Tết %s what the moon and the sun over Việt Nam give',
    (year, day) => {
      expect(lunarDay(Number(year), 1, 1)).toBe(day);
    },
  );

  it.each(Object.entries(HUNG_KINGS_DAY))(
    'give for Giỗ Tổ %s what the moon and the sun over Việt Nam give',
    (year, day) => {
      expect(lunarDay(Number(year), 3, 10)).toBe(day);
    },
  );
});

describe('rule 26: the lunar calendar of the platform', () => {
  const root = new URL('../../../../', import.meta.url);
  const sources = ['src', 'integrations', 'templates'].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.(ts|tsx|js|mjs)$/u.test(path) && !/\.spec\.tsx?$/u.test(path))
      .map((path) => `${folder}/${path}`),
  );

  it('is asked by no source file of the app', () => {
    const asking = sources.filter((path) =>
      /['"`-](chinese|dangi)['"`]|-u-ca-/u.test(readFileSync(new URL(path, root), 'utf8')),
    );

    expect(sources.length).toBeGreaterThan(100);
    expect(asking).toEqual([]);
  });
});

describe('the calendar that ships', () => {
  it('has no flaw', () => {
    expect(calendarFlaws(calendar)).toEqual([]);
    expect(calendarFlaws(FIRST_BUILT_IN)).toEqual([]);
  });

  it('declares no day off twice', () => {
    const dates = calendar.daysOff.map(({ date }) => date);

    expect(new Set(dates).size).toBe(dates.length);
  });

  it.each([2024, 2025, 2026, 2027])('gives back every holiday of %i that falls on a day of rest', (year) => {
    const ofYear = calendar.daysOff.filter(({ date }) => date.startsWith(String(year)));
    const onRest = ofYear.filter(({ kind, date }) => kind === 'holiday' && weekdayOf(date) >= 6);

    expect(ofYear.filter(({ kind }) => kind === 'compensatory')).toHaveLength(onRest.length);
    expect(ofYear.filter(({ kind }) => kind === 'holiday')).toHaveLength(year < 2026 ? 11 : 12);
  });

  it('works one make-up day, a Saturday, for each swapped day', () => {
    const swapped = calendar.daysOff.filter(({ kind }) => kind === 'swapped');

    expect(calendar.makeUpDays.map(({ shiftOfWeekday }) => shiftOfWeekday)).toEqual(
      swapped.map(({ date }) => weekdayOf(date)),
    );
    expect(calendar.makeUpDays.every(({ date }) => weekdayOf(date) === 6)).toBe(true);
  });

  it('names a source and a confidence for every entry', () => {
    for (const { source, confidence } of [...calendar.daysOff, ...calendar.makeUpDays]) {
      expect(source.length).toBeGreaterThan(10);
      expect(['confirmed', 'reported', 'unconfirmed', 'assumed']).toContain(confidence);
    }
  });

  it.each([
    ['Tết 2026 from Saturday 14/02 to Sunday 22/02', '2026-02-14', 9],
    ['the national day of 2026 with the swap', '2026-08-29', 5],
    ['30/4 and 01/5 of 2025 with the swap', '2025-04-30', 5],
    ['Tết 2024', '2024-02-08', 7],
    ['Tết 2027 from Thursday 04/02 to Wednesday 10/02', '2027-02-04', 7],
  ])('closes for %s', (_holiday, first, days) => {
    const closed = Array.from({ length: days }, (_, index) => isWorkingDay(addDays(civilDate(first), index), calendar));

    expect(closed).not.toContain(true);
    expect(isWorkingDay(addDays(civilDate(first), days), calendar)).toBe(true);
    expect(isWorkingDay(addDays(civilDate(first), -1), calendar)).toBe(true);
  });

  it.each([
    ['2025-11-24', true],
    ['2026-11-24', false],
    ['2026-11-23', true],
    ['2026-11-25', true],
    ['2026-11-28', false],
    ['2027-11-24', false],
  ])('knows 24/11 as a holiday since 2026, for which nothing was swapped: on %s the office works: %s', (day, works) => {
    expect(isWorkingDay(civilDate(day), calendar)).toBe(works);
  });

  it.each([
    ['2024-02-08', '5015/TB-LĐTBXH'],
    ['2024-09-03', '5015/TB-LĐTBXH'],
    ['2024-04-29', '1570/TB-LĐTBXH'],
    ['2025-01-27', '6150/TB-BLĐTBXH'],
    ['2025-05-02', '6150/TB-BLĐTBXH'],
    ['2026-01-02', '12729/VPCP-KGVX'],
    ['2026-02-16', '9441/TB-BNV'],
    ['2026-08-31', '9441/TB-BNV'],
    ['2026-11-24', '28/2026/QH16'],
    ['2027-02-04', '10065/VPCP-KGVX'],
  ])('rests %s on %s, as several sources report it', (day, decision) => {
    const found = dayOffOn(civilDate(day), calendar);
    expect(found?.source).toContain(decision);
    expect(found?.confidence).toBe('reported');
  });

  it('opens at 07:30 and closes at 17:30 with two hours of lunch', () => {
    expect(intervalsOf(civilDate('2026-03-12'), calendar)).toEqual([
      { from: 450, to: 690 },
      { from: 810, to: 1050 },
    ]);
  });

  it.each(['2023-12-31', '2028-01-01'])('refuses %s: nobody declared its holidays', (day) => {
    expect(() => isWorkingDay(civilDate(day), calendar)).toThrow('deadline-calendar-missing');
  });
});
