import type {
  EntityManager,
  EntityMetadata,
  FindOptionsOrder,
  FindOptionsSelect,
  FindOptionsWhere,
  ObjectLiteral,
  QueryDeepPartialEntity,
} from 'typeorm';
import { In } from 'typeorm';
import type { Dialect } from './columns.js';
import { toStatement, type Sql } from './sql.js';

/*
 * Rows whose columns are compared as they are. TypeORM makes the text of every statement anew, which costs some ten times what an embedded database
 * takes for the row itself; here it is joined from the names of the columns. A server is asked by TypeORM, which knows the types of its parameters.
 */

type Asking = Pick<EntityManager, 'dataSource' | 'query' | 'find'>;
type Table<Row> = new () => Row;
type RawRow = Readonly<Record<string, unknown>>;
/** The values of columns; of several, any. Never null: SQL finds nothing by it, and TypeORM refuses it. */
type Key<Row> = { readonly [Column in keyof Row]?: NonNullable<Row[Column]> | readonly NonNullable<Row[Column]>[] };

interface Wish<Row> {
  /** The columns that are read, where not all are. */
  readonly only?: readonly string[];
  readonly order?: { readonly [Column in keyof Row]?: 'ASC' | 'DESC' };
}

/** The row with these values, as `findOneBy` finds it. */
export async function rowBy<Row extends ObjectLiteral>(
  manager: Asking,
  table: Table<Row>,
  key: Key<Row>,
): Promise<Row | null> {
  const [row] = await rowsBy(manager, table, key);
  return row ?? null;
}

/** The rows with these values, as `find` finds them. */
export async function rowsBy<Row extends ObjectLiteral>(
  manager: Asking,
  table: Table<Row>,
  key: Key<Row>,
  wish: Wish<Row> = {},
): Promise<Row[]> {
  const { driver } = manager.dataSource;
  if (driver.options.type !== 'better-sqlite3') return manager.find(table, findOptions(key, wish));
  const { only, order = {} } = wish;
  const metadata = manager.dataSource.getMetadata(table);
  const read = columnsOf(metadata, only);
  const asked = Object.entries(key).map(([name, value]): [string, readonly unknown[]] => [
    name,
    Array.isArray(value) ? value : [value],
  ]);
  const where = asked.map(([name, values]) => `"${name}" IN (${values.map(() => '?').join(', ')})`);
  const values = asked.flatMap(([name, each]) => each.map((value) => stored(metadata, name, value)));
  const text = `SELECT ${named(read)} FROM "${metadata.tableName}" WHERE ${where.join(' AND ')}${orderedBy(order)}`;
  return madeOf(table, read, await manager.query<readonly RawRow[]>(text, values));
}

/**
 * The rows of a condition, as a query of TypeORM would find them.
 *
 * @param where what stands behind WHERE, an order and a limit with it @param only the columns that are read, where not all are
 */
export async function rowsWhere<Row extends ObjectLiteral>(
  manager: Pick<EntityManager, 'dataSource' | 'query'>,
  table: Table<Row>,
  where: Sql,
  only?: readonly string[],
): Promise<Row[]> {
  const metadata = manager.dataSource.getMetadata(table);
  const read = columnsOf(metadata, only);
  const [condition, values] = toStatement(where, manager.dataSource.options.type as Dialect);
  const text = `SELECT ${named(read)} FROM "${metadata.tableName}" WHERE ${condition}`;
  return madeOf(table, read, await manager.query<readonly RawRow[]>(text, values));
}

/** Writes new rows, as `insert` does, but reads nothing back: a number that the database gives is not told. */
export async function insertRows<Row extends ObjectLiteral>(
  tx: EntityManager,
  table: Table<Row>,
  ...rows: readonly QueryDeepPartialEntity<Row>[]
): Promise<void> {
  const { driver } = tx.dataSource;
  if (driver.options.type !== 'better-sqlite3') {
    await tx.insert(table, [...rows]);
    return;
  }
  const metadata = tx.dataSource.getMetadata(table);
  const written = metadata.columns.filter((column) => !column.isGenerated);
  const values = rows.flatMap((row) =>
    written.map(
      (column) =>
        (driver.preparePersistentValue(column.getEntityValue(row), column) as unknown) ?? (column.isVersion ? 1 : null),
    ),
  );
  const each = `(${written.map(() => '?').join(', ')})`;
  await tx.query(
    `INSERT INTO "${metadata.tableName}"(${named(written)}) VALUES ${rows.map(() => each).join(', ')}`,
    values,
  );
}

function columnsOf(metadata: EntityMetadata, only: readonly string[] | undefined): EntityMetadata['columns'] {
  return only === undefined
    ? metadata.columns
    : metadata.columns.filter(({ propertyName }) => only.includes(propertyName));
}

function madeOf<Row extends ObjectLiteral>(
  table: Table<Row>,
  columns: EntityMetadata['columns'],
  rows: readonly RawRow[],
): Row[] {
  return rows.map((row) => {
    const made: Record<string, unknown> = new table();
    for (const column of columns) {
      const { driver } = column.entityMetadata.dataSource;
      made[column.propertyName] = driver.prepareHydratedValue(row[column.databaseName], column) as unknown;
    }
    return made as Row;
  });
}

function orderedBy(order: Readonly<Record<string, 'ASC' | 'DESC'>>): string {
  const columns = Object.entries(order).map(([name, direction]) => `"${name}" ${direction}`);
  return columns.length === 0 ? '' : ` ORDER BY ${columns.join(', ')}`;
}

function findOptions<Row extends ObjectLiteral>(key: Key<Row>, { only, order }: Wish<Row>) {
  const where = Object.fromEntries(
    Object.entries(key).map(([name, value]) => [name, Array.isArray(value) ? In(value) : value]),
  ) as FindOptionsWhere<Row>;
  return {
    where,
    ...(only && { select: Object.fromEntries(only.map((name) => [name, true])) as FindOptionsSelect<Row> }),
    ...(order && { order: order as FindOptionsOrder<Row> }),
  };
}

function stored(metadata: EntityMetadata, name: string, value: unknown): unknown {
  const column = metadata.findColumnWithPropertyName(name);
  if (column === undefined) throw new Error(`${metadata.tableName} has no column ${name}`);
  return metadata.dataSource.driver.preparePersistentValue(value, column) as unknown;
}

function named(columns: EntityMetadata['columns']): string {
  return columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
}
