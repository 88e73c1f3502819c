import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, getMetadataArgsStorage } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { copyTables } from './empty-tables.js';

export interface TestDatabase {
  readonly database: Database;
  readonly directory: string;
  close(): Promise<void>;
}

/** TypeORM looks for the columns of each entity among those of all, and anew for each app that a spec opens; they are the same. */
function rememberColumns(): void {
  const storage = getMetadataArgsStorage();
  type Columns = ReturnType<typeof storage.filterColumns>;
  const known = new Map<unknown, Columns>();
  const look = storage.filterColumns.bind(storage) as (target: unknown) => Columns;
  storage.filterColumns = (target: unknown): Columns => {
    const [key] = [target].flat();
    const found = known.get(key) ?? look(target);
    known.set(key, found);
    return [...found];
  };
}
rememberColumns();

/** A migrated database of its own: a SQLite file, or a new database on the server that MSSQL_TEST_URL names. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-'));
  const server = process.env['MSSQL_TEST_URL'];
  const { url, drop } =
    server === undefined
      ? { url: `sqlite:${join(directory, 'hoi-am.db')}`, drop: () => Promise.resolve() }
      : await newServerDatabase(server);
  if (server === undefined) await copyTables(url.slice('sqlite:'.length));
  const database = await Database.open(url, SCHEMA);
  await database.migrate();
  return {
    database,
    directory,
    async close() {
      await database.close();
      await drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function newServerDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `hoi_am_${randomUUID().slice(0, 8)}`;
  const url = new URL(server);
  const master = async (statement: string): Promise<void> => {
    const source = new DataSource({
      type: 'mssql',
      host: url.hostname,
      port: Number(url.port === '' ? 1433 : url.port),
      username: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      database: 'master',
      options: { encrypt: url.searchParams.get('encrypt') !== 'false', trustServerCertificate: false, useUTC: true },
    });
    await source.initialize();
    try {
      await source.query(statement);
    } finally {
      await source.destroy();
    }
  };
  await master(`CREATE DATABASE ${name}`);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => master(`DROP DATABASE ${name}`) };
}
