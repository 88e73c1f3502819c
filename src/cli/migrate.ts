import { readSettings } from '../config/settings.js';
import { Database, type Schema } from '../platform/database/database.js';
import type { CommandOutcome } from './outcome.js';

/** `hoi-am migrate`: brings the tables of the database that DATABASE_URL names up to date. */
export async function runMigrate(schema: Schema): Promise<CommandOutcome> {
  const database = await Database.open(readSettings().databaseUrl, schema);
  try {
    const applied = await database.migrate();
    const message = applied === 0 ? 'Cơ sở dữ liệu đã ở bản mới nhất.' : `Đã cập nhật cơ sở dữ liệu: ${applied} bước.`;
    return { exitCode: 0, lines: [], messages: [message] };
  } finally {
    await database.close();
  }
}
