import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { KeepUpToDate } from './application/keep-up-to-date.js';
import { OrganisationModule } from './organisation.module.js';

const EVERY_MINUTE_MS = 60_000;

/** Lets roles and names take effect on their day. */
@Module({ imports: [OrganisationModule] })
export class OrganisationBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly organisation: KeepUpToDate,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      ...{ name: 'organisation.days', everyMs: EVERY_MINUTE_MS, claimed: false },
      run: () => this.organisation.run(),
    });
  }
}
