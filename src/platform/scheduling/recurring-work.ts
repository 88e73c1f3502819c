import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { OutsideUnavailable } from '../../kernel/outside-failure.js';
import { Log } from '../telemetry/log.js';
import { JobSlots } from './job-slots.js';

export interface Recurring {
  readonly name: string;
  readonly everyMs: number;
  /** Whether one worker of all does each turn, or each worker its own. */
  readonly claimed: boolean;
  run(): Promise<unknown>;
}

/**
 * Work that comes back at set times, on @nestjs/schedule: a turn never overlaps itself, and a failed turn is logged and followed by the next, but not
 * before the time that a peer outside asked for.
 */
@Injectable()
export class RecurringWork implements BeforeApplicationShutdown {
  private readonly running = new Set<Promise<void>>();

  constructor(
    private readonly registry: SchedulerRegistry,
    private readonly slots: JobSlots,
    private readonly log: Log,
  ) {}

  start(...works: readonly Recurring[]): void {
    for (const work of works) {
      let busy = false;
      let restsUntil = 0;
      const timer = setInterval(() => {
        if (busy || performance.now() < restsUntil) return;
        busy = true;
        const turn = this.turn(work).then((restMs) => {
          busy = false;
          restsUntil = performance.now() + restMs;
          this.running.delete(turn);
        });
        this.running.add(turn);
      }, work.everyMs);
      this.registry.addInterval(work.name, timer);
    }
  }

  /** No new turns; those that run may end. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const name of this.registry.getIntervals()) this.registry.deleteInterval(name);
    await Promise.allSettled(this.running);
  }

  /** @returns for how many milliseconds a peer asked to be left alone */
  private async turn(work: Recurring): Promise<number> {
    try {
      if (!work.claimed || (await this.slots.claim(work.name, work.everyMs))) await work.run();
      return 0;
    } catch (error) {
      this.log.warn('job.failed', { job: work.name, error });
      return error instanceof OutsideUnavailable ? (error.options.retryAfterSeconds ?? 0) * 1000 : 0;
    }
  }
}
