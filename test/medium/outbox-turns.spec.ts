import { jest } from '@jest/globals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { CHANNELS } from '../../src/platform/outbox/channels.js';
import { CircuitEntity } from '../../src/platform/outbox/circuit.entity.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { OutboxTurns } from '../../src/platform/outbox/outbox-turns.js';
import type { OutboxWorker } from '../../src/platform/outbox/outbox-worker.js';
import { FixedClock } from '../support/fixed-clock.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const SECOND = 1_000;
const JOB = testJob('test.send').of({ name: 'one' });

describe('turns of the outbox', () => {
  let test: TestDatabase;
  let turns: OutboxTurns;
  let drained: string[];
  let present: number;
  const clock = new FixedClock('2026-03-18T01:00:00Z');
  const takeAll = async (): Promise<number> => {
    drained = [];
    await Promise.all(CHANNELS.map((channel) => turns.take(channel)));
    return drained.length;
  };
  const enqueue = (uow: UnitOfWork): Promise<void> => uow.run((tx) => new Outbox(clock).enqueue(tx, JOB));

  beforeEach(async () => {
    test = await openTestDatabase();
    present = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => present);
    const worker = { drain: (channel: string) => Promise.resolve(void drained.push(channel)) };
    const handlers = new JobHandlers();
    // Turns ask a worker for `drain` alone; what a drain does is outbox.spec's.
    turns = new OutboxTurns(test.database, clock, handlers, worker as unknown as OutboxWorker);
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await test.close();
  });

  it('ask one question a second for all channels while nothing is due', async () => {
    const query = jest.spyOn(test.database.reader, 'query');
    for (present of [0, 300, 600, 900]) expect(await takeAll()).toBe(0);
    expect(query).toHaveBeenCalledTimes(1);
    present = SECOND;
    await takeAll();
    expect(query).toHaveBeenCalledTimes(2);
  });

  it('come at once to the channel for which this process enqueues, and to none for what it rolls back', async () => {
    const begun: string[] = [];
    turns.takeOnCommit((channel) => begun.push(channel));
    const settled = () => new Promise((resolve) => setImmediate(resolve));
    expect(await takeAll()).toBe(0);
    const uow = new UnitOfWork(test.database);
    const refused = uow.run(async () => {
      await enqueue(uow);
      throw new Error('refused');
    });
    await expect(refused).rejects.toThrow('refused');
    await settled();
    expect([begun, await takeAll()]).toEqual([[], 0]);
    await enqueue(uow);
    await settled();
    await takeAll();
    expect([begun, drained]).toEqual([[JOB.channel], [JOB.channel]]);
    expect(await takeAll()).toBe(0);
    await uow.run(() => Promise.resolve());
    await settled();
    expect(begun).toHaveLength(1);
  });

  it('come within a second to what another process enqueues', async () => {
    expect(await takeAll()).toBe(0);
    await new Outbox(clock).enqueue(test.database.writer.manager, JOB);
    expect(await takeAll()).toBe(0);
    present = SECOND;
    await takeAll();
    expect(drained).toEqual([JOB.channel]);
    expect(await takeAll()).toBe(0);
  });

  it('come to every channel behind a queue whose head does not tell which have something to do', async () => {
    await new Outbox(clock).enqueue(
      test.database.writer.manager,
      ...Array.from({ length: 100 }, (_, at) => testJob('test.send').of({ name: String(at) })),
    );
    expect(await takeAll()).toBe(CHANNELS.length);
  });

  /** @returns how often the database was asked in so many seconds */
  const asked = async (seconds: number, query: { readonly mock: { readonly calls: unknown[] } }): Promise<number> => {
    const before = query.mock.calls.length;
    for (let second = 0; second < seconds; second += 1) {
      present += SECOND;
      await takeAll();
    }
    return query.mock.calls.length - before;
  };

  it('ask more rarely at rest, and more rarely still where nobody has written, until something is enqueued', async () => {
    const query = jest.spyOn(test.database.reader, 'query');
    expect(await asked(10, query)).toBe(10);
    // A server does not tell whether it was written to.
    expect(await asked(30, query)).toBe(test.database.file === null ? 10 : 3);
    turns.takeOnCommit(() => undefined);
    await enqueue(new UnitOfWork(test.database));
    expect(await asked(2, query)).toBe(2);
  });

  it('come within three seconds to what another process enqueues while they are at rest', async () => {
    const query = jest.spyOn(test.database.reader, 'query');
    await asked(40, query);
    await new Outbox(clock).enqueue(test.database.writer.manager, JOB);
    await asked(3, query);
    expect(drained).toEqual([JOB.channel]);
  });

  it('come while a peer is away, whose circuit says when to ask it again', async () => {
    await test.database.writer.manager.update(CircuitEntity, { channel: 'exchange' }, { state: 'open' });
    await takeAll();
    expect(drained).toEqual(['exchange']);
  });
});
