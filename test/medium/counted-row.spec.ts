import '../support/as-on-sql-server.js';
import { EntitySchema, type EntityManager } from 'typeorm';
import { advance, JOURNAL_HEAD } from '../../src/journal/persistence/heads.js';
import { JournalHeadEntity } from '../../src/journal/persistence/journal.entities.js';
import { countOn } from '../../src/platform/database/counted-row.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { pooledSqlServer, type Answerer } from '../support/pooled-sql-server.js';
import { schemaFacts } from '../support/t-sql/schema-facts.js';
import { statementFaults } from '../support/t-sql/t-sql-faults.js';

const DaySchema = new EntitySchema<{ readonly day: string; readonly last: number }>({
  name: 'day',
  columns: { day: { type: 'nvarchar', length: 10, primary: true }, last: { type: 'int' } },
});

const ROW = { entity: DaySchema, key: { day: '2026-03-20' } };

/** A row that another transaction makes, counts on and commits after our first update has found none. */
function madeByAnother(): Answerer {
  let [last, found] = [1, false];
  return (text) => {
    if (text.includes('INSERT')) return Object.assign(new Error('taken'), { number: 2627 });
    if (!text.startsWith('UPDATE')) return {};
    if (found) last += 1;
    const isRead = found || !text.includes('; IF @@ROWCOUNT = 1 SELECT');
    found = true;
    return isRead ? { rows: [{ last, seq: last, hash: 'theirs' }] } : {};
  };
}

describe('a row of SQL Server that another transaction makes just after it was found missing', () => {
  let server: ReturnType<typeof pooledSqlServer>;
  let database: Database;
  beforeEach(async () => {
    server = pooledSqlServer(madeByAnother());
    const pools = { writers: 1, readers: 1, waitMs: 10_000 };
    const schema = { entities: [DaySchema, JournalHeadEntity], migrations: [] };
    database = await Database.open('mssql://a:b@nowhere/x', schema, { pools, driver: server.driver });
  });
  afterEach(() => database.close());

  it.each<[string, (tx: EntityManager) => Promise<unknown>, unknown]>([
    ['gives the next number', (tx) => countOn(tx, ROW, 1), 2],
    ['goes on the chain that was begun', (tx) => advance(tx, JOURNAL_HEAD, 1), { last: 2, seq: 2, hash: 'theirs' }],
  ])('%s', async (_what, take, taken) => {
    expect(await new UnitOfWork(database).run(take)).toEqual(taken);
    const asked = server.sent.filter(({ text }) => text.startsWith('UPDATE'));
    expect(asked).toHaveLength(2);
    expect(asked.flatMap(({ text }) => statementFaults({ text, values: 2 }, schemaFacts([])))).toEqual([]);
  });
});
