import { jest } from '@jest/globals';
import { SchedulerRegistry } from '@nestjs/schedule';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import type { Log } from '../telemetry/log.js';
import type { JobSlots } from './job-slots.js';
import { RecurringWork } from './recurring-work.js';

const EVERY_MS = 1_000;

describe('work that comes back', () => {
  let work: RecurringWork;
  let turns: number;
  const slots: Pick<JobSlots, 'claim'> = { claim: () => Promise.resolve(true) };
  const log: Pick<Log, 'warn'> = { warn: () => undefined };

  beforeEach(() => {
    jest.useFakeTimers();
    turns = 0;
    work = new RecurringWork(new SchedulerRegistry(), slots as JobSlots, log as Log);
  });

  afterEach(async () => {
    const stopped = work.beforeApplicationShutdown();
    await jest.runAllTimersAsync();
    await stopped;
    jest.useRealTimers();
  });

  const startsWith = (turn: () => Promise<void>): void => {
    const run = (): Promise<void> => {
      turns += 1;
      return turn();
    };
    work.start({ name: 'look', everyMs: EVERY_MS, claimed: true, run });
  };

  it('is followed by the next turn when a turn fails', async () => {
    startsWith(() => Promise.reject(new Error('broken')));
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(turns).toBe(5);
  });

  it('never overlaps itself', async () => {
    startsWith(() => new Promise((done) => setTimeout(done, 2.5 * EVERY_MS)));
    await jest.advanceTimersByTimeAsync(7 * EVERY_MS);
    expect(turns).toBe(3);
  });

  it('does not come back before the time for which a peer asked to be left alone', async () => {
    startsWith(() => Promise.reject(new OutsideUnavailable('503', { retryAfterSeconds: 10 })));
    await jest.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(turns).toBe(1);
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(turns).toBe(2);
  });
});
