import { Module } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { DraftDueReports } from './jobs/draft-due.js';
import { ReportsModule } from './reports.module.js';

const EVERY_HOUR_MS = 3_600_000;

/** Drafts of periods that are over are made by themselves; part of a worker's background. */
@Module({ imports: [ReportsModule] })
export class ReportsBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly due: DraftDueReports,
  ) {}

  @Cron(CronExpression.EVERY_HOUR, { name: 'reports.draft', timeZone: TIME_ZONE })
  draftDue(): Promise<void> {
    return this.work.onOneWorker('reports.draft', EVERY_HOUR_MS, () => this.due.run());
  }
}
