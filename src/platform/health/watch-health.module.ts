import { Module, type OnApplicationBootstrap } from '@nestjs/common';
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
    this.work.start({ name: 'health.look', everyMs: EVERY_MINUTE_MS, claimed: false, run: () => this.run() });
    // A damaged database is not to be found out by whoever comes first.
    void this.health.checkNow();
  }

  private async run(): Promise<void> {
    await this.health.problems();
    await this.health.checkWhenDue();
  }
}
