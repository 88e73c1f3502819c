import { instantText, joinSql, limitSql, readInstant, sql, toStatement } from './sql.js';

describe('a statement from pieces', () => {
  const page = sql`SELECT "id" FROM "ticket" WHERE ${joinSql([sql`"open" = 1`, sql`"unit" = ${'u'} OR "id" > ${'i'}`], ' AND ')} ORDER BY "id"`;

  it('puts a place where a value stood, as SQLite counts them', () => {
    expect(toStatement(page, 'better-sqlite3')).toEqual([
      'SELECT "id" FROM "ticket" WHERE "open" = 1 AND "unit" = ? OR "id" > ? ORDER BY "id"',
      ['u', 'i'],
    ]);
  });

  it('puts a place where a value stood, as SQL Server counts them', () => {
    expect(toStatement(sql`${page} ${limitSql(50, 'mssql')}`, 'mssql')).toEqual([
      'SELECT "id" FROM "ticket" WHERE "open" = 1 AND "unit" = @0 OR "id" > @1 ORDER BY "id" OFFSET 0 ROWS FETCH NEXT 50 ROWS ONLY',
      ['u', 'i'],
    ]);
  });

  it('never makes text of a value', () => {
    const hostile = `' OR 1=1 -- ? @0`;
    expect(toStatement(sql`"id" = ${hostile}`, 'better-sqlite3')).toEqual(['"id" = ?', [hostile]]);
  });

  it('keeps a piece as it was when it stands in several statements', () => {
    const piece = sql`"id" = ${1}`;
    toStatement(joinSql([piece, piece], ' OR '), 'mssql');
    expect(toStatement(joinSql([piece, piece], ' OR '), 'mssql')).toEqual(['"id" = @0 OR "id" = @1', [1, 1]]);
    expect(toStatement(piece, 'mssql')).toEqual(['"id" = @0', [1]]);
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %p as a number of rows', (rows) => {
    expect(() => limitSql(rows, 'better-sqlite3')).toThrow(RangeError);
  });

  it('is nothing when it has no pieces', () => {
    expect(toStatement(joinSql([], ' AND '), 'mssql')).toEqual(['', []]);
  });
});

describe('an instant', () => {
  it.each([
    '2026-03-20T10:30:00.123Z',
    '1999-12-31T23:59:59.999Z',
    '2028-02-29T00:00:00.000Z',
    '0999-01-01T00:00:00.001Z',
  ])('comes back from a column as it was: %s', (iso) => {
    expect(readInstant(instantText(new Date(iso))).toISOString()).toBe(iso);
  });

  it('passes through when the driver made a Date of it', () => {
    const date = new Date(0);
    expect(readInstant(date)).toBe(date);
  });
});
