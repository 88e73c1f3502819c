import BetterSqlite3 from 'better-sqlite3';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';

/** What triggers would refuse or count, were it there before the others. */
const LAST = ['register_closing', 'register_closing_seal', 'reference_version'];

const TEXT = 'Phiếu “chưa rõ” 🏫 về đường Lê Lợi';

interface Column {
  readonly name: string;
  readonly type: string;
  readonly pk: number;
  readonly notnull: number;
}

/** An embedded database with some rows in every table; without entities, for those of a server's process SQLite would refuse. */
export async function filledDatabase(path: string, rows: number): Promise<void> {
  const database = await Database.open(`sqlite:${path}`, { entities: [], migrations: SCHEMA.migrations });
  await database.migrate();
  await database.close();
  fillTables(path, rows);
}

/** Of every kind of value: empty texts, letters outside the first plane, no value, moments without milliseconds. */
function fillTables(path: string, rows: number): void {
  const file = new BetterSqlite3(path);
  const tables = file
    .prepare(`SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'`)
    .all() as { readonly name: string; readonly sql: string }[];
  const ordered = tables
    .filter(({ name }) => name !== 'schema_migration')
    .sort((a, b) => LAST.indexOf(a.name) - LAST.indexOf(b.name));
  const all = file.transaction(() => {
    for (const { name, sql } of ordered) {
      file.exec(`DELETE FROM "${name}"`);
      const columns = file.pragma(`table_info("${name}")`) as Column[];
      const listed = columns.map((column) => `"${column.name}"`).join(', ');
      const insert = file.prepare(`INSERT INTO "${name}" (${listed}) VALUES (${columns.map(() => '?').join(', ')})`);
      for (let row = 1; row <= rows; row += 1) insert.run(...columns.map((column) => cellOf(column, row, sql)));
    }
    // Numbers that were given and whose rows are gone are not given again.
    file.exec(`UPDATE sqlite_sequence SET seq = seq + 40`);
  });
  all();
  file.close();
}

function cellOf({ name, type, pk, notnull }: Column, row: number, sql: string): string | number | null {
  const allowed = new RegExp(String.raw`"${name}" in \(([^)]*)\)`, 'u').exec(sql)?.[1]?.split(', ');
  if (allowed) return valueIn(allowed[row % allowed.length] ?? '');
  if (pk === 0 && notnull === 0 && row % 3 === 0) return null;
  if (type === 'INTEGER' || type === 'integer') return pk > 0 ? row * 7 : row;
  if (type === 'boolean') return row % 2;
  if (type.startsWith('datetime'))
    return row % 2 === 0 ? '2026-03-18 02:00:00' : `2026-03-18 02:00:00.${String(100 + row)}`;
  if (type === 'TEXT') return row % 4 === 0 ? '' : `${TEXT} ${String(row)}`;
  const length = Number(/\((\d+)\)/u.exec(type)?.[1] ?? 20);
  return `${String(row).padStart(2, '0')} ${TEXT}`.slice(0, length);
}

function valueIn(literal: string): string | number {
  return literal.startsWith("'") ? literal.slice(1, -1) : Number(literal);
}
