import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecurringWork } from '../scheduling/recurring-work.js';
import { ClockSkewCorrection } from './clock-skew-correction.js';

/** Well within the 30 s after which the app must work again. */
const EVERY_MS = 10_000;

/** Checks whether the clock was set back. Runs on workers. */
@Module({ providers: [ClockSkewCorrection] })
export class WatchClockModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly correction: ClockSkewCorrection,
  ) {}

  @Interval('outbox.clock', EVERY_MS)
  lookAtClock(): Promise<void> {
    return this.work.onEachWorker('outbox.clock', () => this.correction.run());
  }
}
