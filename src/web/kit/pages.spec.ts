import { pagesOf, type PageOfList } from './pages.js';

const page = (change: Partial<PageOfList>): PageOfList => ({
  ...{ before: 0, shown: 50, total: 142, firstHref: '/', nextHref: '/?trang=2' },
  ...change,
});

describe('where in a list a page is', () => {
  it.each([
    ['the first of three', {}, ['1–50 trên 142', null, '/?trang=2']],
    ['one in between', { before: 50 }, ['51–100 trên 142', '/', '/?trang=2']],
    ['the last', { before: 100, shown: 42, nextHref: null }, ['101–142 trên 142', '/', null]],
    [
      'one to which rows have come since they were counted',
      { before: 100, total: 120 },
      ['101–150 trên 150', '/', '/?trang=2'],
    ],
    ['one from which all have gone', { before: 142, shown: 0, nextHref: null }, ['0 trên 142', '/', null]],
    ['one of as many as are counted', { total: 10_000, most: 10_000 }, ['1–50 trên 10.000', null, '/?trang=2']],
    [
      'one of more than are counted',
      { before: 50, total: 10_001, most: 10_000 },
      ['51–100 trên hơn 10.000', '/', '/?trang=2'],
    ],
    [
      'one behind those that are counted',
      { before: 10_000, total: 10_001, most: 10_000 },
      ['Sau 10.000 dòng đầu', '/', '/?trang=2'],
    ],
    ['one of thousands', { before: 1200, total: 3456 }, ['1.201–1.250 trên 3.456', '/', '/?trang=2']],
  ])('is said of %s', (_which, change, [range, firstHref, nextHref]) => {
    expect(pagesOf(page(change))).toEqual({ range, firstHref, nextHref });
  });

  it('is not said of the only one', () => {
    expect(pagesOf(page({ shown: 7, total: 7, nextHref: null }))).toBeNull();
  });
});
