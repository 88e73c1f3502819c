import type { Database } from '../../src/platform/database/database.js';
import { unlockYears } from '../../src/platform/database/year-lock.js';

const ENDINGS = process.env['MSSQL_TEST_URL'] === undefined ? ['no_update', 'no_delete'] : ['append_only'];

/** The statements of an attacker with rights over the tables, after which an append-only one takes changes. */
export function unguarding(table: string): readonly string[] {
  return ENDINGS.map((ending) => `DROP TRIGGER "tr_${table}_${ending}"`);
}

export async function unguard({ writer }: Database, ...tables: readonly string[]): Promise<void> {
  for (const statement of tables.flatMap(unguarding)) await writer.query(statement);
}

/** The same of the entries and closings of the registers, and of the lines of closed outgoing ones. */
export async function unguardRegisters(database: Database): Promise<void> {
  await unguard(database, 'register_closing', 'register_closing_seal', 'register_entry');
  const runner = database.writer.createQueryRunner();
  await unlockYears(runner, { table: 'outgoing_document', book: 'outgoing' });
  await runner.query('DROP TRIGGER "tr_outgoing_document_closed_recall"');
  await runner.release();
}
