import { MIGRATIONS_TABLE } from '../migrations-table.js';
import type { CellKind } from './cells.js';
import type { Asked, MovedTable } from './table-pages.js';

/** Where a move writes how far it has come; it is dropped with the last word. */
export const MARKS_TABLE = 'move_mark';

/**
 * Copied after all others: triggers refuse documents of a year that a closing closes, and count the changes of reference tables, copied rows among them.
 */
const LAST = ['register_closing', 'register_closing_seal', 'reference_version'];

/** Both databases have had the same steps, so that this is a fault of the target. */
export class TablesDiffer extends Error {
  constructor(readonly table: string) {
    super(table);
  }
}

interface FoundColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  /** Its place in the primary key, from 1; 0: none. Known of SQLite alone. */
  readonly place: number;
  /** Of a text. */
  readonly maxLength: number | null;
}

/**
 * The tables to be moved, in the order in which they are. No table refers to another (docs/adr/0002-one-schema-two-databases.md), so any order would do but for
 * what triggers do.
 *
 * @throws TablesDiffer where the target has not the same tables and columns
 */
export async function movedTables(source: Asked, target: Asked): Promise<readonly MovedTable[]> {
  const [here, there] = [await columnsOf(source), await columnsOf(target)];
  const counters = await countersOf(source);
  const names = [...new Set([...here, ...there].map(({ table }) => table))];
  const ofTable = (columns: readonly FoundColumn[], name: string): readonly FoundColumn[] =>
    columns.filter(({ table }) => table === name);
  return names
    .filter((name) => name !== MIGRATIONS_TABLE && name !== MARKS_TABLE)
    .map((name) => ({
      ...shapeOf(name, ofTable(here, name), ofTable(there, name)),
      counter: counters.get(name) ?? null,
    }))
    .sort(lastOnes);
}

/** The names of all tables of a database. */
export async function tableNames(asked: Asked): Promise<readonly string[]> {
  const statement =
    asked.dialect === 'mssql'
      ? `SELECT "TABLE_NAME" AS "name" FROM "INFORMATION_SCHEMA"."TABLES" WHERE "TABLE_SCHEMA" = SCHEMA_NAME() AND "TABLE_TYPE" = 'BASE TABLE'`
      : `SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite!_%' ESCAPE '!'`;
  return (await asked.query<readonly { readonly name: string }[]>(statement)).map(({ name }) => name);
}

/** @throws TablesDiffer */
function shapeOf(
  name: string,
  columns: readonly FoundColumn[],
  found: readonly FoundColumn[],
): Omit<MovedTable, 'counter'> {
  const lengths = new Map(found.map((column) => [column.name, column.maxLength]));
  const differ = columns.length !== found.length || columns.some((column) => !lengths.has(column.name));
  if (differ) throw new TablesDiffer(name);
  const inKey = columns.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place);
  return {
    name,
    columns: columns.map(({ name: column, type }) => ({
      name: column,
      kind: kindOf(type),
      maxLength: lengths.get(column) ?? null,
    })),
    key: inKey.map((column) => column.name),
  };
}

function lastOnes(a: MovedTable, b: MovedTable): number {
  return LAST.indexOf(a.name) - LAST.indexOf(b.name) || (a.name < b.name ? -1 : 1);
}

async function columnsOf(asked: Asked): Promise<readonly FoundColumn[]> {
  if (asked.dialect === 'better-sqlite3') {
    const found = await asked.query<readonly Omit<FoundColumn, 'maxLength'>[]>(
      `SELECT m."name" AS "table", c."name" AS "name", c."type" AS "type", c."pk" AS "place" FROM "sqlite_master" m, pragma_table_info(m."name") c ` +
        `WHERE m."type" = 'table' AND m."name" NOT LIKE 'sqlite!_%' ESCAPE '!' ORDER BY m."name", c."cid"`,
    );
    return found.map((column) => ({ ...column, maxLength: lengthIn(column.type) }));
  }
  const found = await asked.query<readonly Omit<FoundColumn, 'place'>[]>(
    `SELECT "TABLE_NAME" AS "table", "COLUMN_NAME" AS "name", "DATA_TYPE" AS "type", "CHARACTER_MAXIMUM_LENGTH" AS "maxLength" ` +
      `FROM "INFORMATION_SCHEMA"."COLUMNS" WHERE "TABLE_SCHEMA" = SCHEMA_NAME() ORDER BY "TABLE_NAME", "ORDINAL_POSITION"`,
  );
  // Views have columns, too.
  const names = new Set(await tableNames(asked));
  // -1 is `nvarchar(MAX)`.
  return found
    .filter(({ table }) => names.has(table))
    .map((column) => ({ ...column, place: 0, maxLength: column.maxLength === -1 ? null : column.maxLength }));
}

/** The tables that number their rows, as SQLite says it: in the words that made them. */
async function countersOf(source: Asked): Promise<ReadonlyMap<string, string>> {
  const made = await source.query<readonly { readonly name: string; readonly sql: string }[]>(
    `SELECT "name", "sql" FROM "sqlite_master" WHERE "type" = 'table' AND "sql" LIKE '%AUTOINCREMENT%'`,
  );
  return new Map(
    made.flatMap(({ name, sql }) => {
      const counter = /"(\w+)" integer PRIMARY KEY AUTOINCREMENT/iu.exec(sql)?.[1];
      return counter === undefined ? [] : [[name, counter] as const];
    }),
  );
}

function lengthIn(type: string): number | null {
  const length = /^varchar\((\d+)\)$/u.exec(type)?.[1];
  return length === undefined ? null : Number(length);
}

function kindOf(type: string): CellKind {
  const kind = KINDS[type.toLowerCase().replace(/\(.*$/u, '')];
  if (kind === undefined) throw new Error(`No kind of column is known for the type ${type}.`);
  return kind;
}

const KINDS: Readonly<Record<string, CellKind>> = {
  varchar: 'text',
  text: 'text',
  integer: 'integer',
  boolean: 'boolean',
  datetime: 'instant',
};
