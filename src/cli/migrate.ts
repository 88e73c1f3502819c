import { readSettings, type Settings } from '../config/settings.js';
import type { Database } from '../platform/database/database.js';
import type { CommandOutcome } from './outcome.js';

/** `hoi-am migrate`: brings the tables of the database that DATABASE_URL names up to date; the one command that makes a database in production too. */
export async function runMigrate(open: (settings: Settings) => Promise<Database>): Promise<CommandOutcome> {
  const database = await open(readSettings());
  try {
    const applied = await database.migrate();
    const message = applied === 0 ? 'Cơ sở dữ liệu đã ở bản mới nhất.' : `Đã cập nhật cơ sở dữ liệu: ${applied} bước.`;
    return { exitCode: 0, lines: [], messages: [message] };
  } finally {
    await database.close();
  }
}
