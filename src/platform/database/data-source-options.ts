import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { DataSourceOptions, EntitySchema, MigrationInterface, MixedList } from 'typeorm';
import { dialectOf } from './columns.js';
import { fittingDriver, type SqlServerDriver } from './sql-server-driver.js';
import { MIGRATIONS_TABLE } from './migrations-table.js';

/** The entities and migrations of all features. */
export interface Tables {
  readonly entities: MixedList<(new () => object) | EntitySchema>;
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** How many connections a process may hold to a server, and how long somebody waits for one that is free. */
export interface PoolSizes {
  readonly writers: number;
  readonly readers: number;
  readonly waitMs: number;
}

/** What only a database on a server needs. */
export interface ServerOptions {
  readonly pools: PoolSizes;
  /** In place of the driver, where no server is. */
  readonly driver: SqlServerDriver;
}

export const STANDARD_POOLS: PoolSizes = { writers: 10, readers: 20, waitMs: 5000 };

/** How long SQLite waits for another process while it is opened. */
const START_MS = 5000;

/**
 * Kept by a connection, the oldest given up first. TypeORM writes numbers into its statements, so many are asked once; an arriving ticket alone asks
 * some 150 that come again, and to prepare one costs as much as to run it.
 */
const PREPARED_STATEMENTS = 500;

/** Which of the two pools, in which database. */
export interface SourceWish extends Tables {
  readonly server: Partial<ServerOptions>;
  readonly pool: 'writers' | 'readers';
}

/** What TypeORM needs to open the database that the address names. */
export function sourceOptions(databaseUrl: string, wish: SourceWish): DataSourceOptions {
  const { entities, migrations, server, pool } = wish;
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
      statementCacheSize: PREPARED_STATEMENTS,
      prepareDatabase: durable,
    };
  }
  const url = new URL(databaseUrl);
  const pools = server.pools ?? STANDARD_POOLS;
  return {
    ...shared,
    type: 'mssql',
    driver: driverOf(server),
    host: url.hostname,
    port: Number(url.port === '' ? 1433 : url.port),
    username: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: decodeURIComponent(url.pathname.slice(1)),
    // Shorter than the wait for a connection, so that a server that is away is told apart from one that is busy.
    connectionTimeout: Math.ceil(pools.waitMs * 0.8),
    pool: { min: 0, max: pools[pool], acquireTimeoutMillis: pools.waitMs },
    // Else each statement is preceded by a `SELECT 1`, which costs as much as most of them. A line that broke is seen at its socket.
    extra: { validateConnection: 'socket' },
    options: {
      encrypt: url.searchParams.get('encrypt') !== 'false',
      trustServerCertificate: false,
      useUTC: true,
    },
  };
}

/** An acknowledged message must survive loss of power: FULL waits for the disk at each commit. */
function durable(connection: unknown): void {
  (connection as { pragma(text: string): unknown }).pragma('synchronous = FULL');
}

const require = createRequire(import.meta.url);

/**
 * The driver is large, so that who works with SQLite does not load it. Required and not imported: it is CommonJS, and an `import()` once met its classes
 * while they were half loaded.
 */
function driverOf({ driver }: Partial<ServerOptions>): SqlServerDriver {
  return fittingDriver(driver ?? (require('mssql') as SqlServerDriver));
}
