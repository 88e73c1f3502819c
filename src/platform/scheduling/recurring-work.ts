import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Log } from '../telemetry/log.js';
import { JobSlots } from './job-slots.js';

/**
 * The turns of work that @nestjs/schedule brings back. What belongs to a day or a time of the day is declared with `@Cron` in Vietnam's time zone, all
 * else with `@Interval`; the declared method lets its turn run here. Both come back often and ask what is due, so that what was missed while
 * nothing ran, or while the clock was wrong, is made up for. A turn never overlaps itself, and a failed turn is logged and followed by the next, but
 * not before the time that a peer outside asked for.
 */
@Injectable()
export class RecurringWork implements BeforeApplicationShutdown {
  private readonly running = new Map<string, Promise<void>>();
  private readonly restsUntil = new Map<string, number>();
  private isOn = false;

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly slots: JobSlots,
    private readonly log: Log,
  ) {}

  /** Everything has started: from now on turns run. */
  begin(): void {
    this.isOn = true;
  }

  /** No new turns; those that run may end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isOn = false;
    await Promise.all(this.running.values());
  }

  /** Runs a turn on one of all workers in each slot of `everyMs`. @param job its name, as declared */
  onOneWorker(job: string, everyMs: number, run: () => Promise<unknown>): Promise<void> {
    return this.onEachWorker(job, async () => {
      if (await this.slots.claim(job, everyMs)) await run();
    });
  }

  /** Runs a turn on each worker. @param job its name, as declared */
  async onEachWorker(job: string, run: () => Promise<unknown>): Promise<void> {
    if (!this.isOn || this.running.has(job) || performance.now() < (this.restsUntil.get(job) ?? 0)) return;
    const turn = this.turn(job, run);
    this.running.set(job, turn);
    await turn;
    this.running.delete(job);
  }

  /** Work whose interval is known only when the process starts. */
  every(job: string, everyMs: number, turn: () => Promise<void>): void {
    this.registry.addInterval(
      job,
      setInterval(() => void turn(), everyMs),
    );
  }

  private async turn(job: string, run: () => Promise<unknown>): Promise<void> {
    try {
      await run();
    } catch (error) {
      this.log.warn('job.failed', { job, error });
      const restMs = error instanceof OutsideUnavailable ? (error.options.retryAfterSeconds ?? 0) * 1000 : 0;
      this.restsUntil.set(job, performance.now() + restMs);
    }
  }
}
