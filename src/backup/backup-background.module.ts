import { Module } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { NoticesModule } from '../notices/index.js';
import { OrganisationModule } from '../organisation/index.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { NightlyBackup } from './nightly-backup.js';

const HALF_HOUR_MS = 30 * 60_000;

/** Backs up by night; part of a worker's background. What was missed or failed is tried again every half hour. */
@Module({ imports: [NoticesModule, OrganisationModule], providers: [NightlyBackup], exports: [NightlyBackup] })
export class BackupBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly backup: NightlyBackup,
  ) {}

  @Cron(CronExpression.EVERY_30_MINUTES, { name: 'backup.nightly', timeZone: TIME_ZONE })
  backUp(): Promise<void> {
    return this.work.onOneWorker('backup.nightly', HALF_HOUR_MS, () => this.backup.run());
  }
}
