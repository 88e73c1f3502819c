import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import { Log } from '../telemetry/log.js';
import { JobSlots } from './job-slots.js';

export interface Recurring {
  readonly name: string;
  readonly everyMs: number;
  /** Whether one worker of all does each turn, or each worker its own. */
  readonly claimed: boolean;
  run(): Promise<unknown>;
}

/** Work that comes back at set times, on @nestjs/schedule: a turn never overlaps itself, and a failed turn is logged and followed by the next. */
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
      const timer = setInterval(() => {
        if (busy) return;
        busy = true;
        const turn = this.turn(work).finally(() => {
          busy = false;
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

  private async turn(work: Recurring): Promise<void> {
    try {
      if (work.claimed && !(await this.slots.claim(work.name, work.everyMs))) return;
      await work.run();
    } catch (error) {
      this.log.warn('job.failed', { job: work.name, error });
    }
  }
}
