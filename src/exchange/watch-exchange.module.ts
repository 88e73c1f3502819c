import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { NoticesModule } from '../notices/index.js';
import { Attempts } from '../platform/outbox/attempts.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { WarnOfTrouble } from './jobs/warn-of-trouble.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;

/** Warns of trouble in the exchange and forgets old tries; part of a worker's background. */
@Module({ imports: [NoticesModule], providers: [WarnOfTrouble] })
export class WatchExchangeModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly warn: WarnOfTrouble,
    private readonly attempts: Attempts,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start(
      { name: 'exchange.warn', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.warn.run() },
      { name: 'outbox.forget', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.attempts.forgetOld() },
    );
  }
}
