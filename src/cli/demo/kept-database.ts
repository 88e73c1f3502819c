import Database from 'better-sqlite3';
import { linkerOf, type StoredRow, type StoredValue } from './kept-chains.js';

/** A column of all rows of a table, as so many bytes: like stands beside like, which compresses best. */
export interface KeptColumn {
  readonly name: string;
  readonly size: number;
  /** How long the bytes of each row are; without, the values stand as one list in JSON. */
  readonly lengths?: readonly number[];
}

export interface KeptTable {
  readonly name: string;
  /** What makes it. */
  readonly sql: string;
  readonly columns: readonly KeptColumn[];
}

/** A database without what follows from the rest of it: its indexes, and the hashes of its chains. */
export interface KeptDatabase {
  readonly path: string;
  readonly tables: readonly KeptTable[];
  /** What makes its indexes and triggers once the rows are there. */
  readonly after: readonly string[];
}

/** Makes the database that was kept. @param next gives so many bytes on of what was kept */
export function putTogether(path: string, { tables, after }: KeptDatabase, next: (size: number) => Buffer): void {
  const database = new Database(path);
  // Needs no protection from a crash: an interrupted start lays everything out again.
  database.pragma('journal_mode = OFF');
  database.pragma('synchronous = OFF');
  database.pragma('foreign_keys = OFF');
  database.transaction(() => {
    for (const table of tables) fill(database, table, next);
    for (const statement of after) database.exec(statement);
  })();
  database.close();
}

function fill(database: Database.Database, { name, sql, columns }: KeptTable, next: (size: number) => Buffer): void {
  database.exec(sql);
  const values = columns.map((column) => valuesOf(column, next(column.size)));
  const link = linkerOf(name);
  const names = [...columns.map((column) => column.name), ...(link === null ? [] : ['previousHash', 'hash'])];
  const places = names.map(() => '?').join(', ');
  const insert = database.prepare(`INSERT INTO "${name}" ("${names.join('", "')}") VALUES (${places})`);
  for (const at of (values[0] ?? []).keys()) {
    const row = values.map((column) => column[at] ?? null);
    insert.run(...row, ...(link === null ? [] : link(rowOf(names, row))));
  }
}

function valuesOf({ lengths }: KeptColumn, bytes: Buffer): readonly StoredValue[] {
  if (lengths === undefined) return JSON.parse(bytes.toString('utf8')) as StoredValue[];
  let from = 0;
  return lengths.map((length) => bytes.subarray(from, (from += length)));
}

function rowOf(names: readonly string[], values: readonly StoredValue[]): StoredRow {
  return Object.fromEntries(values.map((value, at) => [names[at] ?? '', value] as const));
}
