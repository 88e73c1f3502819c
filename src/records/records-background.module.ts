import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { FollowTickets } from './jobs/follow-tickets.js';
import { WarnOfHandOver } from './jobs/warn-of-hand-over.js';
import { RecordsModule } from './records.module.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;

/** Files follow their tickets by themselves; part of a worker's background. */
@Module({ imports: [RecordsModule] })
export class RecordsBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly follow: FollowTickets,
    private readonly warn: WarnOfHandOver,
  ) {}

  @Interval('records.follow', EVERY_MINUTE_MS)
  followTickets(): Promise<void> {
    return this.work.onOneWorker('records.follow', EVERY_MINUTE_MS, () => this.follow.run());
  }

  @Cron(CronExpression.EVERY_HOUR, { name: 'records.warn', timeZone: TIME_ZONE })
  warnOfHandOver(): Promise<void> {
    return this.work.onOneWorker('records.warn', EVERY_HOUR_MS, () => this.warn.run());
  }
}
