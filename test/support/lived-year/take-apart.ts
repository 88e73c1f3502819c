import Database from 'better-sqlite3';
import { linkerOf, type StoredRow, type StoredValue } from '../../../src/cli/demo/kept-chains.js';
import type { KeptColumn, KeptDatabase } from '../../../src/cli/demo/kept-database.js';

/** Which turns were taken when: the app itself forgets them within a day. */
const FORGOTTEN = ['job_slot'];
const LINKS = ['previousHash', 'hash'];

interface Apart {
  readonly kept: KeptDatabase;
  /** What the columns hold, in the order in which they are kept. */
  readonly contents: readonly Buffer[];
}

/** A database as the demonstration keeps it: column by column, without indexes and without the hashes of its chains. @param kept its path there */
export function takeApart(path: string, kept: string): Apart {
  const database = new Database(path, { readonly: true });
  const contents: Buffer[] = [];
  const made = (types: string): readonly { readonly name: string; readonly sql: string }[] =>
    database
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_master WHERE type IN (${types}) AND sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`,
      )
      .all();
  const tables = made("'table'").map(({ name, sql }) => ({ name, sql, columns: columnsOf(database, name, contents) }));
  const after = made("'index', 'trigger'").map(({ sql }) => sql);
  database.close();
  return { kept: { path: kept, tables, after }, contents };
}

function columnsOf(database: Database.Database, table: string, contents: Buffer[]): readonly KeptColumn[] {
  const select = database.prepare<[], StoredRow>(`SELECT * FROM "${table}"`);
  const rows = FORGOTTEN.includes(table) ? [] : select.all();
  requireLinked(table, rows);
  const names = select.columns().map(({ name }) => name);
  return names
    .filter((name) => linkerOf(table) === null || !LINKS.includes(name))
    .map((name) => {
      const values = rows.map((row) => row[name] ?? null);
      const isOfBytes = values.length > 0 && values.every(isBytes);
      const content = isOfBytes ? Buffer.concat(values) : Buffer.from(JSON.stringify(values));
      contents.push(content);
      const lengths = isOfBytes ? { lengths: values.map((bytes) => bytes.length) } : {};
      return { name, size: content.length, ...lengths };
    });
}

const isBytes = (value: StoredValue): value is Buffer => Buffer.isBuffer(value);

/** @throws Error where a hash does not follow from what stands there, so that it could not be made again */
function requireLinked(table: string, rows: readonly StoredRow[]): void {
  const link = linkerOf(table);
  if (link === null) return;
  for (const row of rows) {
    const [previousHash, hash] = link(row);
    if (row['previousHash'] !== previousHash || row['hash'] !== hash)
      throw new Error(`A link of ${table} does not follow: ${JSON.stringify(row)}`);
  }
}
