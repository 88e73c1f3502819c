import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { Database } from '../../src/platform/database/database.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { copyTables } from './empty-tables.js';
import { PATIENT, serverDatabase } from './server-databases.js';

export interface TestDatabase {
  readonly database: Database;
  readonly directory: string;
  /** Where another process would open it. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * What TypeORM makes of our entities is the same for all databases of a kind, and making it takes longer than opening one: of two connections for each app
 * that a spec opens. It asks its source for nothing once it is made.
 */
function rememberMetadata(): void {
  type Made = Pick<DataSource, 'entityMetadatas' | 'entityMetadatasMap'>;
  const known = new Map<string, { readonly entities: unknown; readonly made: Made }>();
  // `buildMetadatas` is protected: no public method makes them apart from a connection.
  const sources = DataSource.prototype as unknown as { buildMetadatas: (this: DataSource) => Promise<void> };
  const build = sources.buildMetadatas;
  sources.buildMetadatas = async function remembered(): Promise<void> {
    const { options } = this;
    const found = known.get(options.type);
    if (found === undefined || found.entities !== options.entities) {
      await build.call(this);
      const { entityMetadatas, entityMetadatasMap } = this;
      known.set(options.type, { entities: options.entities, made: { entityMetadatas, entityMetadatasMap } });
      return;
    }
    Object.assign(this, { options: { ...options, entities: [] } });
    await build.call(this);
    Object.assign(this, { options, ...found.made });
  };
}
rememberMetadata();

/** A migrated database of its own: a SQLite file, or a database on the server that MSSQL_TEST_URL names. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'hoi-am-'));
  const server = process.env['MSSQL_TEST_URL'];
  const { url, giveBack } =
    server === undefined
      ? { url: `sqlite:${join(directory, 'hoi-am.db')}`, giveBack: () => Promise.resolve() }
      : await serverDatabase(server);
  if (server === undefined) await copyTables(url.slice('sqlite:'.length));
  const database = await Database.open(url, SCHEMA, PATIENT);
  await database.migrate();
  return {
    database,
    directory,
    url,
    async close() {
      await database.close();
      await giveBack();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
