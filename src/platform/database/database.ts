import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager } from 'typeorm';
import { dialectOf, type Dialect } from './columns.js';
import { sourceOptions, type ServerOptions, type Tables } from './data-source-options.js';
import { isUnreleasedStep, mayWorkAfter, MIGRATIONS_TABLE } from './migrations-table.js';
import { ReferenceVersions } from './reference-versions.js';

/** What the composition root knows of tables. */
export interface Schema extends Tables {
  /** Writes what a database starts with that was just made. One that is cut off before this is like an older one: what it lacks is offered to people. */
  readonly begin?: (manager: EntityManager) => Promise<void>;
}

/** How long SQLite waits for another process; it blocks the event loop, so at work it hardly waits and UnitOfWork tries again. */
const BUSY_MS = 20;
const START_MS = 5000;

/** What everything that only looks may ask. */
export type Reader = Pick<DataSource, 'manager' | 'getRepository' | 'getMetadata'> & {
  query<T = unknown>(statement: string, parameters?: unknown[]): Promise<T>;
};

/** A transaction that a unit of work has open. Work that it left running must not use it afterwards. */
interface OpenTransaction {
  readonly tx: EntityManager;
  readonly reader: Reader;
  readonly onceCommitted: (() => void)[];
  isOver: boolean;
}

/**
 * The database, as two connections or pools: `writer` is used by UnitOfWork alone, `reader` by everything that only looks. SQLite has one connection
 * per data source, so a reader on the writer's connection would see what may yet be rolled back. Inside a unit of work `reader` is the transaction
 * itself: a second connection could wait for one that others hold while they wait for a second one too.
 */
export class Database {
  private readonly open = new AsyncLocalStorage<OpenTransaction>();
  private readonly heardBy = new Set<(tx: EntityManager) => void>();
  private readonly uncommitted = new WeakMap<EntityManager, OpenTransaction>();
  /** How often tables have changed that every page asks. */
  readonly referenceVersions = new ReferenceVersions(this);

  private constructor(
    readonly dialect: Dialect,
    readonly writer: DataSource,
    private readonly outside: DataSource,
    private readonly schema: Schema,
  ) {}

  /** Opens the database that the address names (`sqlite:PATH` or `mssql://…`); makes the SQLite file when missing. */
  static async open(databaseUrl: string, schema: Schema, server: Partial<ServerOptions> = {}): Promise<Database> {
    const dialect = dialectOf(databaseUrl);
    const optionsOf = (pool: 'writers' | 'readers'): ReturnType<typeof sourceOptions> =>
      sourceOptions(databaseUrl, { ...schema, server, pool });
    const writer = await new DataSource(optionsOf('writers')).initialize();
    if (dialect === 'better-sqlite3') await patience(writer, BUSY_MS);
    const reader = await new DataSource(optionsOf('readers')).initialize();
    if (dialect === 'better-sqlite3') await reader.query('PRAGMA query_only = 1');
    return new Database(dialect, writer, reader, schema);
  }

  /** Where everything that only looks asks: the open transaction inside a unit of work, a connection of its own elsewhere. */
  get reader(): Reader {
    return this.current()?.reader ?? this.outside;
  }

  /** The file of an embedded database; null for a server. */
  get file(): string | null {
    const { options } = this.writer;
    return options.type === 'better-sqlite3' ? options.database : null;
  }

  /** The transaction that the caller's unit of work has open; null outside of one. What is read there may yet be rolled back. */
  get openTransaction(): EntityManager | null {
    return this.current()?.tx ?? null;
  }

  /** Runs work whose reads go through its transaction; for UnitOfWork alone. */
  async within<T>(tx: EntityManager, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const own: OpenTransaction = { tx, reader: readerOf(tx), onceCommitted: [], isOver: false };
    this.uncommitted.set(tx, own);
    try {
      return await this.open.run(own, () => work(tx));
    } finally {
      own.isOver = true;
    }
  }

  /** Tells of each transaction of this process once it is committed. */
  onCommit(hear: (tx: EntityManager) => void): void {
    this.heardBy.add(hear);
  }

  /** Does something once the transaction is committed that the caller's unit of work has open, and nothing where it is not. */
  onceCommitted(act: () => void): void {
    this.current()?.onceCommitted.push(act);
  }

  /** For UnitOfWork alone. */
  committed(tx: EntityManager): void {
    for (const act of this.uncommitted.get(tx)?.onceCommitted ?? []) act();
    this.uncommitted.delete(tx);
    this.referenceVersions.forget();
    for (const hear of this.heardBy) hear(tx);
  }

  /** All work has ended by then. Node asks every storage in use at each promise that is made. */
  endWork(): void {
    this.open.disable();
  }

  private current(): OpenTransaction | undefined {
    const found = this.open.getStore();
    return found?.isOver === false ? found : undefined;
  }

  /** Brings the tables up to date; each migration in its own transaction, so a kill in between loses nothing. */
  migrate(): Promise<number> {
    return this.patiently(() =>
      this.unhurried(async (source) => {
        const { length } = await source.runMigrations({ transaction: 'each' });
        if (length === this.schema.migrations.length) await this.schema.begin?.(source.manager);
        return length;
      }),
    );
  }

  async hasPendingMigrations(): Promise<boolean> {
    const had = await this.steps();
    return had === null || this.stepsKnown.some((name) => !had.has(name));
  }

  /** Writes an embedded database, as it is at one moment, into a new file; others go on reading and writing meanwhile. */
  async copyTo(path: string): Promise<void> {
    await this.writer.query('VACUUM INTO ?', [path]);
  }

  /** The names of the steps it has had, the oldest first. */
  async stepsHad(): Promise<readonly string[]> {
    return [...((await this.steps()) ?? [])];
  }

  /** The names of all steps that this software knows. */
  get stepsKnown(): readonly string[] {
    return this.writer.migrations.map(({ name, constructor }) => name ?? constructor.name);
  }

  /** Whether an unreleased version made it: it cannot be brought up to date. */
  async isUnreleased(): Promise<boolean> {
    const had = await this.patiently(() => this.steps());
    return [...(had ?? [])].some(isUnreleasedStep);
  }

  /** The steps of newer software after which this one cannot work with it. */
  async stepsBeyond(): Promise<readonly string[]> {
    return (await this.stepsHad()).filter((step) => !mayWorkAfter(step, this.stepsKnown));
  }

  /** Waits for other processes as long as one may at the start. */
  private async patiently<T>(work: () => Promise<T>): Promise<T> {
    if (this.dialect === 'mssql') return work();
    await patience(this.writer, START_MS);
    try {
      return await work();
    } finally {
      await patience(this.writer, BUSY_MS);
    }
  }

  /** A server's driver ends a statement after 15 s, and to change, index or copy a table of many rows takes longer. */
  async unhurried<T>(work: (source: DataSource) => Promise<T>): Promise<T> {
    const { options } = this.writer;
    if (options.type !== 'mssql') return work(this.writer);
    const source = await new DataSource({ ...options, requestTimeout: 0 }).initialize();
    try {
      return await work(source);
    } finally {
      await source.destroy();
    }
  }

  /** The steps it has had; null where none was ever taken. Asks without making the table of migrations, as TypeORM would, in a foreign database. */
  private async steps(): Promise<ReadonlySet<string> | null> {
    const runner = this.writer.createQueryRunner();
    try {
      if (!(await runner.hasTable(MIGRATIONS_TABLE))) return null;
    } finally {
      await runner.release();
    }
    const rows = await this.writer.query<readonly { readonly name: string }[]>(
      `SELECT "name" AS "name" FROM "${MIGRATIONS_TABLE}"`,
    );
    return new Set(rows.map(({ name }) => name));
  }

  async close(): Promise<void> {
    if (this.outside.isInitialized) await this.outside.destroy();
    if (this.writer.isInitialized) await this.writer.destroy();
  }
}

function readerOf(manager: EntityManager): Reader {
  return {
    manager,
    getRepository: (target) => manager.getRepository(target),
    getMetadata: (target) => manager.dataSource.getMetadata(target),
    query: (statement, parameters) => manager.query(statement, parameters),
  };
}

async function patience(source: DataSource, milliseconds: number): Promise<void> {
  await source.query(`PRAGMA busy_timeout = ${milliseconds}`);
}
