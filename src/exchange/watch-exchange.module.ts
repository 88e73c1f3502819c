import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { NoticesModule } from '../notices/index.js';
import { Attempts } from '../platform/outbox/attempts.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { WarnOfTrouble } from './jobs/warn-of-trouble.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;

/** Warns of trouble in the exchange and forgets old tries; part of a worker's background. */
@Module({ imports: [NoticesModule], providers: [WarnOfTrouble] })
export class WatchExchangeModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly warn: WarnOfTrouble,
    private readonly attempts: Attempts,
  ) {}

  @Interval('exchange.warn', EVERY_MINUTE_MS)
  warnOfTrouble(): Promise<void> {
    return this.work.onOneWorker('exchange.warn', EVERY_MINUTE_MS, () => this.warn.run());
  }

  @Interval('outbox.forget', EVERY_HOUR_MS)
  forgetTries(): Promise<void> {
    return this.work.onOneWorker('outbox.forget', EVERY_HOUR_MS, () => this.attempts.forgetOld());
  }
}
