import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxEntity } from '../../src/platform/outbox/outbox.entity.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const SEND = testJob('test.send');
const JOB = SEND.of({ name: 'one' });

describe('a job that is taken back', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let outbox: Outbox;
  const clock = new FixedClock('2026-03-18T02:00:00Z');

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    outbox = new Outbox(clock);
    await uow.run((tx) => outbox.enqueue(tx, JOB));
  });
  afterEach(() => test.close());

  const retract = (): Promise<boolean> => uow.run((tx) => outbox.retract(tx, JOB));

  it('counts as set aside, once, and is not enqueued again', async () => {
    expect(await retract()).toBe(true);
    expect(await retract()).toBe(false);
    await uow.run((tx) => outbox.enqueue(tx, JOB));
    expect(await test.database.reader.manager.find(OutboxEntity)).toMatchObject([
      { outcome: 'setAside', finishedAt: clock.now() },
    ]);
  });

  it.each<[standing: string, change: Partial<Omit<OutboxEntity, 'payload'>>]>([
    ['is being done', { leasedBy: 'worker-1', leasedUntil: new Date('2026-03-18T02:01:00Z') }],
    ['was tried', { attempts: 1 }],
    ['was done', { finishedAt: clock.now(), outcome: 'done' }],
  ])('is left where it %s', async (_standing, change) => {
    await uow.run((tx) => tx.update(OutboxEntity, { key: JOB.key }, change));
    expect(await retract()).toBe(false);
    expect(await test.database.reader.manager.find(OutboxEntity)).toMatchObject([change]);
  });
});
