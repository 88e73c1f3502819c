import type { EntityManager } from 'typeorm';
import type { Dialect } from './columns.js';
import { toStatement, type Sql } from './sql.js';

/** Runs a statement written by hand that changes rows. @returns how many it changed */
export async function changedRows(tx: EntityManager, statement: Sql): Promise<number> {
  const runner = tx.queryRunner;
  if (runner === undefined) throw new Error('Rows are changed in a transaction');
  const done = await runner.query(...toStatement(statement, tx.dataSource.options.type as Dialect), true);
  return done.affected ?? 0;
}
