import BetterSqlite3 from 'better-sqlite3';
import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { MIGRATIONS_TABLE } from './migrations-table.js';

/** Where a database is, for people: a path, or host, port and name; never the account or its password. */
export function placeOf(databaseUrl: string): string {
  const path = sqlitePath(databaseUrl);
  if (path !== null) return `SQLite ${resolve(path)}`;
  const { host, pathname } = new URL(databaseUrl);
  return `SQL Server ${host}${decodeURIComponent(pathname)}`;
}

/** The file of an embedded database; null for a server. */
export function sqlitePath(databaseUrl: string): string | null {
  return databaseUrl.startsWith('sqlite:') ? databaseUrl.slice('sqlite:'.length) : null;
}

/** What stands where the file of an embedded database ought to be; `empty`: nothing of anybody is in it yet. */
export type FileStanding =
  | 'missing'
  | 'empty'
  | 'ours'
  | 'foreign'
  | 'no-database'
  | 'folder'
  | 'unreadable'
  | 'damaged';

const MAGIC = 'SQLite format 3\0';
/** Byte of the header that says how the file is written, and what it says of a write-ahead log. */
const WRITE_VERSION = 18;
const WAL = 2;

/** Looks without making or changing anything. */
export function standingOf(path: string): FileStanding {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return 'missing';
  if (found.isDirectory()) return 'folder';
  if (found.size === 0) return 'empty';
  const beginning = beginningOf(path);
  if (beginning === null) return 'unreadable';
  if (!beginning.startsWith(MAGIC)) return 'no-database';
  return ownerOf(path, beginning.charCodeAt(WRITE_VERSION) === WAL);
}

function beginningOf(path: string): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = Buffer.alloc(WRITE_VERSION + 1);
      readSync(file, bytes, 0, bytes.length, 0);
      return bytes.toString('latin1');
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

/**
 * A file that is merely busy is taken for ours: the process that opens it later waits, and says so. A file with a write-ahead log is not opened read-only,
 * which would leave that log and its index behind, owned by the account that ran this check.
 */
function ownerOf(path: string, hasLog: boolean): FileStanding {
  try {
    const file = new BetterSqlite3(path, { readonly: !hasLog, fileMustExist: true });
    try {
      const names = file.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all();
      if (names.includes(MIGRATIONS_TABLE)) return 'ours';
      return names.length === 0 ? 'empty' : 'foreign';
    } finally {
      file.close();
    }
  } catch (error) {
    return error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_CORRUPT') ? 'damaged' : 'ours';
  }
}
