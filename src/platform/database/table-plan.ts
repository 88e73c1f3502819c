import { Table, TableCheck, TableIndex, type QueryRunner, type TableColumnOptions } from 'typeorm';
import { migrationColumn, typeText, type Dialect, type Kind } from './columns.js';

type ColumnPlan = readonly [name: string, kind: Kind | 'counter', ...options: readonly ('key' | 'nullable')[]];

interface IndexPlan {
  readonly name: string;
  readonly columns: readonly string[];
  readonly isUnique?: boolean;
  readonly where?: string;
}

/** What a migration adds to a table that is there already. SQLite adds no checks to one. */
export interface TableAddition {
  readonly table: string;
  readonly columns?: readonly (readonly [name: string, kind: Kind, nullable: 'nullable'])[];
  readonly indices?: readonly IndexPlan[];
}

/** A table as a migration makes it: columns by kind, everything named, the same on both databases. */
export interface TablePlan {
  readonly name: string;
  readonly key: string;
  /** Rows lie in the order of the key, and nowhere else: for narrow tables that are only ever walked along it. SQL Server does so anyway. */
  readonly keyIsTable?: boolean;
  readonly columns: readonly ColumnPlan[];
  readonly indices?: readonly IndexPlan[];
  readonly checks?: readonly {
    readonly name: string;
    readonly column: string;
    readonly values: readonly (string | number)[];
  }[];
}

/** Makes the tables that are not there yet, so that a start cut off in between completes at the next. */
export async function createTables(runner: QueryRunner, plans: readonly TablePlan[]): Promise<void> {
  const dialect = runner.dataSource.options.type as Dialect;
  for (const plan of plans) await runner.createTable(tableOf(plan, dialect), true);
}

export async function dropTables(runner: QueryRunner, plans: readonly TablePlan[]): Promise<void> {
  for (const plan of plans.toReversed()) await runner.dropTable(plan.name, true, true, false);
}

/** Written out, for TypeORM would ask the database what a table is, and rebuild it on SQLite. */
export async function extendTable(
  runner: QueryRunner,
  { table, columns = [], indices = [] }: TableAddition,
): Promise<void> {
  const dialect = runner.dataSource.options.type as Dialect;
  for (const [name, kind] of columns) {
    await runner.query(`ALTER TABLE "${table}" ADD "${name}" ${typeText(kind, dialect)}`);
  }
  for (const index of indices) await runner.query(indexText(table, index));
}

export async function reduceTable(
  runner: QueryRunner,
  { table, columns = [], indices = [] }: TableAddition,
): Promise<void> {
  const dialect = runner.dataSource.options.type as Dialect;
  for (const { name } of indices) await runner.query(dropText(table, name, dialect));
  for (const [name] of columns) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "${name}"`);
}

/** What makes an index, in the words of both databases. */
function indexText(table: string, { name, columns, isUnique, where }: IndexPlan): string {
  const listed = columns.map((column) => `"${column}"`).join(', ');
  const condition = where === undefined ? '' : ` WHERE ${where}`;
  return `CREATE ${isUnique ? 'UNIQUE ' : ''}INDEX "${name}" ON "${table}" (${listed})${condition}`;
}

function dropText(table: string, name: string, dialect: Dialect): string {
  return dialect === 'mssql' ? `DROP INDEX "${name}" ON "${table}"` : `DROP INDEX "${name}"`;
}

function tableOf(plan: TablePlan, dialect: Dialect): Table {
  return new Table({
    name: plan.name,
    withoutRowid: plan.keyIsTable ?? false,
    columns: plan.columns.map((column) => columnOf(plan, column, dialect)),
    indices: (plan.indices ?? []).map(
      ({ name, columns, isUnique, where }) =>
        new TableIndex({
          name,
          columnNames: [...columns],
          isUnique: isUnique ?? false,
          ...(where === undefined ? {} : { where }),
        }),
    ),
    checks: (plan.checks ?? []).map(
      ({ name, column, values }) =>
        new TableCheck({ name, expression: `"${column}" in (${values.map(literal).join(', ')})` }),
    ),
  });
}

function columnOf(plan: TablePlan, [name, kind, ...options]: ColumnPlan, dialect: Dialect): TableColumnOptions {
  if (kind === 'counter') {
    const type = dialect === 'mssql' ? 'int' : 'integer';
    const key = { isPrimary: true, primaryKeyConstraintName: plan.key };
    return { name, type, isGenerated: true, generationStrategy: 'increment', ...key };
  }
  const column = migrationColumn(name, kind, dialect, { nullable: options.includes('nullable') });
  return options.includes('key') ? { ...column, isPrimary: true, primaryKeyConstraintName: plan.key } : column;
}

function literal(value: string | number): string {
  return typeof value === 'number' ? String(value) : `'${value}'`;
}
