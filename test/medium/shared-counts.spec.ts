import { jest } from '@jest/globals';
import { Log } from '../../src/platform/telemetry/log.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { CallCountEntity } from '../../src/platform/http/rates/call-count.entity.js';
import { SharedCounts } from '../../src/platform/http/rates/shared-counts.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

const MOST = 60;

describe('calls counted by two processes', () => {
  let test: TestDatabase;
  let one: SharedCounts;
  let other: SharedCounts;
  const log = new Log('silent');

  beforeEach(async () => {
    test = await openTestDatabase();
    const uow = new UnitOfWork(test.database);
    [one, other] = [new SharedCounts(uow, log), new SharedCounts(uow, log)];
    await startOfMinute();
  });
  afterEach(async () => {
    await one.beforeApplicationShutdown();
    await other.beforeApplicationShutdown();
    await test.close();
  });

  const call = (counts: SharedCounts, times: number, subject = '203.0.113.7'): number => {
    let { current } = counts.count(subject, MOST);
    for (let time = 1; time < times; time += 1) ({ current } = counts.count(subject, MOST));
    return current;
  };
  const told = async (): Promise<readonly number[]> =>
    (await test.database.reader.manager.find(CallCountEntity)).map(({ calls }) => calls);

  it('come to one limit', async () => {
    expect([call(one, 40), call(other, 40)]).toEqual([40, 40]);
    await one.tell();
    await other.tell();
    expect(call(other, 1)).toBe(81);
    expect(call(one, 1)).toBe(41);
    await one.tell();
    expect(call(one, 1)).toBe(82);
  });

  it('are told once, also by both at the same moment, and nothing where nothing was added', async () => {
    call(one, 10);
    call(other, 10);
    await Promise.all([one.tell(), other.tell(), one.tell()]);
    expect(await told()).toEqual([20]);
    await one.tell();
    expect(await told()).toEqual([20]);
  });

  it('are told once, also where the database takes longer than the time between two tellings', async () => {
    const uow = new UnitOfWork(test.database);
    const run = uow.run.bind(uow);
    jest.spyOn(uow, 'run').mockImplementation(async (work) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return run(work);
    });
    const slow = new SharedCounts(uow, log);
    call(slow, 10);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    call(slow, 1);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await slow.beforeApplicationShutdown();
    expect(await told()).toEqual([11]);
  });

  it('of who calls little stay with each process', async () => {
    call(one, MOST / 10);
    await one.tell();
    expect(await told()).toEqual([]);
  });

  it('of other callers, or other limits, are others', async () => {
    call(one, 10, 'a');
    call(other, 10, 'b');
    await one.tell();
    await other.tell();
    expect([call(one, 1, 'b'), call(other, 1, 'a')]).toEqual([1, 1]);
  });
});

/** Counts belong to a minute of the machine: a test that begins at its last second would see two. */
async function startOfMinute(): Promise<void> {
  const left = 60_000 - (Date.now() % 60_000);
  if (left < 6_000) await new Promise((resolve) => setTimeout(resolve, left));
}
