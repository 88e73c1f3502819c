import { jest } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Cron, CronExpression, Interval, ScheduleModule, SchedulerRegistry } from '@nestjs/schedule';
import { TIME_ZONE } from '../../kernel/civil-date.js';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import type { Log } from '../telemetry/log.js';
import type { JobSlots } from './job-slots.js';
import { RecurringWork } from './recurring-work.js';

const EVERY_MS = 1_000;

let turns: string[];
let turn: () => Promise<void>;
let isOurs: boolean;

const run = (job: string) => (): Promise<void> => {
  turns.push(job);
  return turn();
};

@Module({})
class Declared {
  constructor(private readonly work: RecurringWork) {}

  @Interval('look', EVERY_MS)
  look(): Promise<void> {
    return this.work.onEachWorker('look', run('look'));
  }

  @Cron(CronExpression.EVERY_DAY_AT_8AM, { name: 'mail', timeZone: TIME_ZONE })
  mail(): Promise<void> {
    return this.work.onOneWorker('mail', EVERY_MS, run('mail'));
  }
}

describe('recurring work', () => {
  let app: INestApplicationContext;
  let work: RecurringWork;
  const slots: Pick<JobSlots, 'claim'> = { claim: () => Promise.resolve(isOurs) };
  const log: Pick<Log, 'warn'> = { warn: () => undefined };
  const times = (job: string) => turns.filter((each) => each === job).length;
  const stopped = async (): Promise<void> => {
    const closing = app.close();
    await jest.advanceTimersByTimeAsync(10 * EVERY_MS);
    await closing;
  };

  beforeEach(async () => {
    jest.useFakeTimers({ now: new Date('2026-03-18T00:59:50Z'), doNotFake: ['nextTick', 'setImmediate'] });
    [turns, turn, isOurs] = [[], () => Promise.resolve(), true];
    const provider = {
      provide: RecurringWork,
      inject: [SchedulerRegistry],
      useFactory: (registry: SchedulerRegistry) => new RecurringWork(registry, slots as JobSlots, log as Log),
    };
    const root = { module: Declared, imports: [ScheduleModule.forRoot()], providers: [provider] };
    app = await NestFactory.createApplicationContext(root, { logger: false });
    work = app.get(RecurringWork);
  });

  afterEach(async () => {
    await stopped();
    jest.useRealTimers();
  });

  it('does no turn before everything has started', async () => {
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(turns).toEqual([]);
    work.begin();
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(turns).toEqual(['look']);
  });

  it('is followed by the next turn when a turn fails', async () => {
    work.begin();
    turn = () => Promise.reject(new Error('broken'));
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(times('look')).toBe(5);
  });

  it('never overlaps itself', async () => {
    work.begin();
    turn = () => new Promise((done) => setTimeout(done, 2.5 * EVERY_MS));
    await jest.advanceTimersByTimeAsync(7 * EVERY_MS);
    expect(times('look')).toBe(3);
  });

  it('does not come back before the time for which a peer asked to be left alone', async () => {
    work.begin();
    turn = () => Promise.reject(new OutsideUnavailable('503', { retryAfterSeconds: 10 }));
    await jest.advanceTimersByTimeAsync(10 * EVERY_MS);
    expect(times('look')).toBe(1);
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(times('look')).toBe(2);
  });

  it('of a time of the day runs at that time in Vietnam', async () => {
    work.begin();
    await jest.advanceTimersByTimeAsync(9_900);
    expect(times('mail')).toBe(0);
    await jest.advanceTimersByTimeAsync(200);
    expect(times('mail')).toBe(1);
  });

  it('is left to the worker that has claimed the turn', async () => {
    work.begin();
    isOurs = false;
    await jest.advanceTimersByTimeAsync(11_000);
    expect(new Set(turns)).toEqual(new Set(['look']));
  });

  it('whose interval is known at start comes back at it', async () => {
    work.begin();
    work.every('late', 2 * EVERY_MS, () => work.onEachWorker('late', run('late')));
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(times('late')).toBe(2);
  });

  it('ends the turn in hand when the process stops, and begins no other', async () => {
    work.begin();
    let ended = false;
    turn = async () => {
      await new Promise((done) => setTimeout(done, 3 * EVERY_MS));
      ended = true;
    };
    await jest.advanceTimersByTimeAsync(1.5 * EVERY_MS);
    await stopped();
    expect([ended, turns]).toEqual([true, ['look']]);
    await work.onEachWorker('look', run('look'));
    await jest.advanceTimersByTimeAsync(30 * EVERY_MS);
    expect(turns).toEqual(['look']);
  });
});
