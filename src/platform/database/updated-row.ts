import type { EntityManager } from 'typeorm';
import type { Dialect } from './columns.js';
import { sql, toStatement, type Sql } from './sql.js';

/** One row that is changed, and which of its columns are wanted as they are then. */
export interface UpdatedRow {
  readonly table: Sql;
  readonly set: Sql;
  readonly where: Sql;
  readonly wanted: Sql;
}

/** Changes a row and reads it, as one statement. Others who want it wait until commit. @returns null where there is no such row */
export async function updatedRow<Row>(
  tx: EntityManager,
  { table, set, where, wanted }: UpdatedRow,
): Promise<Row | null> {
  const dialect = tx.dataSource.options.type as Dialect;
  const update = sql`UPDATE ${table} SET ${set} WHERE ${where}`;
  // Not by OUTPUT: beside triggers it is refused, and servers that only speak like SQL Server answer with what was there before they waited for the row.
  // Read only after it was changed: a row that another transaction has made since the update looked for it would give a number that is taken.
  const statement =
    dialect === 'mssql'
      ? sql`${update}; IF @@ROWCOUNT = 1 SELECT ${wanted} FROM ${table} WHERE ${where}`
      : sql`${update} RETURNING ${wanted}`;
  // SQL Server gives no list of rows at all where nothing is selected.
  const rows = await tx.query<readonly Row[] | undefined>(...toStatement(statement, dialect));
  return rows?.[0] ?? null;
}
