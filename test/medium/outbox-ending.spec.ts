import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import type { JobHandler } from '../../src/platform/outbox/job.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const WRITE = testJob('test.write');
/** Stands for what the handler writes. */
const WRITTEN = testJob('test.written', 'mail').of({ name: 'written' });

describe('a job that its handler ends in its own last transaction', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let outbox: Outbox;
  const clock = new FixedClock('2026-03-18T02:00:00Z');
  const nothing = (): Promise<void> => Promise.resolve();

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    outbox = new Outbox(clock);
    await uow.run((tx) => outbox.enqueue(tx, WRITE.of({ name: 'write' })));
  });
  afterEach(() => test.close());

  const done = (before: () => Promise<unknown>, after: () => Promise<unknown>): Promise<number> => {
    const handler: JobHandler = {
      job: WRITE,
      handle: (_payload, end) =>
        uow.run(async (tx) => {
          await outbox.enqueue(tx, WRITTEN);
          await before();
          await end(tx);
          await after();
        }),
    };
    const handlers = new JobHandlers();
    handlers.add(handler);
    return outboxOf({ database: test.database, uow, clock }, handlers).worker.runChannel('internal');
  };
  const rows = (): Promise<OutboxEntity[]> =>
    test.database.reader.getRepository(OutboxEntity).find({ order: { seq: 'ASC' } });

  it('is over with what was written, in one commit after the one that took it', async () => {
    let commits = 0;
    test.database.onCommit(() => (commits += 1));
    expect(await done(nothing, nothing)).toBe(1);
    expect(commits).toBe(2);
    expect((await rows()).map(({ key, outcome }) => [key, outcome])).toEqual([
      ['write', 'done'],
      ['written', null],
    ]);
  });

  it('is tried again when that is rolled back', async () => {
    expect(await done(nothing, () => Promise.reject(new OutsideUnavailable('down')))).toBe(0);
    expect((await rows()).map(({ key, finishedAt, attempts }) => [key, finishedAt, attempts])).toEqual([
      ['write', null, 1],
    ]);
  });

  it('has written nothing when another worker holds it by now', async () => {
    const takenOver = (): Promise<unknown> =>
      test.database.reader.manager.update(OutboxEntity, { kind: WRITE.kind }, { leasedBy: 'other' });
    expect(await done(takenOver, nothing)).toBe(0);
    expect((await rows()).map(({ key, finishedAt, attempts }) => [key, finishedAt, attempts])).toEqual([
      ['write', null, 0],
    ]);
  });
});
