import fc from 'fast-check';
import { checkProperty } from '../../../test/support/check-property.js';
import { addDays, civilDate, weekdayOf, type CivilDate } from '../../kernel/civil-date.js';
import type { DayCount } from '../../tickets/domain/day-count.js';
import { agesOf, firstDayOfTrends, longestWait, weeksOf, WEEKS_SHOWN } from './trends.js';

/** A Wednesday. */
const TODAY = civilDate('2026-03-18');

const on = (day: string, received: number, stillOpen = 0, answered = 0): DayCount => {
  return { day: civilDate(day), received, stillOpen, answered };
};

describe('weeks of arrivals and answers', () => {
  it.each([
    ['the Monday of the week under way', '2026-03-16', 11],
    ['a day of the week before', '2026-03-15', 10],
    ['the first day of the chart', '2025-12-29', 0],
  ])('counts %s in its week', (_which, day, at) => {
    const weeks = weeksOf([on(day, 3, 0, 2)], TODAY);
    expect(weeks.map(({ received, answered }) => [received, answered])).toEqual(
      weeks.map((_week, index) => (index === at ? [3, 2] : [0, 0])),
    );
  });

  it('leaves out what came before', () => {
    const weeks = weeksOf([on('2025-12-28', 5, 5, 5)], TODAY);
    expect(weeks.every(({ received, answered }) => received + answered === 0)).toBe(true);
  });

  it.each([
    ['2026-03-18', 12],
    ['2026-01-01', 1],
    ['2027-01-01', 53],
    ['2025-12-29', 1],
    ['2023-01-01', 52],
  ])('numbers the week of %s as ISO 8601 does', (day, no) => {
    expect(weeksOf([], civilDate(day)).at(-1)?.no).toBe(no);
  });
});

describe('how long open tickets have waited', () => {
  it.each([
    ['today', 0, 0],
    ['five days', 5, 0],
    ['six days', 6, 1],
    ['thirty days', 30, 3],
    ['thirty-one days', 31, 4],
    ['two years', 730, 4],
  ])('puts a wait of %s into its group', (_which, days, group) => {
    const ages = agesOf([{ day: addDays(TODAY, -days), received: 9, stillOpen: 2, answered: 0 }], TODAY);
    expect(ages.map(({ held }) => held)).toEqual(ages.map((_age, at) => (at === group ? 2 : 0)));
  });

  it('names the longest wait, and none when nobody waits', () => {
    const days = [on('2026-03-01', 4, 0), on('2026-03-04', 2, 1), on('2026-03-10', 2, 2)];
    expect(longestWait(days, TODAY)).toEqual({ since: '2026-03-04', days: 14 });
    expect(longestWait([on('2026-03-01', 4)], TODAY)).toBeNull();
  });

  it('takes a day that is yet to come for today', () => {
    const days = [on('2026-03-20', 1, 1)];
    expect(longestWait(days, TODAY)?.days).toBe(0);
    expect(agesOf(days, TODAY)[0]?.held).toBe(1);
  });
});

describe('whatever the days', () => {
  const days = fc.uniqueArray(
    fc.record({
      day: fc.integer({ min: -400, max: 0 }).map((back) => addDays(TODAY, back)),
      received: fc.nat(50),
      stillOpen: fc.nat(20),
      answered: fc.nat(50),
    }),
    { selector: ({ day }) => day },
  );
  const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);

  it('every open ticket stands in one group of waiting, and the groups have no gap between them', () => {
    checkProperty(
      fc.property(days, (given) => {
        const ages = agesOf(given, TODAY);
        expect(sumOf(ages.map(({ held }) => held))).toBe(sumOf(given.map(({ stillOpen }) => stillOpen)));
        for (const [at, { from }] of ages.entries()) expect(from && addDays(from, -1)).toBe(ages[at + 1]?.to ?? null);
      }),
    );
  });

  it('each of twelve weeks holds its seven days and no other', () => {
    checkProperty(
      fc.property(days, (given) => {
        const weeks = weeksOf(given, TODAY);
        expect(weeks).toHaveLength(WEEKS_SHOWN);
        expect(weeks[0]?.from).toBe(firstDayOfTrends(TODAY));
        for (const { from, to, received } of weeks) {
          const within = ({ day }: { day: CivilDate }): boolean => day >= from && day <= to;
          expect([weekdayOf(from), weekdayOf(to)]).toEqual([1, 7]);
          expect(received).toBe(sumOf(given.filter(within).map((one) => one.received)));
        }
      }),
    );
  });
});
