import type { EntityManager } from 'typeorm';
import type { Database } from '../../../src/platform/database/database.js';

/** Tables of the technique, in which nothing of the agency's work stands; seals repeat the other tables, in the order of ids that are drawn by lot. */
const LEFT_OUT = ['session', 'migrations', 'sqlite_sequence', 'record_seal'];

const MADE_NEW = /[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|[\da-f]{64}/gu;

type Tables = ReadonlyMap<string, string>;

/** The rows of the tables that an act has changed, as text, in which what is new each time reads the same each time. */
export class WrittenRows {
  private constructor(
    private readonly before: Tables,
    private readonly known: ReadonlySet<string>,
  ) {}

  /** What is written from now on is new. Inside of a unit of work it would be known already. */
  static async since(database: Database): Promise<WrittenRows> {
    const before = await tablesOf(database.reader.manager);
    return new WrittenRows(before, new Set([...before.values()].flatMap((rows) => rows.match(MADE_NEW) ?? [])));
  }

  async in(tx: EntityManager): Promise<string> {
    const changed = [...(await tablesOf(tx))].filter(([name, rows]) => rows !== this.before.get(name));
    return changed
      .map(([name, rows]) => `${name}\n${rows.replaceAll(MADE_NEW, (id) => (this.known.has(id) ? id : 'new'))}`)
      .join('\n');
  }
}

async function tablesOf(manager: EntityManager): Promise<Tables> {
  const tables = await manager.query<{ name: string }[]>(`SELECT name FROM sqlite_master WHERE type = 'table'`);
  const rows = new Map<string, string>();
  for (const { name } of tables.filter((table) => !LEFT_OUT.includes(table.name))) {
    rows.set(name, JSON.stringify(await manager.query<unknown>(`SELECT * FROM "${name}"`)));
  }
  return rows;
}
