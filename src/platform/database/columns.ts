/**
 * Columns by kind, so that one set of entities and migrations serves SQLite and SQL Server. A type written by name would lose
 * Vietnamese letters (varchar), milliseconds (datetime) or bytes (binary) on one of the two; see docs/adr/0002-one-schema-two-databases.md.
 */
import { Column, PrimaryColumn, type ColumnOptions, type TableColumnOptions, type ValueTransformer } from 'typeorm';
import { secretIn } from '../../config/secrets.js';

export type Dialect = 'better-sqlite3' | 'mssql';

/** The dialect that a database address names. */
export function dialectOf(databaseUrl: string | undefined): Dialect {
  return databaseUrl?.startsWith('mssql:') === true ? 'mssql' : 'better-sqlite3';
}

/** Decorators run once per process, so the dialect of the entities is that of the process. */
const PROCESS_DIALECT = dialectOf(secretIn(process.env, 'DATABASE_URL'));

/**
 * `exact` and `exactLongText`: text that is equal, ordered and begins alike by its code points alone, as we compare it too: what others call their
 * things, and the words of the search. Any other text is compared as the database is set up, which on SQL Server takes `ß` for `ss`.
 */
export type Kind =
  | { readonly text: number }
  | { readonly exact: number }
  | 'longText'
  | 'exactLongText'
  | 'boolean'
  | 'integer'
  | 'instant'
  | 'day'
  | 'json';

interface PhysicalType {
  readonly type: string;
  readonly length?: number;
  readonly precision?: number;
  readonly collation?: string;
}

/** SQLite compares so by itself. */
const BY_CODE_POINT = { collation: 'Latin1_General_100_BIN2' };

const MAX = Number.NaN;

const SQLITE: Readonly<Record<Exclude<Kind, object>, PhysicalType>> = {
  longText: { type: 'text' },
  exactLongText: { type: 'text' },
  json: { type: 'text' },
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  instant: { type: 'datetime', precision: 3 },
  day: { type: 'varchar', length: 10 },
};

const SQL_SERVER: Readonly<Record<Exclude<Kind, object>, PhysicalType>> = {
  longText: { type: 'nvarchar', length: MAX },
  exactLongText: { type: 'nvarchar', length: MAX, ...BY_CODE_POINT },
  json: { type: 'nvarchar', length: MAX },
  boolean: { type: 'bit' },
  integer: { type: 'int' },
  instant: { type: 'datetime2', precision: 3 },
  day: { type: 'nvarchar', length: 10 },
};

/** What a kind is in a database. Instants are UTC with milliseconds; days are ISO text; JSON is text. */
export function physicalType(kind: Kind, dialect: Dialect): PhysicalType {
  const server = dialect === 'mssql';
  if (typeof kind !== 'object') return (server ? SQL_SERVER : SQLITE)[kind];
  const type = server ? 'nvarchar' : 'varchar';
  if ('text' in kind) return { type, length: kind.text };
  return { type, length: kind.exact, ...(server ? BY_CODE_POINT : {}) };
}

/** A kind as a statement writes it: `nvarchar(20)`, `datetime2(3)`, `nvarchar(100) COLLATE Latin1_General_100_BIN2`. */
export function typeText(kind: Kind, dialect: Dialect): string {
  const physical = physicalType(kind, dialect);
  const size = lengthText(physical) ?? physical.precision;
  const type = size === undefined ? physical.type : `${physical.type}(${String(size)})`;
  return physical.collation === undefined ? type : `${type} COLLATE ${physical.collation}`;
}

function lengthText({ length }: PhysicalType): string | undefined {
  if (length === undefined) return undefined;
  return Number.isNaN(length) ? 'MAX' : String(length);
}

const asJson: ValueTransformer = {
  to: (value: unknown) => (value === null || value === undefined ? value : JSON.stringify(value)),
  from: (value: unknown) => (typeof value === 'string' ? (JSON.parse(value) as unknown) : value),
};

/**
 * JSON of records that must be read to be checked: what is broken, or of another sort, becomes what `broken` makes of its text, and contradicts its
 * hash, where any other column would stop the reader.
 */
function asCheckedJson(broken: (text: string) => object): ValueTransformer {
  return {
    to: (value: unknown) => asJson.to(value) as unknown,
    from: (value: unknown) => (typeof value === 'string' ? readOr(value, broken(value)) : value),
  };
}

function readOr(text: string, broken: object): unknown {
  try {
    const value = JSON.parse(text) as unknown;
    const isObject = typeof value === 'object' && value !== null;
    return isObject && Array.isArray(value) === Array.isArray(broken) ? value : broken;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return broken;
  }
}

export interface KindOptions {
  readonly nullable?: boolean;
  /** Of JSON that must be read to be checked: what its text is taken for when it is broken. */
  readonly broken?: (text: string) => object;
}

/** What a column of the entities and one of a migration say in the same words. */
function shapeOf(physical: PhysicalType): Pick<TableColumnOptions, 'length' | 'precision' | 'collation'> {
  const { precision, collation } = physical;
  const length = lengthText(physical);
  return {
    ...(length === undefined ? {} : { length }),
    ...(precision === undefined ? {} : { precision }),
    ...(collation === undefined ? {} : { collation }),
  };
}

function columnOptions(kind: Kind, options: KindOptions): ColumnOptions {
  const physical = physicalType(kind, PROCESS_DIALECT);
  return {
    type: physical.type as 'varchar',
    nullable: options.nullable ?? false,
    ...shapeOf(physical),
    ...(kind === 'json' ? { transformer: options.broken ? asCheckedJson(options.broken) : asJson } : {}),
  };
}

/** A column of a kind. */
export function KindColumn(kind: Kind, options: KindOptions = {}): PropertyDecorator {
  return Column(columnOptions(kind, options));
}

/** A primary key of a kind; the name of the constraint is given so that both databases and migrations agree. */
export function KeyColumn(kind: Kind, primaryKeyConstraintName: string): PropertyDecorator {
  const physical = physicalType(kind, PROCESS_DIALECT);
  return PrimaryColumn({ type: physical.type as 'varchar', primaryKeyConstraintName, ...shapeOf(physical) });
}

/** The same kind as a column of a migration. */
export function migrationColumn(
  name: string,
  kind: Kind,
  dialect: Dialect,
  options: KindOptions = {},
): TableColumnOptions {
  const physical = physicalType(kind, dialect);
  return { name, type: physical.type, isNullable: options.nullable ?? false, ...shapeOf(physical) };
}
