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

  it.each([
    ['one judgement is without a mean', [1, 6, 9], [null, null, 4]],
    ['two lines together are of four', [3, 1, 5], [null, null, null]],
    ['as many as are shown are without', [3, 2, 6, 5], [null, null, 4, 4]],
    ['all have a mean, or nothing was judged', [6, 0, 5], [4, null, 4]],
  ])('let nobody count back a mean that is not shown: %s', (_case, rated, shown) => {
    const lines = rated.map((many) => counts(20, many, 4 * many));
    const byMonth = publicFigures(
      lines.map((line, at) => ({ month: `2026-0${String(at + 1)}`, byCategory: new Map([['Thu chi', line]]) })),
    );
    expect(byMonth.months.map(({ stars }) => stars)).toEqual(shown);
    const byField = publicFigures([
      { month: '2026-01', byCategory: new Map(lines.map((line, at) => [`Lĩnh vực ${String(at)}`, line])) },
    ]);
    expect(byField.categories.map(({ stars }) => stars)).toEqual(shown);
  });

  it('are of the month of a day and the eleven before it', () => {
    const months = lastMonths('2026-03-18');
    expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-04', '2026-03']);
    expect(lastMonths('2026-12-01').at(-1)).toBe('2026-12');
  });
});
