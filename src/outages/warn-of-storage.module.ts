import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { WarnOfStorage } from './jobs/warn-of-storage.js';

const EVERY_MINUTE_MS = 60_000;

/** Warns administrators of the storage; part of a worker's background. */
@Module({ imports: [NoticesModule, OrganisationModule], providers: [WarnOfStorage] })
export class WarnOfStorageModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly warn: WarnOfStorage,
  ) {}

  onApplicationBootstrap(): void {
    // Each process sees its own disks; what was told already is not told again.
    this.work.start({
      name: 'health.warn',
      everyMs: EVERY_MINUTE_MS,
      claimed: false,
      run: () => this.warn.run(),
    });
  }
}
