import type { EntityManager } from 'typeorm';
import type { Database } from './database.js';
import type { ReferenceTable, Versions } from './reference-versions.js';

interface Kept<T> {
  readonly mark: string;
  readonly data: Promise<T>;
}

/**
 * Rows of reference tables, read again only where one of the tables has changed (docs/adr/0003-unit-of-work.md). Each question asks the database how
 * often they have: what another process commits is seen at the next one. Inside a unit of work the question goes through its transaction and sees what
 * that has written; what is read there is kept once that is committed.
 *
 * All callers get the same rows and must not change them.
 */
export class ReferenceData<T, Given = void> {
  private readonly kept = new WeakMap<Database, Kept<T>>();

  /** @param load reads what is kept, from these tables alone; with what the first to ask gives */
  constructor(
    private readonly tables: readonly ReferenceTable[],
    private readonly load: (rows: EntityManager, given: Given) => Promise<T>,
  ) {}

  async of(database: Database, given: Given): Promise<T> {
    const { reader, openTransaction, referenceVersions } = database;
    // Before the rows: they may be newer than their mark, never older.
    const mark = this.markOf(await referenceVersions.now());
    const kept = this.kept.get(database);
    if (mark !== null && kept?.mark === mark) return kept.data;
    const data = this.load(reader.manager, given);
    if (mark === null) return data;
    if (openTransaction === null) this.keep(database, { mark, data });
    else database.onceCommitted(() => this.keep(database, { mark, data }));
    return data;
  }

  private keep(database: Database, one: Kept<T>): void {
    this.kept.set(database, one);
    one.data.catch(() => {
      if (this.kept.get(database) === one) this.kept.delete(database);
    });
  }

  /** @returns null where a table is not counted: its rows are read each time */
  private markOf(versions: Versions): string | null {
    const own = this.tables.map((table) => versions.get(table));
    return own.includes(undefined) ? null : own.join('.');
  }
}
