import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { EntityManager } from 'typeorm';
import { DAY_MS } from '../../src/kernel/civil-date.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JobSlotEntity } from '../../src/platform/scheduling/job-slot.entity.js';
import { JobSlots } from '../../src/platform/scheduling/job-slots.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

describe('slots of time', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let clock: FixedClock;
  let slots: JobSlots;

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    clock = new FixedClock('2026-03-18T02:00:00Z');
    slots = new JobSlots(uow, clock, test.database);
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await test.close();
  });

  const claimed = (...jobs: readonly string[]): Promise<boolean[]> =>
    Promise.all(jobs.map((job) => slots.claim(job, MINUTE_MS)));
  const known = async (): Promise<readonly string[]> =>
    (await test.database.reader.manager.find(JobSlotEntity, { order: { job: 'ASC' } })).map(({ job }) => job);
  const row = (job: string, ago: number): JobSlotEntity => {
    const claimedAt = new Date(clock.now().getTime() - ago);
    return { job, slot: claimedAt.toISOString(), claimedAt };
  };

  it('that come together are claimed together, each once', async () => {
    expect(await claimed('a', 'b')).toEqual([true, true]);
    expect(await claimed('b', 'c')).toEqual([false, true]);
    clock.advance(MINUTE_MS);
    expect(await claimed('a', 'b')).toEqual([true, true]);
  });

  it('that come a tenth of a second apart share one transaction', async () => {
    let commits = 0;
    test.database.onCommit(() => (commits += 1));
    const first = slots.claim('a', MINUTE_MS);
    await pause(100);
    expect([await slots.claim('b', MINUTE_MS), await first, commits]).toEqual([true, true, 1]);
  });

  it('are ours but for the one that another process takes at the same moment', async () => {
    await uow.run((tx) => tx.insert(JobSlotEntity, row('a', 0)));
    // Whatever looked before the other's commit saw nothing.
    jest.spyOn(EntityManager.prototype, 'findBy').mockResolvedValue([]);
    expect(await claimed('a', 'b')).toEqual([false, true]);
  });

  it('that are old go once an hour, and again where the transaction did not come about', async () => {
    const forget = async (): Promise<void> => {
      await uow.run((tx) => tx.insert(JobSlotEntity, row('old', 2 * DAY_MS)));
    };
    await forget();
    const run = uow.run.bind(uow);
    jest.spyOn(uow, 'run').mockImplementationOnce((work) =>
      run(async (tx) => {
        await work(tx);
        throw new Error('the disk is full');
      }),
    );
    await expect(slots.claim('a', MINUTE_MS)).rejects.toThrow('the disk is full');
    expect(await claimed('a')).toEqual([true]);
    expect(await known()).toEqual(['a']);
    await forget();
    expect(await claimed('b')).toEqual([true]);
    expect(await known()).toEqual(['a', 'b', 'old']);
  });

  it('that are old go though the clock was put back meanwhile', async () => {
    expect(await claimed('a')).toEqual([true]);
    clock.advance(-DAY_MS);
    await uow.run((tx) => tx.insert(JobSlotEntity, row('old', 2 * DAY_MS)));
    const now = performance.now() + HOUR_MS;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    expect(await claimed('b')).toEqual([true]);
    expect(await known()).toEqual(['a', 'b']);
  });
});
