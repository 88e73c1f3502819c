import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CircularsModule } from './circulars.module.js';
import { KeepHandedOut } from './jobs/keep-handed-out.js';
import { RemindReaders } from './jobs/remind-readers.js';

const EVERY_FIVE_MINUTES_MS = 5 * 60_000;
const EVERY_HOUR_MS = 60 * 60_000;

/** Hands circulars out to newcomers, and reminds the people who have not read them; part of a worker's background. */
@Module({ imports: [CircularsModule] })
export class CircularsBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly handedOut: KeepHandedOut,
    private readonly remind: RemindReaders,
  ) {}

  @Interval('circulars.handOut', EVERY_FIVE_MINUTES_MS)
  handOut(): Promise<void> {
    return this.work.onOneWorker('circulars.handOut', EVERY_FIVE_MINUTES_MS, () => this.handedOut.run());
  }

  @Cron(CronExpression.EVERY_HOUR, { name: 'circulars.remind', timeZone: TIME_ZONE })
  remindReaders(): Promise<void> {
    return this.work.onOneWorker('circulars.remind', EVERY_HOUR_MS, () => this.remind.run());
  }
}
