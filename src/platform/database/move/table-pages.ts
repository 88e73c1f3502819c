import type { Dialect } from '../columns.js';
import { limitSql, toStatement, type SqlValue } from '../sql.js';
import type { MovedColumn } from './cells.js';
import type { Row } from './table-digest.js';

export interface MovedTable {
  readonly name: string;
  readonly columns: readonly MovedColumn[];
  /** The columns of its primary key, in their order; every table has one. */
  readonly key: readonly string[];
  /** The column that the database numbers by itself. */
  readonly counter: string | null;
}

/** The values of a row's key; null before the first row. */
export type Key = readonly SqlValue[] | null;

/** A database that is only read. */
export interface Asked {
  readonly dialect: Dialect;
  query<T>(statement: string, parameters?: readonly SqlValue[]): Promise<T>;
}

/**
 * The rows of a table by pages, along its key.
 *
 * SQL Server compares no rows (`(a, b) > (x, y)`), and a condition joined by OR would be walked from the start of `a`: so those that begin like the last
 * key are asked first, then those that begin with less of it, each along the index.
 */
export async function* pagesOf(
  asked: Asked,
  table: MovedTable,
  { after, size }: { readonly after: Key; readonly size: number },
): AsyncGenerator<readonly Row[]> {
  for (let last = after; ;) {
    const page = await pageOf(asked, table, { after: last, size });
    if (page.length > 0) yield page;
    if (page.length < size) return;
    last = keyOf(table, page.at(-1) ?? {});
  }
}

export function keyOf({ key }: MovedTable, row: Row): readonly SqlValue[] {
  return key.map((column) => row[column] as SqlValue);
}

async function pageOf(
  asked: Asked,
  table: MovedTable,
  { after, size }: { readonly after: Key; readonly size: number },
): Promise<readonly Row[]> {
  const depths = after === null ? [0] : table.key.map((_, index) => table.key.length - index);
  const rows: Row[] = [];
  for (const depth of depths) {
    if (rows.length === size) break;
    const [statement, parameters] = pageStatement(table, (after ?? []).slice(0, depth), {
      size: size - rows.length,
      dialect: asked.dialect,
    });
    rows.push(...(await asked.query<readonly Row[]>(statement, parameters)));
  }
  return rows;
}

/** Rows that share all but the last of `beginning`, and are beyond that one. */
function pageStatement(
  { name, columns, key }: MovedTable,
  beginning: readonly SqlValue[],
  { size, dialect }: { readonly size: number; readonly dialect: Dialect },
): [statement: string, parameters: SqlValue[]] {
  const listed = columns.map((column) => `t."${column.name}"`).join(', ');
  const order = key.map((column) => `t."${column}"`).join(', ');
  const [limit = ''] = limitSql(size, dialect).texts;
  const conditions = beginning.map(
    (_, index) => `t."${key[index] ?? ''}" ${index + 1 < beginning.length ? '=' : '>'} `,
  );
  const texts = [...conditions, ` ORDER BY ${order} ${limit}`];
  const [head = '', ...tail] = texts;
  const start = `SELECT ${listed} FROM "${name}" t${beginning.length === 0 ? '' : ' WHERE '}${head}`;
  const last = tail.length - 1;
  return toStatement(
    { texts: [start, ...tail.map((text, index) => (index < last ? ` AND ${text}` : text))], values: beginning },
    dialect,
  );
}
