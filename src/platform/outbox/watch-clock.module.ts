import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecurringWork } from '../scheduling/recurring-work.js';
import { ClockSkewCorrection } from './clock-skew-correction.js';

/** Well within the 30 s after which the app must work again. */
const EVERY_MS = 10_000;

/** Looks whether the clock was put back; part of a worker's background. */
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
