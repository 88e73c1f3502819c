import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { JournalModule } from '../journal/index.js';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { OrganisationModule } from '../organisation/index.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { DailyMail } from './jobs/daily-mail.js';
import { TellOfAccessChanges } from './jobs/tell-of-access-changes.js';
import { NoticesModule } from './notices.module.js';

const EVERY_MINUTE_MS = 60_000;

/** The mails of the day are written, and changes of rights are told of until somebody confirms them; part of a worker's background. */
@Module({ imports: [JournalModule, NoticesModule, OrganisationModule], providers: [TellOfAccessChanges] })
export class NoticesBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly mail: DailyMail,
    private readonly tell: TellOfAccessChanges,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { name: 'notices.mail', timeZone: TIME_ZONE })
  writeDailyMail(): Promise<void> {
    return this.work.onOneWorker('notices.mail', EVERY_MINUTE_MS, () => this.mail.run());
  }

  @Interval('notices.accessChanges', EVERY_MINUTE_MS)
  tellOfChanges(): Promise<void> {
    return this.work.onOneWorker('notices.accessChanges', EVERY_MINUTE_MS, () => this.tell.run());
  }
}
