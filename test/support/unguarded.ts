import { makeChangeable } from '../../src/platform/database/append-only.js';
import type { Database } from '../../src/platform/database/database.js';

/** As somebody who may change the tables themselves can: append-only ones take changes again. */
export async function unguard({ writer }: Database, ...tables: readonly string[]): Promise<void> {
  const runner = writer.createQueryRunner();
  try {
    for (const table of tables) await makeChangeable(runner, table);
  } finally {
    await runner.release();
  }
}
