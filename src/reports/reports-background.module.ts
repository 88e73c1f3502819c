import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { DraftDueReports } from './jobs/draft-due.js';
import { ReportsModule } from './reports.module.js';

const EVERY_HOUR_MS = 3_600_000;

/** Drafts of periods that are over are made by themselves; part of a worker's background. */
@Module({ imports: [ReportsModule] })
export class ReportsBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly due: DraftDueReports,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({ name: 'reports.draft', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.due.run() });
  }
}
