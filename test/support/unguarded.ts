import type { Database } from '../../src/platform/database/database.js';

const ENDINGS = process.env['MSSQL_TEST_URL'] === undefined ? ['no_update', 'no_delete'] : ['append_only'];

/** What somebody who may change the tables themselves runs, so that an append-only one takes changes again. */
export function unguarding(table: string): readonly string[] {
  return ENDINGS.map((ending) => `DROP TRIGGER "tr_${table}_${ending}"`);
}

export async function unguard({ writer }: Database, ...tables: readonly string[]): Promise<void> {
  for (const statement of tables.flatMap(unguarding)) await writer.query(statement);
}
