import { fits, givenCell, type Cell, type MovedColumn } from './cells.js';
import { TableDigest, type Row } from './table-digest.js';

const COLUMNS: readonly MovedColumn[] = [
  { name: 'id', kind: 'text', maxLength: 5 },
  { name: 'count', kind: 'integer', maxLength: null },
  { name: 'open', kind: 'boolean', maxLength: null },
  { name: 'at', kind: 'instant', maxLength: null },
];
const A: Row = { id: 'a', count: 1, open: 1, at: '2026-03-18 02:00:00.120' };
const B: Row = { id: 'b', count: 2, open: 0, at: null };

function sumOf(...rows: readonly Row[]): string {
  const digest = new TableDigest(COLUMNS);
  for (const row of rows) digest.add(row);
  return `${String(digest.result.rows)} ${digest.result.sha256}`;
}

describe('what a table holds', () => {
  it('is the same in whatever order and in whichever of the two databases it is read', () => {
    const onServer: Row = { id: 'a', count: 1, open: true, at: new Date('2026-03-18T02:00:00.120Z') };
    expect(sumOf(A, B)).toBe(sumOf(B, onServer));
    expect(sumOf({ ...A, at: '2026-03-18 02:00:00' })).toBe(sumOf({ ...A, at: '2026-03-18 02:00:00.000' }));
  });

  it.each<[string, readonly Row[]]>([
    ['a row is missing', [A]],
    ['one is there twice', [A, B, B]],
    ['rows that were one each are one twice', [A, A]],
    ['a letter differs', [{ ...A, id: 'á' }, B]],
    [
      'a value stands in another row',
      [
        { ...A, count: 2 },
        { ...B, count: 1 },
      ],
    ],
    ['nothing has become an empty text', [A, { ...B, at: '' }]],
    ['a moment differs by a millisecond', [{ ...A, at: '2026-03-18 02:00:00.121' }, B]],
  ])('differs where %s', (_what, rows) => {
    expect(sumOf(...rows)).not.toBe(sumOf(A, B));
  });
});

describe('a value', () => {
  it.each<[Cell, string, boolean]>([
    [null, 'id', true],
    ['abcde', 'id', true],
    ['abcdef', 'id', false],
    // Each takes two of the five units.
    ['🏫🏫', 'id', true],
    ['🏫🏫🏫', 'id', false],
    [2 ** 31 - 1, 'count', true],
    [2 ** 31, 'count', false],
    [1.5, 'count', false],
    ['1', 'count', false],
    [1, 'open', true],
    [2, 'open', false],
    ['2026-03-18 02:00:00.120', 'at', true],
    ['hôm qua', 'at', false],
  ])('%p in the column %s fits: %s', (value, name, expected) => {
    const column = COLUMNS.find((one) => one.name === name);
    expect(column && fits(value, column)).toBe(expected);
  });

  it('goes to SQL Server as what its column is', () => {
    expect([givenCell(0, 'boolean'), givenCell(1, 'boolean'), givenCell(null, 'boolean')]).toEqual([false, true, null]);
    expect(givenCell('2026-03-18 02:00:00.120', 'instant')).toEqual(new Date('2026-03-18T02:00:00.120Z'));
    expect([givenCell('a ', 'text'), givenCell(7, 'integer'), givenCell(null, 'instant')]).toEqual(['a ', 7, null]);
  });
});
