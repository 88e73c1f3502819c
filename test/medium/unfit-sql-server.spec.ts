import '../support/as-on-sql-server.js';
import { DatabaseUnfit, requireFit, requireWhole } from '../../src/bootstrap/existing-database.js';
import { Database } from '../../src/platform/database/database.js';
import { pooledSqlServer } from '../support/pooled-sql-server.js';

interface Standing {
  readonly collation: string;
  readonly isOn: boolean;
  readonly tables: readonly string[];
}

const FIT: Standing = { collation: 'Vietnamese_100_CI_AS', isOn: true, tables: ['schema_migration', 'unit'] };

/** A database on a server that says so of itself. */
function standing({ collation, isOn, tables }: Standing): Promise<Database> {
  const { driver } = pooledSqlServer((text) => {
    if (text.includes('DATABASEPROPERTYEX')) return { rows: [{ name: collation }] };
    if (text.includes('is_read_committed_snapshot_on')) return { rows: [{ isOn }] };
    const [, asked] = /OBJECT_ID\('(\w+)', 'U'\)/u.exec(text) ?? [];
    if (asked !== undefined) return { rows: tables.includes(asked) ? [{ found: 1 }] : [] };
    return text.includes('TABLES') ? { rows: tables.map((name) => ({ name })) } : {};
  });
  const pools = { writers: 1, readers: 1, waitMs: 1000 };
  return Database.open('mssql://a:b@nowhere/x', { entities: [], migrations: [] }, { pools, driver });
}

async function refusalOf(given: Partial<Standing>): Promise<unknown> {
  const database = await standing({ ...FIT, ...given });
  try {
    await requireFit(database, '');
    await requireWhole(database);
    return null;
  } catch (error) {
    return error;
  } finally {
    await database.close();
  }
}

describe('a database on SQL Server', () => {
  it('is taken where it tells marks apart, lets read while others write, and is whole', async () => {
    expect(await refusalOf({})).toBeNull();
  });

  it.each<[string, Partial<Standing>, RegExp]>([
    ['takes “má” and “ma” for one', { collation: 'Vietnamese_100_CI_AI' }, /collation.+_AI.+Vietnamese_100_CI_AS/u],
    ['lets those who read wait', { isOn: false }, /READ_COMMITTED_SNAPSHOT/u],
    ['holds a move that has not ended', { tables: [...FIT.tables, 'move_mark'] }, /Chạy lại "hoi-am move"/u],
  ])('is refused where it %s, with what to do', async (_what, given, words) => {
    const refusal = await refusalOf(given);
    expect(refusal).toBeInstanceOf(DatabaseUnfit);
    expect(String(refusal)).toMatch(words);
  });
});
