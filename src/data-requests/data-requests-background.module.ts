import { Module } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { DataRequestsModule } from './data-requests.module.js';
import { RemindOfRequests } from './jobs/remind-of-requests.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Nobody forgets a request about personal data; part of a worker's background. */
@Module({ imports: [DataRequestsModule] })
export class DataRequestsBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly remind: RemindOfRequests,
  ) {}

  @Cron(CronExpression.EVERY_HOUR, { name: 'dataRequests.remind', timeZone: TIME_ZONE })
  remindOfRequests(): Promise<void> {
    return this.work.onOneWorker('dataRequests.remind', EVERY_HOUR_MS, () => this.remind.run());
  }
}
