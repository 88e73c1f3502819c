import '../support/as-on-sql-server.js';
import mssql from 'mssql';
import { EntitySchema, LessThan, MoreThanOrEqual } from 'typeorm';
import { readSettings } from '../../src/config/settings.js';
import { CorrespondenceQueries } from '../../src/correspondence/persistence/correspondence-queries.js';
import { HandDeliveryQueries } from '../../src/exchange/persistence/hand-delivery-queries.js';
import { AccountKeys } from '../../src/organisation/application/account-keys.js';
import { KnownDevices } from '../../src/organisation/application/known-devices.js';
import { SlowDown } from '../../src/organisation/index.js';
import { isDatabaseBusy, isDatabaseUnwell } from '../../src/platform/database/database-errors.js';
import { Database, type Reader } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { refusalOf } from '../../src/platform/http/refusal-filter.js';
import { SCHEMA } from '../../src/bootstrap/schema.js';
import { RecordQueries } from '../../src/records/persistence/record-queries.js';
import { NoticeQueries } from '../../src/notices/persistence/notice-queries.js';
import { OutsideQueries } from '../../src/tickets/persistence/outside-queries.js';
import { FixedClock } from '../support/fixed-clock.js';
import { pooledSqlServer, type Answerer, type SentStatement } from '../support/pooled-sql-server.js';

interface Line {
  readonly seq: number;
  readonly id: string;
  readonly at: Date;
}

const LineSchema = new EntitySchema<Line>({
  name: 'line',
  columns: {
    seq: { type: 'int', primary: true },
    id: { type: 'nvarchar', length: 36 },
    at: { type: 'datetime2', precision: 3 },
  },
});

const WHEN = new Date('2026-03-20T03:04:05.457Z');
const MAX_INT = 2 ** 31 - 1;

/** A job, and what ends it. */
function aGate(): [passed: Promise<void>, open: () => void] {
  let open = (): void => undefined;
  const passed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return [passed, () => open()];
}

function opened(
  server: ReturnType<typeof pooledSqlServer>,
  waitMs = 10_000,
  entities: readonly unknown[] = [LineSchema],
): Promise<Database> {
  const pools = { writers: 1, readers: 1, waitMs };
  const schema = { entities: entities as EntitySchema[], migrations: [] };
  return Database.open('mssql://a:b@nowhere/x', schema, { pools, driver: server.driver });
}

describe('a database on SQL Server', () => {
  let database: Database;
  let uow: UnitOfWork;
  const server = pooledSqlServer();
  beforeAll(async () => {
    database = await opened(server, 10_000, [...(SCHEMA.entities as readonly unknown[]), LineSchema]);
    uow = new UnitOfWork(database);
  });
  afterAll(() => database.close());

  const lines = (): ReturnType<Reader['getRepository']> => database.reader.getRepository(LineSchema);
  const look = (): Promise<boolean> => lines().existsBy({ seq: 1 });
  const sentBy = async (act: () => Promise<unknown>): Promise<readonly SentStatement[]> => {
    const from = server.sent.length;
    await act();
    return server.sent.slice(from);
  };

  it('lets a unit of work read through the transaction that it has open', async () => {
    const sent = await sentBy(() =>
      uow.run(async (tx) => {
        await tx.insert(LineSchema, { seq: 1, id: 'a', at: WHEN });
        await look();
        await Promise.all([look(), database.reader.query('SELECT 1'), database.reader.manager.countBy(LineSchema, {})]);
        await uow.run(look);
      }),
    );
    expect(sent).toHaveLength(6);
    expect(new Set(sent.map(({ connection }) => connection)).size).toBe(1);
  });

  it('lets twelve units of work that also read end one after another', async () => {
    const acts = Array.from({ length: 12 }, () =>
      uow.run(async (tx) => {
        await look();
        await tx.update(LineSchema, { seq: 1 }, { at: WHEN });
        await look();
      }),
    );
    await expect(Promise.all(acts)).resolves.toHaveLength(12);
  });

  it('lets others read while the only writing connection is in use', async () => {
    const [held, finish] = aGate();
    const [begun, begin] = aGate();
    const writing = uow.run(async () => {
      begin();
      await held;
    });
    await begun;
    await expect(look()).resolves.toBe(false);
    finish();
    await writing;
  });

  it('says that the database is busy when no connection becomes free in time', async () => {
    const impatient = await opened(server, 50);
    const waiting = new UnitOfWork(impatient);
    const [held, finish] = aGate();
    const writing = waiting.run(() => held);
    const refused: unknown = await waiting.run(() => Promise.resolve()).catch((error: unknown) => error);
    expect([isDatabaseBusy(refused), isDatabaseUnwell(refused)]).toEqual([true, true]);
    expect(refusalOf(refused)).toMatchObject({ status: 503, code: 'database-busy' });
    finish();
    await writing;
    await impatient.close();
  });

  it('reads on a connection of its own in work that outlives its unit of work', async () => {
    const [ended, end] = aGate();
    let outliving: Promise<boolean> | null = null;
    await uow.run(async () => {
      outliving = ended.then(look);
      await look();
    });
    end();
    await expect(outliving).resolves.toBe(false);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      'of a condition of a query builder',
      () => lines().createQueryBuilder('l').where('l.at <= :at', { at: WHEN }).getMany(),
    ],
    ['of a criterion of find', () => lines().findBy({ at: MoreThanOrEqual(WHEN) })],
    ['of a statement of ours', () => database.reader.query('SELECT 1 WHERE "at" < @0', [WHEN])],
    ['of a criterion of DELETE', () => uow.run((tx) => tx.delete(LineSchema, { at: LessThan(WHEN) }))],
    [
      'of a criterion of UPDATE, and what it writes',
      () => uow.run((tx) => tx.update(LineSchema, { at: WHEN }, { at: WHEN })),
    ],
    ['that is inserted', () => uow.run((tx) => tx.insert(LineSchema, { seq: 2, id: 'b', at: WHEN }))],
  ])('is given in whole milliseconds an instant %s', async (_where, act) => {
    const dates = (await sentBy(act)).flatMap(({ parameters }) => parameters.filter(({ value }) => value === WHEN));
    expect(dates.length).toBeGreaterThan(0);
    expect(dates.filter(({ type, scale }) => type !== mssql.DateTime2 || scale !== 3)).toEqual([]);
  });

  it.each<[string, object]>([
    ['an id longer than its column', { id: 'x'.repeat(90) }],
    ['a number larger than its column', { seq: 2 ** 40 }],
    ['a number larger than any whole one', { seq: 1e30 }],
  ])('is asked for %s, and finds nothing', async (_what, where) => {
    const [statement] = await sentBy(() => expect(lines().findOneBy(where)).resolves.toBeNull());
    for (const { type, value, length } of statement?.parameters ?? []) {
      if (typeof value === 'string') expect(value.length).toBeLessThanOrEqual(Number(length ?? Infinity));
      else expect(type !== mssql.Int || Number(value) <= MAX_INT).toBe(true);
    }
  });

  it('is brought up to date by statements that may take as long as they need, and by no others', async () => {
    const migrating = pooledSqlServer();
    const pools = { writers: 1, readers: 1, waitMs: 10_000 };
    const empty = await Database.open('mssql://a:b@nowhere/x', SCHEMA, { pools, driver: migrating.driver });
    const before = migrating.sent.length;
    await empty.migrate();
    const limits = migrating.sent.slice(before).map(({ limitMs }) => limitMs);
    expect(limits.length).toBeGreaterThan(200);
    expect(new Set(limits)).toEqual(new Set([0]));
    await empty.writer.query('SELECT 1');
    expect(migrating.sent.at(-1)?.limitMs).toBeUndefined();
    await empty.close();
  });

  it.each<[string, (many: readonly string[]) => Promise<unknown>]>([
    ['the documents that a unit advises', (many) => new CorrespondenceQueries(database).ofDocuments(many)],
    ['the files in which papers of a file lie too', (many) => new RecordQueries(database).alsoIn('a', many)],
  ])('is asked in pieces, for it takes 2,100 values in a statement: %s', async (_what, ask) => {
    const sent = await sentBy(() => ask(Array.from({ length: 2500 }, (_, at) => `id-${String(at)}`)));
    expect(sent.length).toBeGreaterThan(1);
    expect(sent.filter(({ parameters }) => parameters.length > 2100)).toEqual([]);
  });

  it('looks for names of notices between texts that every order of texts puts around them', async () => {
    const [prefix, name] = ['trouble:stopped:', 'trouble:stopped:2026-03-20T03:04:05.457Z:van.hanh'];
    const [statement] = await sentBy(() => new NoticeQueries(database).lastKeys([prefix]));
    const [from, before] = statement?.parameters.map(({ value }) => String(value)) ?? [];
    const linguistic = (a: string, b: string): number => a.localeCompare(b, 'vi');
    const byCodePoint = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
    for (const compare of [linguistic, byCodePoint])
      expect([compare(from ?? '', name), compare(name, before ?? '')]).toEqual([-1, -1]);
  });

  it('orders no page of a join by one column twice, which it would refuse with error 169', async () => {
    const sent = await sentBy(async () => {
      await new OutsideQueries(new FixedClock(WHEN.toISOString()), database).lines(
        { from: WHEN, to: WHEN, codes: ['PA-1'] },
        20,
      );
      await new HandDeliveryQueries(database).owed();
    });
    const orders = sent.flatMap(({ text }) => / ORDER BY (.+?)(?: OFFSET|$)/u.exec(text)?.[1] ?? []);
    expect(orders.length).toBeGreaterThan(1);
    for (const order of orders) {
      const columns = order.split(', ').map((column) => /"(\w+)"(?: ASC| DESC)?$/u.exec(column)?.[1]);
      expect(columns).toEqual([...new Set(columns)]);
    }
  });
});

describe('people who come through one counter at the same moment, on SQL Server', () => {
  const HELD = new Map<string, unknown>([
    ['failures', 1],
    ['lastAt', WHEN],
    ['lastSeenAt', WHEN],
  ]);
  const clock = new FixedClock('2026-03-20T03:04:06Z');
  let isWritten = false;
  let database: Database;
  let uow: UnitOfWork;

  /** Somebody else writes the row between our look and our write, be it there before or not. */
  const another: Answerer = (text) => {
    if (!/"sign_in_attempt"|"known_device"/u.test(text)) return {};
    if (text.startsWith('SELECT')) return { rows: isWritten ? [rowOf(text)] : [] };
    if (text.startsWith('INSERT')) {
      if (isWritten) return {};
      isWritten = true;
      return Object.assign(new Error('Violation of PRIMARY KEY constraint'), { number: 2627 });
    }
    return { affected: /WHERE.*"failures" = /u.test(text) || !isWritten ? 0 : 1 };
  };
  const rowOf = (text: string): object =>
    Object.fromEntries(
      [...text.matchAll(/AS "(\w+?_(\w+))"/gu)].map(([, alias = '', name = '']) => [alias, HELD.get(name) ?? 'x']),
    );

  beforeAll(async () => {
    database = await opened(pooledSqlServer(another), 10_000, SCHEMA.entities as readonly unknown[]);
    uow = new UnitOfWork(database);
  });
  afterAll(() => database.close());

  it.each([
    ['nobody has come there before', false],
    ['somebody has', true],
  ])('are all looked at, when %s', async (_before, isThere) => {
    isWritten = isThere;
    const keys = new AccountKeys(readSettings({ ACCOUNT_KEY: 'khóa-của-bài-kiểm-thử-dài-hơn-32-ký-tự' }));
    const knock = { account: 'vt.hanh', address: '10.1.2.3', device: undefined };
    const tried = new SlowDown(uow, clock, keys).around(knock, false, () => Promise.resolve({ isWrong: false }));
    await expect(tried).resolves.toEqual({ isWrong: false });
  });

  it('are remembered in the browser that they share', async () => {
    isWritten = false;
    const cookie = 'c'.repeat(43);
    await expect(new KnownDevices(database, uow, clock).remember(cookie, 'nv-1')).resolves.toBe(cookie);
  });
});
