import BetterSqlite3 from 'better-sqlite3';
import { statSync } from 'node:fs';
import { MIGRATIONS_TABLE } from '../migrations-table.js';
import type { Asked } from './table-pages.js';

/** How long a command that merely looked may take to let go of the file. */
const PATIENCE_MS = 2000;

/** Another process has the database open. */
export class SourceInUse extends Error {}

export interface MoveSource extends Asked {
  /** What the file is: another one after anything was written into it. */
  readonly fingerprint: string;
  readonly steps: readonly string[];
  close(): void;
}

/**
 * An embedded database that no other process has open, nor can open before it is closed: SQLite's exclusive locking is refused while another process has
 * it open, and holds until then.
 *
 * @throws SourceInUse
 */
export function openAlone(path: string): MoveSource {
  const file = new BetterSqlite3(path, { fileMustExist: true, timeout: PATIENCE_MS });
  try {
    file.pragma('locking_mode = EXCLUSIVE');
    file.exec('BEGIN EXCLUSIVE');
    file.exec('COMMIT');
    // What a stop without farewell left in the log comes into the file, so that the file says by itself what it holds.
    file.pragma('wal_checkpoint(TRUNCATE)');
    file.pragma('query_only = 1');
    // The file is not opened a second time: to close it again would give up the lock.
    const { size, mtimeMs } = statSync(path);
    return {
      dialect: 'better-sqlite3',
      query: <T>(statement: string, parameters: readonly unknown[] = []) =>
        Promise.resolve(file.prepare(statement).all(...parameters) as T),
      fingerprint: `${path} ${String(size)} ${String(mtimeMs)}`,
      steps: file.prepare(`SELECT "name" FROM "${MIGRATIONS_TABLE}"`).pluck().all() as string[],
      close: () => {
        file.close();
      },
    };
  } catch (error) {
    file.close();
    const isBusy = error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY');
    throw isBusy ? new SourceInUse(path, { cause: error }) : error;
  }
}
