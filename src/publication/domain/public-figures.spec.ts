import { lastMonths, publicFigures, shownCounts, type Counts } from './public-figures.js';

const counts = (received: number, rated: number, stars: number): Counts => ({
  received,
  answered: received - 1,
  onTime: received - 2,
  open: 1,
  rated,
  stars,
});

describe('figures for the public', () => {
  it('show a mean of five judgements, to one decimal, and of fewer none', () => {
    expect([shownCounts(counts(9, 5, 22)).stars, shownCounts(counts(9, 4, 20)).stars]).toEqual([4.4, null]);
  });

  it('add up to the same whole by month and by field, and take the mean of sums', () => {
    const figures = publicFigures([
      { month: '2026-02', byCategory: new Map([['Thu chi', counts(10, 3, 9)]]) },
      {
        month: '2026-03',
        byCategory: new Map([
          ['Thu chi', counts(4, 2, 10)],
          ['Bếp ăn', counts(20, 0, 0)],
        ]),
      },
    ]);
    expect(figures.total).toEqual({ received: 34, answered: 31, onTime: 28, open: 3, rated: 5, stars: 3.8 });
    expect(figures.months.map(({ month, received }) => [month, received])).toEqual([
      ['2026-02', 10],
      ['2026-03', 24],
    ]);
    expect(figures.categories.map(({ name, received, stars }) => [name, received, stars])).toEqual([
      ['Bếp ăn', 20, null],
      ['Thu chi', 14, 3.8],
    ]);
  });

  it('are of the month of a day and the eleven before it', () => {
    const months = lastMonths('2026-03-18');
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-04', '2026-03']);
    expect(lastMonths('2026-12-01').at(-1)).toBe('2026-12');
  });
});
