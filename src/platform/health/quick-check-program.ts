/** The program that looks over a database file: its process is told the path, and sends its answer. */
import BetterSqlite3 from 'better-sqlite3';
import { damagedPlaces, type BTree, type DamagedPlace } from './quick-check.js';

/** The places, or the code of what kept it from looking. */
export type QuickCheckAnswer =
  | { readonly places: readonly DamagedPlace[] }
  | { readonly code: string; readonly words: string };

const FOUND_AT_MOST = 20;
/** A lock is waited for: no other work waits for this process. */
const PATIENCE_MS = 30_000;
const TREES = `SELECT name, tbl_name AS "table", rootpage AS rootPage FROM sqlite_master WHERE rootpage > 0`;

process.send?.(answerOn(process.argv[2] ?? ''));

function answerOn(path: string): QuickCheckAnswer {
  try {
    const database = new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: PATIENCE_MS });
    try {
      return { places: placesIn(database) };
    } finally {
      database.close();
    }
  } catch (error) {
    return { code: codeOf(error), words: error instanceof Error ? error.message : '' };
  }
}

/** @throws Error of SQLite when the list of tables itself cannot be read */
function placesIn(database: BetterSqlite3.Database): readonly DamagedPlace[] {
  const trees = database.prepare(TREES).all() as BTree[];
  const whole = rowsOf(database, String(FOUND_AT_MOST));
  if (whole.end === null || whole.rows.length > 0) return damagedPlaces(whole.rows, trees);
  // The look ended before it said anything: table by table, the one is found that ends it.
  const ended = trees.filter(({ name, table }) => name === table && rowsOf(database, `'${name}'`).end !== null);
  const tables = ended.length === 0 ? [null] : ended.map(({ table }) => table);
  return tables.map((table) => ({ table, page: null, words: whole.end ?? '' }));
}

/** Row by row, for the look may end at the damage that it has just told. */
function rowsOf(
  database: BetterSqlite3.Database,
  of: string,
): { readonly rows: string[]; readonly end: string | null } {
  const rows: string[] = [];
  try {
    for (const row of database.prepare(`PRAGMA quick_check(${of})`).iterate())
      rows.push((row as { readonly quick_check: string }).quick_check);
    return { rows, end: null };
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_CORRUPT')) throw error;
    return { rows, end: error instanceof Error ? error.message : '' };
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
