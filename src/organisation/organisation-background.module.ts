import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { EndSessions } from './application/end-sessions.js';
import { KeepUpToDate } from './application/keep-up-to-date.js';
import { OrganisationModule } from './organisation.module.js';

const TEN_MINUTES_MS = 600_000;

/** Lets roles and names take effect on their day, and gives sessions that timed out their line in the journal. */
@Module({ imports: [OrganisationModule] })
export class OrganisationBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly organisation: KeepUpToDate,
    private readonly sessions: EndSessions,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { name: 'organisation.days', timeZone: TIME_ZONE })
  takeEffect(): Promise<void> {
    return this.work.onEachWorker('organisation.days', () => this.organisation.run());
  }

  @Interval('organisation.sessions', TEN_MINUTES_MS)
  noteTimedOut(): Promise<void> {
    return this.work.onOneWorker('organisation.sessions', TEN_MINUTES_MS, () => this.sessions.noteTimedOut());
  }
}
