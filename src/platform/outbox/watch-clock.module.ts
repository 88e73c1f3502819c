import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../scheduling/recurring-work.js';
import { ClockPutBack } from './clock-put-back.js';

/** Well within the 30 s after which the house must work again. */
const EVERY_MS = 5_000;

/** Looks whether the clock was put back; part of a worker's background. */
@Module({ providers: [ClockPutBack] })
export class WatchClockModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly putBack: ClockPutBack,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      name: 'outbox.clock',
      everyMs: EVERY_MS,
      claimed: false,
      run: () => this.putBack.run(),
    });
  }
}
