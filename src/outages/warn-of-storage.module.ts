import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { WarnOfStorage } from './jobs/warn-of-storage.js';

const EVERY_MINUTE_MS = 60_000;

/** Warns administrators of the storage; part of a worker's background. */
@Module({ imports: [NoticesModule, OrganisationModule], providers: [WarnOfStorage] })
export class WarnOfStorageModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly warn: WarnOfStorage,
  ) {}

  /** Each process sees its own disks; what was told already is not told again. */
  @Interval('health.warn', EVERY_MINUTE_MS)
  warnOfStorage(): Promise<void> {
    return this.work.onEachWorker('health.warn', () => this.warn.run());
  }
}
