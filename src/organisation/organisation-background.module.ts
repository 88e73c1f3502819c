import { Module } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { KeepUpToDate } from './application/keep-up-to-date.js';
import { OrganisationModule } from './organisation.module.js';

/** Lets roles and names take effect on their day. */
@Module({ imports: [OrganisationModule] })
export class OrganisationBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly organisation: KeepUpToDate,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { name: 'organisation.days', timeZone: TIME_ZONE })
  takeEffect(): Promise<void> {
    return this.work.onEachWorker('organisation.days', () => this.organisation.run());
  }
}
