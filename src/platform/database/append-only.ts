import type { EntityManager, QueryRunner } from 'typeorm';
import type { Dialect } from './columns.js';

/** From here on the database itself refuses to change or remove a row of the table; SQL Server refuses with error 51000. */
export async function makeAppendOnly(runner: QueryRunner, table: string): Promise<void> {
  const refused = `${table} is append-only`;
  if ((runner.dataSource.options.type as Dialect) === 'mssql') {
    await runner.query(
      `CREATE TRIGGER "tr_${table}_append_only" ON "${table}" INSTEAD OF UPDATE, DELETE AS ` +
        `IF EXISTS (SELECT 1 FROM deleted) THROW 51000, '${refused}', 1`,
    );
    return;
  }
  for (const act of ['UPDATE', 'DELETE'] as const) {
    await runner.query(
      `CREATE TRIGGER "tr_${table}_no_${act.toLowerCase()}" BEFORE ${act} ON "${table}" BEGIN SELECT RAISE(ABORT, '${refused}'); END`,
    );
  }
}

export async function makeChangeable(runner: QueryRunner, table: string): Promise<void> {
  const mssql = (runner.dataSource.options.type as Dialect) === 'mssql';
  for (const ending of mssql ? ['append_only'] : ['no_update', 'no_delete']) {
    await runner.query(`DROP TRIGGER "tr_${table}_${ending}"`);
  }
}

/** Whether the database still refuses to change or remove a row of the table: anyone who can write its file can also remove its triggers. */
export async function isAppendOnly(manager: EntityManager, table: string): Promise<boolean> {
  const mssql = (manager.dataSource.options.type as Dialect) === 'mssql';
  const standing = mssql
    ? `SELECT "name" FROM sys.triggers WHERE "is_disabled" = 0`
    : `SELECT "name" FROM sqlite_master WHERE "type" = 'trigger'`;
  const names = (mssql ? ['append_only'] : ['no_update', 'no_delete']).map((ending) => `tr_${table}_${ending}`);
  const found = new Set((await manager.query<{ name: string }[]>(standing)).map(({ name }) => name));
  return names.every((name) => found.has(name));
}
