import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import type { JobHandler } from '../../src/platform/outbox/job.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { DatabaseUnfit, openExisting, openToWrite } from '../../src/bootstrap/existing-database.js';
import { MIGRATIONS_TABLE } from '../../src/platform/database/migrations-table.js';
import { readSettings } from '../../src/config/settings.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf, type OutboxParts } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const HOUR_MS = 3_600_000;
const KNOWN = testJob('test.known');
const NEWER = testJob('test.newer');

/** Machines are upgraded one after the other: for a while this software works beside newer one. */
describe('beside newer software', () => {
  let test: TestDatabase;
  let clock: FixedClock;
  let uow: UnitOfWork;
  let done: string[];

  beforeEach(async () => {
    test = await openTestDatabase();
    clock = new FixedClock('2026-03-18T02:00:00Z');
    uow = new UnitOfWork(test.database);
    done = [];
  });
  afterEach(() => test.close());

  const parts = (...jobs: readonly (typeof KNOWN | typeof NEWER)[]): OutboxParts => {
    const handlers = new JobHandlers();
    for (const job of jobs) {
      const handler: JobHandler<typeof job> = {
        job,
        handle: ({ name }) => Promise.resolve(void done.push(name)),
      };
      handlers.add(handler);
    }
    return outboxOf({ database: test.database, uow, clock }, handlers);
  };
  const rows = (): Promise<OutboxEntity[]> =>
    test.database.reader.getRepository(OutboxEntity).find({ order: { seq: 'ASC' } });
  const enqueueBoth = (): Promise<void> =>
    uow.run(async (tx) => {
      await new Outbox(clock).enqueue(tx, NEWER.of({ name: 'newer' }));
      await new Outbox(clock).enqueue(tx, KNOWN.of({ name: 'known' }));
    });

  it('leaves jobs to it that it does not know', async () => {
    await enqueueBoth();
    const older = parts(KNOWN).worker;
    await older.runOnce();
    clock.advance(23 * HOUR_MS);
    await older.runOnce();
    expect(done).toEqual(['known']);
    expect((await rows())[0]).toMatchObject({ outcome: null, attempts: 0, leasedBy: null });
    await parts(KNOWN, NEWER).worker.runOnce();
    expect(done).toEqual(['known', 'newer']);
  });

  it('gives up what nobody knows after a day, so that a clerk sees it', async () => {
    await enqueueBoth();
    clock.advance(24 * HOUR_MS);
    await parts(KNOWN).worker.runOnce();
    expect((await rows()).map(({ outcome }) => outcome)).toEqual(['givenUp', 'done']);
  });

  it('gives back at its end what it holds, and nothing that another holds', async () => {
    await enqueueBoth();
    const [leaving, other] = [parts(KNOWN, NEWER), parts(KNOWN, NEWER)];
    await uow.run((tx) => leaving.leases.takeIn(tx, 1, false));
    await uow.run((tx) => other.leases.takeIn(tx, 2, false));
    await leaving.leases.giveBack();
    const [first, second] = await rows();
    expect([first?.leasedBy, first?.leasedUntil]).toEqual([null, null]);
    expect(second?.leasedBy).not.toBeNull();
    await parts(KNOWN, NEWER).worker.runOnce();
    expect(done).toEqual(['newer']);
  });

  const step = (name: string): Promise<unknown> =>
    test.database.writer.query(
      `INSERT INTO "${MIGRATIONS_TABLE}" ("timestamp", "name") VALUES (1765000000099, '${name}')`,
    );
  const settings = () => readSettings({ HOI_AM_DATA: test.directory, DATABASE_URL: test.url });

  it.each(['ExpandMarks1765000000099', 'Needs0034DropsTitles1765000000099'])(
    'opens a database that has had %s',
    async (name) => {
      await step(name);
      for (const open of [() => openToWrite(settings()), () => openExisting(settings(), '')]) {
        const opened = await open();
        expect(await opened?.hasPendingMigrations()).toBe(false);
        await opened?.close();
      }
    },
  );

  it.each(['Needs0098DropsMarks1765000000099', 'Marks1765000000099'])(
    'opens none that has had %s, and says why',
    async (name) => {
      await step(name);
      for (const open of [() => openToWrite(settings()), () => openExisting(settings(), '')]) {
        const refusal = await open().catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(DatabaseUnfit);
        expect(refusal).toHaveProperty(
          'message',
          expect.stringMatching(
            new RegExp(`đã được một bản Hồi Âm mới hơn cập nhật \\(bước ${name}\\); bản [\\d.]+ không`, 'u'),
          ),
        );
      }
      expect(await test.database.stepsBeyond()).toEqual([name]);
    },
  );
});
