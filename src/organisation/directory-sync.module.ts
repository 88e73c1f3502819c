import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { Settings } from '../config/settings.js';
import { JournalModule } from '../journal/index.js';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { ApplyDirectory } from './application/apply-directory.js';
import { DirectoryRuns } from './application/directory-runs.js';
import { ReadDirectory } from './application/read-directory.js';
import { SyncDirectory } from './application/sync-directory.js';
import { SyncOnSchedule } from './jobs/sync-on-schedule.js';
import { OrganisationModule } from './organisation.module.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * 60_000;

/** Who does which job. */
export const STAFF_HANDLERS = {
  'staff.sync': SyncDirectory,
};

/** Staff brought to what the directory says; for pages and commands. */
@Module({
  imports: [JournalModule, OrganisationModule],
  providers: [DirectoryRuns, ReadDirectory, ApplyDirectory, ...Object.values(STAFF_HANDLERS)],
  exports: [DirectoryRuns, SyncDirectory],
})
export class DirectorySyncModule {}

/** The same at set times, and old readings forgotten; part of a worker's background. */
@Module({ imports: [DirectorySyncModule], providers: [SyncOnSchedule], exports: [SyncOnSchedule] })
export class DirectoryBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly schedule: SyncOnSchedule,
    private readonly runs: DirectoryRuns,
    private readonly settings: Settings,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { name: 'organisation.sync', timeZone: TIME_ZONE })
  syncStaff(): Promise<void> {
    return this.work.onOneWorker('organisation.sync', EVERY_MINUTE_MS, () => this.schedule.run());
  }

  @Interval('organisation.forgetRuns', EVERY_HOUR_MS)
  forgetRuns(): Promise<void> {
    return this.work.onOneWorker('organisation.forgetRuns', EVERY_HOUR_MS, () =>
      this.runs.forgetOld(this.settings.directoryRunsKeptDays),
    );
  }
}
