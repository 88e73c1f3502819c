import { existsSync } from 'node:fs';
import type { Settings } from './config/settings.js';
import { Database } from './platform/database/database.js';
import { SCHEMA } from './schema.js';

/** The database and the program are not of one time. */
export class DatabaseBehind extends Error {}

/**
 * A database that is there, as it is: none is made, none is brought up to date.
 *
 * @param otherwise what to do about a database of another time, in Vietnamese
 * @returns null when there is none @throws DatabaseBehind
 */
export async function openExisting({ databaseUrl }: Settings, otherwise: string): Promise<Database | null> {
  const path = pathOf(databaseUrl);
  if (path !== null && !existsSync(path)) return null;
  const database = await Database.open(databaseUrl, SCHEMA);
  if (!(await database.hasPendingMigrations())) return database;
  await database.close();
  throw new DatabaseBehind(`Cơ sở dữ liệu chưa cập nhật. ${otherwise}`);
}

/** The file of an embedded database; null for a server. */
export function pathOf(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}
