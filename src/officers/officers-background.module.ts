import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CarryOutDue } from './jobs/carry-out-due.js';
import { WarnOfMissing } from './jobs/warn-of-missing.js';
import { OfficersModule } from './officers.module.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;

/** Changes are done on their day by themselves, and units without an officer are named; part of a worker's background. */
@Module({ imports: [OfficersModule] })
export class OfficersBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly due: CarryOutDue,
    private readonly missing: WarnOfMissing,
  ) {}

  @Cron(CronExpression.EVERY_MINUTE, { name: 'officers.change', timeZone: TIME_ZONE })
  carryOutDue(): Promise<void> {
    return this.work.onOneWorker('officers.change', EVERY_MINUTE_MS, () => this.due.run());
  }

  @Interval('officers.missing', EVERY_HOUR_MS)
  warnOfMissing(): Promise<void> {
    return this.work.onOneWorker('officers.missing', EVERY_HOUR_MS, () => this.missing.run());
  }
}
