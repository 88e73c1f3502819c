import { randomUUID } from 'node:crypto';
import mssql from 'mssql';
import { DataSource } from 'typeorm';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { Database } from '../../src/platform/database/database.js';
import { sourceOptions, STANDARD_POOLS, type ServerOptions } from '../../src/platform/database/data-source-options.js';
import { MIGRATIONS_TABLE } from '../../src/platform/database/migrations-table.js';
import { recordStatements } from './t-sql/record-statements.js';

recordStatements();

/** A server takes many seconds to make the tables, and a moment to empty them: what a test gives back is emptied and handed to the next. */
interface ServerDatabase {
  readonly url: string;
  /** Its tables, columns and triggers, by which it is seen whether a test has changed them. */
  readonly shape: string;
  /** Makes it as new as it was. */
  readonly emptying: string;
}

const free: ServerDatabase[] = [];

const STATEMENT_MS = 120_000;

/**
 * Connections and statements may take longer than those of an app at work: a server on the machine of the tests shares it with them, and a test that
 * waits is no test that fails.
 */
export const PATIENT: ServerOptions = {
  pools: { ...STANDARD_POOLS, waitMs: 60_000 },
  driver: {
    ...mssql,
    ConnectionPool: class extends mssql.ConnectionPool {
      constructor(config: mssql.config) {
        super({ ...config, requestTimeout: config.requestTimeout ?? STATEMENT_MS });
      }
    },
  },
};

/** What a new database holds beside its tables. */
const BEGUN = 'begun';

/** A migrated database on the server, which no other test uses until it is given back. */
export async function serverDatabase(server: string): Promise<{ url: string; giveBack: () => Promise<void> }> {
  const made = free.pop() ?? (await makeDatabase(server));
  return { url: made.url, giveBack: () => giveBack(made) };
}

/** Where a stage has its database, for the processes that it starts: on the server when there is one, in its folder otherwise. */
export async function stageDatabase(): Promise<{ readonly databaseUrl?: string }> {
  const server = process.env['MSSQL_TEST_URL'];
  return server === undefined ? {} : { databaseUrl: (await serverDatabase(server)).url };
}

/** A database without tables, dropped with all others when the run ends. */
export async function bareDatabase(server: string): Promise<string> {
  const name = `${process.env['MSSQL_TEST_PREFIX'] ?? 'hoi_am'}_${randomUUID().slice(0, 8)}`;
  await withSource(addressOf(server, 'master'), (master) => create(master, name));
  return addressOf(server, name);
}

async function makeDatabase(server: string): Promise<ServerDatabase> {
  const url = await bareDatabase(server);
  const database = await Database.open(url, SCHEMA, PATIENT);
  try {
    await database.migrate();
    const tables = database.writer.entityMetadatas.map(({ tableName }) => tableName);
    return await withSource(url, async (source) => {
      const emptying = await keepWhatIsBegun(source, [...new Set(tables)]);
      return { url, shape: await shapeOf(source), emptying };
    });
  } finally {
    await database.close();
  }
}

/** Readers must not wait for writers, as on a server at work. */
async function create(master: DataSource, name: string): Promise<void> {
  await master.query(`CREATE DATABASE "${name}"`);
  const [row] = await master.query<{ isOn: boolean | number }[]>(
    `SELECT "is_read_committed_snapshot_on" AS "isOn" FROM "sys"."databases" WHERE "name" = '${name}'`,
  );
  if (!row?.isOn) await master.query(`ALTER DATABASE "${name}" SET READ_COMMITTED_SNAPSHOT ON`);
}

/** @returns what makes the database as it is now */
async function keepWhatIsBegun(source: DataSource, tables: readonly string[]): Promise<string> {
  const counts = tables.map((name) => `SELECT '${name}' AS "name" WHERE EXISTS (SELECT 1 FROM "${name}")`);
  const begun = await source.query<{ name: string }[]>(counts.join(' UNION ALL '));
  await source.query(`CREATE SCHEMA "${BEGUN}"`);
  for (const { name } of begun) await source.query(`SELECT * INTO "${BEGUN}"."${name}" FROM "dbo"."${name}"`);
  return [
    ...tables.map((name) => `TRUNCATE TABLE "dbo"."${name}";`),
    ...begun.map(({ name }) => `INSERT INTO "dbo"."${name}" SELECT * FROM "${BEGUN}"."${name}";`),
  ].join('\n');
}

/** One whose tables a test has changed is used no more, and dropped with all others when the run ends. */
async function giveBack(made: ServerDatabase): Promise<void> {
  await withSource(made.url, async (source) => {
    if ((await shapeOf(source)) !== made.shape) return;
    await source.query(made.emptying);
    free.push(made);
  });
}

async function shapeOf(source: DataSource): Promise<string> {
  const columns = await source.query<object[]>(
    `SELECT "TABLE_NAME" AS "table", "COLUMN_NAME" AS "column" FROM "INFORMATION_SCHEMA"."COLUMNS" WHERE "TABLE_SCHEMA" = 'dbo' ORDER BY "TABLE_NAME", "COLUMN_NAME"`,
  );
  const triggers = await source.query<object[]>(
    `SELECT "name", "is_disabled" FROM "sys"."triggers" WHERE "is_disabled" = 0 ORDER BY "name"`,
  );
  const steps = await source.query<object[]>(`SELECT "name" FROM "${MIGRATIONS_TABLE}" ORDER BY "name"`);
  return JSON.stringify([columns, triggers, steps]);
}

async function withSource<T>(url: string, ask: (source: DataSource) => Promise<T>): Promise<T> {
  const options = sourceOptions(url, { entities: [], migrations: [], server: PATIENT, pool: 'writers' });
  const source = new DataSource(options.type === 'mssql' ? { ...options, requestTimeout: 0 } : options);
  await source.initialize();
  try {
    return await ask(source);
  } finally {
    await source.destroy();
  }
}

function addressOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
