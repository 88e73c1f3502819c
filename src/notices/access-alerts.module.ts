import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JournalModule } from '../journal/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { TellOfAccessChanges } from './jobs/tell-of-access-changes.js';
import { NoticesModule } from './notices.module.js';

const EVERY_MINUTE_MS = 60_000;

/** Changes of rights are told of until somebody confirms them; part of a worker's background. */
@Module({ imports: [JournalModule, NoticesModule, OrganisationModule], providers: [TellOfAccessChanges] })
export class AccessAlertsModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly tell: TellOfAccessChanges,
  ) {}

  @Interval('notices.accessChanges', EVERY_MINUTE_MS)
  tellOfChanges(): Promise<void> {
    return this.work.claimed('notices.accessChanges', EVERY_MINUTE_MS, () => this.tell.run());
  }
}
