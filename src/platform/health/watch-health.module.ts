import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecurringWork } from '../scheduling/recurring-work.js';
import { StorageHealth } from './storage-health.js';

const EVERY_MINUTE_MS = 60_000;

/** Each process looks for itself whether it can write and whether the database is whole; part of a worker's background. */
@Module({})
export class WatchHealthModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly health: StorageHealth,
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
    await this.health.problems();
    await this.health.checkWhenDue();
  }
}
