import type { EntityManager, EntityTarget } from 'typeorm';
import type { Dialect } from './columns.js';
import { isUniqueViolation } from './database-errors.js';
import { joinSql, sql, toStatement, type Sql, type SqlValue } from './sql.js';

/** A row that counts, by its key. */
export interface CountingRow {
  readonly entity: EntityTarget<{ last: number }>;
  readonly key: Readonly<Record<string, SqlValue>>;
}

/**
 * The last number of a row, more by `by`. The update puts others who want one in a queue until commit, and a rollback gives the number back. A row that
 * is missing is made.
 */
export async function countOn(tx: EntityManager, row: CountingRow, by: 0 | 1): Promise<number> {
  const known = await counted(tx, row, by);
  if (known !== null) return known;
  // Another transaction may make it at the same moment; then it is there.
  await tx.insert(row.entity, { ...row.key, last: 0 }).catch((error: unknown) => {
    if (!isUniqueViolation(error)) throw error;
  });
  return (await counted(tx, row, by)) ?? 0;
}

async function counted(tx: EntityManager, { entity, key }: CountingRow, by: 0 | 1): Promise<number | null> {
  const dialect = tx.dataSource.options.type as Dialect;
  const table = named(tx.dataSource.getMetadata(entity).tableName);
  const where = joinSql(
    Object.entries(key).map(([column, value]) => sql`${named(column)} = ${value}`),
    ' AND ',
  );
  const update = sql`UPDATE ${table} SET "last" = "last" + ${by} WHERE ${where}`;
  // Not by OUTPUT: beside triggers it is refused, and servers that only speak like SQL Server answer with what was there before they waited for the row.
  // Read only after it was changed: a row that another transaction has made since then would give a number that is taken.
  const statement =
    dialect === 'mssql'
      ? sql`${update}; IF @@ROWCOUNT = 1 SELECT "last" FROM ${table} WHERE ${where}`
      : sql`${update} RETURNING "last"`;
  // SQL Server gives no rows at all where nothing is selected.
  const rows = await tx.query<readonly { readonly last: number }[] | undefined>(...toStatement(statement, dialect));
  return rows?.[0]?.last ?? null;
}

function named(name: string): Sql {
  return { texts: [`"${name}"`], values: [] };
}
