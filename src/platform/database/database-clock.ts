import type { QueryRunner } from 'typeorm';

/** The database's own clock: a migration has no other. */
export async function databaseNow(runner: QueryRunner): Promise<Date> {
  const mssql = runner.dataSource.options.type === 'mssql';
  const [row] = (await runner.query(`SELECT ${mssql ? 'SYSUTCDATETIME()' : 'CURRENT_TIMESTAMP'} AS "at"`)) as readonly {
    readonly at: string | Date;
  }[];
  const at = row?.at;
  // SQLite keeps instants as text in UTC without saying so.
  return at instanceof Date ? at : new Date(`${String(at).replace(' ', 'T')}Z`);
}
