import type { QueryRunner } from 'typeorm';
import type { Dialect } from './columns.js';

/** A table whose changes are counted in `reference_version`. */
export interface CountedTable {
  readonly table: string;
  /** Columns whose changes count; all where it is left out. Rows that come and go always do. */
  readonly columns?: readonly string[];
}

/** From here on the database itself counts each change of the table, in the transaction that makes it. */
export async function countChanges(runner: QueryRunner, counted: CountedTable): Promise<void> {
  await runner.query(`INSERT INTO "reference_version" ("name", "version") VALUES ('${counted.table}', 0)`);
  for (const statement of counting(counted, dialectOf(runner))) await runner.query(statement);
}

export async function stopCounting(runner: QueryRunner, { table }: CountedTable): Promise<void> {
  const endings = dialectOf(runner) === 'mssql' ? ['counted'] : ACTS.map((act) => `counted_${act.toLowerCase()}`);
  for (const ending of endings) await runner.query(`DROP TRIGGER "tr_${table}_${ending}"`);
  await runner.query(`DELETE FROM "reference_version" WHERE "name" = '${table}'`);
}

const ACTS = ['INSERT', 'UPDATE', 'DELETE'] as const;

function dialectOf(runner: QueryRunner): Dialect {
  return runner.dataSource.options.type as Dialect;
}

function counting({ table, columns = [] }: CountedTable, dialect: Dialect): readonly string[] {
  const count = `UPDATE "reference_version" SET "version" = "version" + 1 WHERE "name" = '${table}'`;
  if (dialect === 'mssql') {
    // Of rows that come, every column counts as written; of rows that go, none does.
    const changed = ['NOT EXISTS (SELECT 1 FROM inserted)', ...columns.map((column) => `UPDATE("${column}")`)];
    const condition = columns.length === 0 ? '' : `IF ${changed.join(' OR ')} `;
    return [
      `CREATE TRIGGER "tr_${table}_counted" ON "${table}" AFTER INSERT, UPDATE, DELETE AS SET NOCOUNT ON; ${condition}${count}`,
    ];
  }
  const listed = columns.map((column) => `"${column}"`).join(', ');
  const whatOf = (act: string): string => (act === 'UPDATE' && columns.length > 0 ? `UPDATE OF ${listed}` : act);
  return ACTS.map(
    (act) =>
      `CREATE TRIGGER "tr_${table}_counted_${act.toLowerCase()}" AFTER ${whatOf(act)} ON "${table}" BEGIN ${count}; END`,
  );
}
