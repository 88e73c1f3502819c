import type { QueryRunner } from 'typeorm';
import type { Dialect } from './columns.js';

/** A table whose rows of a year are read-only once the book of that year is closed. */
export interface YearLock {
  readonly table: string;
  readonly book: string;
  /** Columns that may not change once the book is closed; all where it is left out. What is followed rather than vouched for goes on. */
  readonly columns?: readonly string[];
}

/** What the database answers; SQL Server with error 51000. */
export const YEAR_CLOSED = 'the register of this year is closed';

/** From here on the database itself refuses to add, change or remove a line of a closed book. */
export async function lockYears(runner: QueryRunner, lock: YearLock): Promise<void> {
  for (const statement of locking(lock, dialectOf(runner))) await runner.query(statement);
}

export async function unlockYears(runner: QueryRunner, { table }: YearLock): Promise<void> {
  const endings = dialectOf(runner) === 'mssql' ? ['closed'] : ['closed_insert', 'closed_update', 'closed_delete'];
  for (const ending of endings) await runner.query(`DROP TRIGGER "tr_${table}_${ending}"`);
}

function dialectOf(runner: QueryRunner): Dialect {
  return runner.dataSource.options.type as Dialect;
}

function locking({ table, book, columns = [] }: YearLock, dialect: Dialect): readonly string[] {
  if (dialect === 'mssql') {
    const changed = columns.map((column) => `UPDATE("${column}")`).join(' OR ');
    const counts = columns.length === 0 ? '' : ` AND (${changed} OR NOT EXISTS (SELECT 1 FROM inserted))`;
    return [
      `CREATE TRIGGER "tr_${table}_closed" ON "${table}" AFTER INSERT, UPDATE, DELETE AS SET NOCOUNT ON; ` +
        `IF EXISTS (SELECT 1 FROM "register_closing" c WHERE c."book" = '${book}' AND ` +
        `c."year" IN (SELECT "year" FROM inserted UNION SELECT "year" FROM deleted))${counts} THROW 51000, '${YEAR_CLOSED}', 1`,
    ];
  }
  const trigger = (act: string, what: string, row: string): string =>
    `CREATE TRIGGER "tr_${table}_closed_${act}" BEFORE ${what} ON "${table}" ` +
    `WHEN EXISTS (SELECT 1 FROM "register_closing" WHERE "book" = '${book}' AND "year" IN (${row})) ` +
    `BEGIN SELECT RAISE(ABORT, '${YEAR_CLOSED}'); END`;
  const listed = columns.map((column) => `"${column}"`).join(', ');
  return [
    trigger('insert', 'INSERT', 'NEW."year"'),
    trigger('update', columns.length === 0 ? 'UPDATE' : `UPDATE OF ${listed}`, 'OLD."year", NEW."year"'),
    trigger('delete', 'DELETE', 'OLD."year"'),
  ];
}
