import { jest } from '@jest/globals';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { JobHandlers } from '../../src/platform/outbox/job-handlers.js';
import { Outbox } from '../../src/platform/outbox/outbox.js';
import { FixedClock } from '../support/fixed-clock.js';
import { outboxOf } from '../support/outbox-of.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { testJob } from '../support/test-job.js';

const SEND = testJob('test.send');
const { channel } = SEND.of({ name: 'any' });

describe('working through a channel', () => {
  let test: TestDatabase;
  let uow: UnitOfWork;
  let done: string[];
  const clock = new FixedClock('2026-03-18T01:00:00Z');
  const enqueue = (name: string, order: { readonly orderingKey?: string } = {}): Promise<void> =>
    uow.run((tx) => new Outbox(clock).enqueue(tx, { ...SEND.of({ name }), ...order }));
  const worker = (during: (name: string) => Promise<void> = () => Promise.resolve()) => {
    const handlers = new JobHandlers();
    const handle = async ({ name }: { readonly name: string }): Promise<void> => {
      await during(name);
      done.push(name);
    };
    handlers.add({ job: SEND, handle });
    return outboxOf({ database: test.database, uow, clock }, handlers).worker;
  };

  beforeEach(async () => {
    test = await openTestDatabase();
    uow = new UnitOfWork(test.database);
    done = [];
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await test.close();
  });

  it('asks once for a job that lets go of no other', async () => {
    await enqueue('one');
    const query = jest.spyOn(test.database.reader, 'query');
    await worker().drain(channel);
    expect(done).toEqual(['one']);
    expect(query.mock.calls.filter(([statement]) => statement.startsWith('SELECT job.'))).toHaveLength(1);
  });

  it('goes on to what waited behind a job of the same order', async () => {
    for (const name of ['one', 'two', 'three']) await enqueue(name, { orderingKey: 'in order' });
    await worker().drain(channel);
    expect(done).toEqual(['one', 'two', 'three']);
  });

  it('goes on behind a full batch', async () => {
    for (let at = 0; at < 25; at += 1) await enqueue(String(at));
    await worker().drain(channel);
    expect(done).toHaveLength(25);
  });

  it('takes what came while it worked, where it was called for that meanwhile', async () => {
    await enqueue('one');
    const own = worker(async (name) => {
      if (name !== 'one') return;
      await enqueue('two');
      await own.drain(channel);
    });
    await own.drain(channel);
    expect(done).toEqual(['one', 'two']);
  });
});
