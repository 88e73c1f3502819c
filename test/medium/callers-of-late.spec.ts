import { JournalQueries } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const SINCE = new Date('2026-03-10T00:00:00Z');
/** As many as are looked at before all are. */
const MANY = 5000;
const AT_ONCE = 100;

type Call = Pick<JournalEntryEntity, 'actorId' | 'address'>;

describe('who called of late', () => {
  let test: TestDatabase;
  let last = 0;

  beforeEach(async () => {
    test = await openTestDatabase();
    last = 0;
  });
  afterEach(() => test.close());

  const write = (calls: readonly Call[]): Promise<void> =>
    new UnitOfWork(test.database).run(async (tx) => {
      for (let from = 0; from < calls.length; from += AT_ONCE)
        await tx.insert(
          JournalEntryEntity,
          calls.slice(from, from + AT_ONCE).map((call) => lineOf(call, (last += 1))),
        );
    });
  const callers = () => new JournalQueries(test.database).callersSince(SINCE);
  const proxied = ['an', 'binh', 'chi'].map((actorId) => ({ actorId, address: '10.0.0.2' }));
  const many = (address: string | null): readonly Call[] =>
    Array.from({ length: MANY }, () => ({ actorId: 'system', address }));

  it('are people and their addresses, not the command line and the app itself', async () => {
    await write([...proxied, { actorId: 'an', address: '10.0.0.3' }, { actorId: 'root', address: 'cli' }]);
    await write([{ actorId: 'system', address: null }]);
    expect(await callers()).toEqual({ people: 3, addresses: 2 });
  });

  it.each(['cli', null])('are seen behind thousands of newer lines of %s', async (address) => {
    await write(proxied);
    await write(many(address));
    expect(await callers()).toEqual({ people: 3, addresses: 1 });
  });

  it('are not all behind one address because those of a night are', async () => {
    await write([{ actorId: 'dung', address: '10.0.0.3' }]);
    await write(many('10.0.0.2'));
    await write(proxied);
    expect(await callers()).toEqual({ people: 5, addresses: 2 });
  });
});

function lineOf(call: Call, seq: number): JournalEntryEntity {
  return {
    ...call,
    seq,
    at: new Date(SINCE.getTime() + seq * 1000),
    actorName: call.actorId,
    action: 'session.begin',
    objectKind: 'session',
    objectId: String(seq),
    detail: {},
    form: null,
    actorRoles: null,
    principalId: null,
    principalName: null,
    previousHash: '',
    hash: '',
  };
}
