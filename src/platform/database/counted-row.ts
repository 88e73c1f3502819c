import type { EntityManager, EntityTarget } from 'typeorm';
import type { Dialect } from './columns.js';
import { isUniqueViolation } from './database-errors.js';
import { joinSql, sql, toStatement, type Sql, type SqlValue } from './sql.js';

/** A row that counts, by its key; no table of such has triggers, beside which SQL Server would not say what it wrote. */
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
  const set = sql`UPDATE ${named(tx.dataSource.getMetadata(entity).tableName)} SET "last" = "last" + ${by}`;
  const where = joinSql(
    Object.entries(key).map(([column, value]) => sql`${named(column)} = ${value}`),
    ' AND ',
  );
  const statement =
    dialect === 'mssql'
      ? sql`${set} OUTPUT inserted."last" WHERE ${where}`
      : sql`${set} WHERE ${where} RETURNING "last"`;
  const [row] = await tx.query<readonly { readonly last: number }[]>(...toStatement(statement, dialect));
  return row?.last ?? null;
}

function named(name: string): Sql {
  return { texts: [`"${name}"`], values: [] };
}
