import { existsSync } from 'node:fs';
import type { Settings } from './config/settings.js';
import { Database } from './platform/database/database.js';
import { READERS_WAIT, readersWait } from './platform/database/waiting-readers.js';
import { SCHEMA } from './schema.js';

/** The database does not serve as it is; the message says in Vietnamese what to do. */
export class DatabaseUnfit extends Error {}

/** The database and the program are not of one time. */
export class DatabaseBehind extends DatabaseUnfit {}

/**
 * A database that is there, as it is: none is made, none is brought up to date.
 *
 * @param otherwise what to do about a database of another time, in Vietnamese
 * @returns null when there is none @throws DatabaseUnfit
 */
export async function openExisting({ databaseUrl }: Settings, otherwise: string): Promise<Database | null> {
  const path = pathOf(databaseUrl);
  if (path !== null && !existsSync(path)) return null;
  const database = await Database.open(databaseUrl, SCHEMA);
  await requireFit(database, otherwise);
  return database;
}

/**
 * A database that is not fit is closed.
 *
 * @param otherwise as above
 * @throws DatabaseUnfit
 */
export async function requireFit(database: Database, otherwise: string): Promise<void> {
  const isBehind = await database.hasPendingMigrations();
  if (!isBehind && !(await readersWait(database))) return;
  await database.close();
  throw isBehind ? new DatabaseBehind(`Cơ sở dữ liệu chưa cập nhật. ${otherwise}`) : new DatabaseUnfit(READERS_WAIT);
}

/** The file of an embedded database; null for a server. */
export function pathOf(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}
