import type { QueryRunner } from 'typeorm';
import { migrationColumn, type Dialect, type Kind } from './columns.js';
import { dropText, indexText, type IndexPlan } from './table-plan.js';

type ExactKind = Extract<Kind, { readonly exact: number } | 'exactLongText'>;

/** Columns of a table that shall be compared by code point from now on, and every key and index that holds one of them. */
export interface ExactColumns {
  readonly table: string;
  readonly columns: readonly (readonly [name: string, kind: ExactKind, nullable?: 'nullable'])[];
  readonly key?: { readonly name: string; readonly columns: readonly string[] };
  readonly indices?: readonly IndexPlan[];
}

/** Changes how SQL Server compares them. SQLite has always done so, and its types do not say how. */
export async function compareByCodePoint(runner: QueryRunner, changes: readonly ExactColumns[]): Promise<void> {
  await change(runner, changes, (collation) => collation);
}

/** Has them compared as the database is set up again. */
export async function compareAsBefore(runner: QueryRunner, changes: readonly ExactColumns[]): Promise<void> {
  await change(runner, changes.toReversed(), () => 'DATABASE_DEFAULT');
}

async function change(
  runner: QueryRunner,
  changes: readonly ExactColumns[],
  collationOf: (exact: string) => string,
): Promise<void> {
  if ((runner.dataSource.options.type as Dialect) !== 'mssql') return;
  for (const { table, columns, key, indices = [] } of changes) {
    const altered = columns.map((column) => `ALTER TABLE "${table}" ALTER COLUMN ${columnText(column, collationOf)}`);
    const away = [
      ...indices.map(({ name }) => dropText(table, name, 'mssql')),
      ...(key ? [`ALTER TABLE "${table}" DROP CONSTRAINT "${key.name}"`] : []),
    ];
    const back = [
      ...(key ? [`ALTER TABLE "${table}" ADD CONSTRAINT "${key.name}" PRIMARY KEY (${listed(key.columns)})`] : []),
      ...indices.map((index) => indexText(table, index)),
    ];
    for (const statement of [...away, ...altered, ...back]) await runner.query(statement);
  }
}

function columnText(
  [name, kind, nullable]: ExactColumns['columns'][number],
  collationOf: (exact: string) => string,
): string {
  const { type, length = '', collation = '' } = migrationColumn(name, kind, 'mssql');
  return `"${name}" ${type}(${length}) COLLATE ${collationOf(collation)} ${nullable ? 'NULL' : 'NOT NULL'}`;
}

function listed(columns: readonly string[]): string {
  return columns.map((column) => `"${column}"`).join(', ');
}
