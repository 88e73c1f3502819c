import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../database/database.js';
import { RecurringWork } from '../scheduling/recurring-work.js';
import { Log } from '../telemetry/log.js';
import { StorageHealth } from './storage-health.js';

const EVERY_MINUTE_MS = 60_000;

/** Each process looks for itself whether it can write and whether the database is whole; part of a worker's background. */
@Module({})
export class WatchHealthModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly health: StorageHealth,
    private readonly database: Database,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    // The first user must not be the one who finds out that the database is damaged.
    void this.health.checkNow();
  }

  @Interval('health.look', EVERY_MINUTE_MS)
  look(): Promise<void> {
    return this.work.onEachWorker('health.look', () => this.run());
  }

  private async run(): Promise<void> {
    await this.leaveIfTooOld();
    await this.health.problems();
    await this.health.checkWhenDue();
  }

  /** Newer software has changed what this one asks for: it ends as when it is told to, and says why when it is started again. */
  private async leaveIfTooOld(): Promise<void> {
    const steps = await this.database.stepsBeyond();
    if (steps.length === 0) return;
    this.log.error('database.ahead', { steps });
    process.kill(process.pid, 'SIGTERM');
  }
}
