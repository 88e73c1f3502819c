import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecurringWork } from '../scheduling/recurring-work.js';
import { ClockPutBack } from './clock-put-back.js';

/** Well within the 30 s after which the app must work again. */
const EVERY_MS = 5_000;

/** Looks whether the clock was put back; part of a worker's background. */
@Module({ providers: [ClockPutBack] })
export class WatchClockModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly putBack: ClockPutBack,
  ) {}

  @Interval('outbox.clock', EVERY_MS)
  lookAtClock(): Promise<void> {
    return this.work.own('outbox.clock', () => this.putBack.run());
  }
}
