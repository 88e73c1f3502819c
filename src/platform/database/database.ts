import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import {
  DataSource,
  type DataSourceOptions,
  type EntityManager,
  type MixedList,
  type EntitySchema,
  type MigrationInterface,
} from 'typeorm';
import { dialectOf, type Dialect } from './columns.js';
import { MIGRATIONS_TABLE } from './migrations-table.js';

/** What the composition root knows of tables: the entities and migrations of all features. */
export interface Schema {
  readonly entities: MixedList<(new () => object) | EntitySchema>;
  readonly migrations: readonly (new () => MigrationInterface)[];
  /** Writes what a database starts with that was just made. One that is cut off before this is like an older one: what it lacks is offered to people. */
  readonly begin?: (manager: EntityManager) => Promise<void>;
}

/** How long SQLite waits for another process; it blocks the event loop, so at work it hardly waits and UnitOfWork tries again. */
const BUSY_MS = 20;
const START_MS = 5000;

/**
 * The database, as two connections: `writer` is used by UnitOfWork alone, `reader` by everything that only looks. SQLite has one connection
 * per data source, so a reader on the writer's connection would see what may yet be rolled back. On SQL Server both are one pool.
 */
export class Database {
  private constructor(
    readonly dialect: Dialect,
    readonly writer: DataSource,
    readonly reader: DataSource,
    private readonly schema: Schema,
  ) {}

  /** Opens the database that the address names (`sqlite:PATH` or `mssql://…`); makes the SQLite file when missing. */
  static async open(databaseUrl: string, schema: Schema): Promise<Database> {
    const dialect = dialectOf(databaseUrl);
    const writer = await new DataSource(sourceOptions(databaseUrl, schema)).initialize();
    if (dialect === 'mssql') return new Database(dialect, writer, writer, schema);
    await patience(writer, BUSY_MS);
    const reader = await new DataSource(sourceOptions(databaseUrl, schema)).initialize();
    await reader.query('PRAGMA query_only = 1');
    return new Database(dialect, writer, reader, schema);
  }

  /** Brings the tables up to date; each migration in its own transaction, so a kill in between loses nothing. */
  async migrate(): Promise<number> {
    if (this.dialect === 'mssql') return this.runMigrations();
    await patience(this.writer, START_MS);
    try {
      return await this.runMigrations();
    } finally {
      await patience(this.writer, BUSY_MS);
    }
  }

  private async runMigrations(): Promise<number> {
    const { length } = await this.writer.runMigrations({ transaction: 'each' });
    if (length === this.schema.migrations.length) await this.schema.begin?.(this.writer.manager);
    return length;
  }

  /** Asks without making the table of migrations, as TypeORM would: whoever only reads leaves a foreign database as it is. */
  async hasPendingMigrations(): Promise<boolean> {
    const runner = this.writer.createQueryRunner();
    try {
      if (!(await runner.hasTable(MIGRATIONS_TABLE))) return true;
    } finally {
      await runner.release();
    }
    const rows = await this.writer.query<readonly { readonly name: string }[]>(
      `SELECT "name" AS "name" FROM "${MIGRATIONS_TABLE}"`,
    );
    const had = new Set(rows.map(({ name }) => name));
    return this.writer.migrations.some((migration) => !had.has(migration.name ?? migration.constructor.name));
  }

  async close(): Promise<void> {
    if (this.reader !== this.writer && this.reader.isInitialized) await this.reader.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }
}

function sourceOptions(databaseUrl: string, { entities, migrations }: Schema): DataSourceOptions {
  const shared = { entities, migrations: [...migrations], synchronize: false, migrationsTableName: MIGRATIONS_TABLE };
  if (dialectOf(databaseUrl) === 'better-sqlite3') {
    const path = databaseUrl.slice('sqlite:'.length);
    mkdirSync(dirname(path), { recursive: true });
    return {
      ...shared,
      type: 'better-sqlite3',
      database: path,
      enableWAL: true,
      timeout: START_MS,
      prepareDatabase: durable,
    };
  }
  const url = new URL(databaseUrl);
  return {
    ...shared,
    type: 'mssql',
    host: url.hostname,
    port: Number(url.port === '' ? 1433 : url.port),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: url.pathname.slice(1),
    options: {
      encrypt: url.searchParams.get('encrypt') !== 'false',
      trustServerCertificate: false,
      useUTC: true,
    },
  };
}

async function patience(source: DataSource, milliseconds: number): Promise<void> {
  await source.query(`PRAGMA busy_timeout = ${milliseconds}`);
}

/** An acknowledged message must survive loss of power: FULL waits for the disk at each commit. */
function durable(connection: unknown): void {
  (connection as { pragma(text: string): unknown }).pragma('synchronous = FULL');
}
