import type { EntityManager } from 'typeorm';
import type { Dialect } from '../columns.js';
import { givenCell, type Cell } from './cells.js';
import type { Row } from './table-digest.js';
import type { Asked, MovedTable } from './table-pages.js';

/** SQL Server takes 2,100 values in a statement, and 1,000 rows. */
const VALUES = 2000;
const ROWS = 1000;

/** Inserts rows read from SQLite as they are, their numbers included. */
export async function insertRows(tx: EntityManager, table: MovedTable, rows: readonly Row[]): Promise<void> {
  const dialect = tx.dataSource.options.type as Dialect;
  const atOnce = Math.min(ROWS, Math.floor(VALUES / table.columns.length));
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    await tx.query(insertStatement(table, some.length, dialect), valuesOf(table, some, dialect));
  }
}

function insertStatement({ name, columns, counter }: MovedTable, rows: number, dialect: Dialect): string {
  const listed = columns.map((column) => `"${column.name}"`).join(', ');
  const placeholder = (index: number): string => (dialect === 'mssql' ? `@${String(index)}` : '?');
  const places = Array.from({ length: rows }, (_, row) => {
    const cells = columns.map((__, column) => placeholder(row * columns.length + column));
    return `(${cells.join(', ')})`;
  });
  const text = `INSERT INTO "${name}" (${listed}) VALUES ${places.join(', ')}`;
  // In one text, for the driver runs each text in a scope of its own, whose settings end with it.
  if (counter === null || dialect !== 'mssql') return text;
  return `SET IDENTITY_INSERT "${name}" ON; ${text}; SET IDENTITY_INSERT "${name}" OFF`;
}

function valuesOf({ columns }: MovedTable, rows: readonly Row[], dialect: Dialect): Cell[] {
  return rows.flatMap((row) =>
    columns.map(({ name, kind }) => {
      const value = row[name] ?? null;
      return dialect === 'mssql' ? givenCell(value, kind) : value;
    }),
  );
}

/** The last number that SQLite gave a row of the table; 0 where it numbers none. */
export async function lastNumber(source: Asked, { name, counter }: MovedTable): Promise<number> {
  if (counter === null) return 0;
  const [row] = await source.query<readonly { readonly seq: number }[]>(
    'SELECT "seq" FROM "sqlite_sequence" WHERE "name" = ?',
    [name],
  );
  return row?.seq ?? 0;
}

/** The next row gets the number after the last one given, be that row still there or not. */
export async function numberAfter(
  tx: EntityManager,
  { name }: MovedTable,
  { last, isEmpty }: { readonly last: number; readonly isEmpty: boolean },
): Promise<void> {
  if ((tx.dataSource.options.type as Dialect) === 'mssql') {
    // A table that never had a row gives the number itself, any other the one after it.
    await tx.query(`DBCC CHECKIDENT ('${name}', RESEED, ${String(isEmpty ? last + 1 : last)}) WITH NO_INFOMSGS`);
    return;
  }
  await tx.query('DELETE FROM "sqlite_sequence" WHERE "name" = ?', [name]);
  await tx.query('INSERT INTO "sqlite_sequence" ("name", "seq") VALUES (?, ?)', [name, last]);
}
