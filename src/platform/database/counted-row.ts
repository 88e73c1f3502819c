import type { EntityManager, EntityTarget } from 'typeorm';
import { isUniqueViolation } from './database-errors.js';
import { joinSql, sql, type Sql, type SqlValue } from './sql.js';
import { updatedRow } from './updated-row.js';

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
  const row = await updatedRow<{ readonly last: number }>(tx, {
    table: named(tx.dataSource.getMetadata(entity).tableName),
    set: sql`"last" = "last" + ${by}`,
    where: joinSql(
      Object.entries(key).map(([column, value]) => sql`${named(column)} = ${value}`),
      ' AND ',
    ),
    wanted: sql`"last"`,
  });
  return row?.last ?? null;
}

function named(name: string): Sql {
  return { texts: [`"${name}"`], values: [] };
}
