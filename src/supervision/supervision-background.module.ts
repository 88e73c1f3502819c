import { Module } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { ProposeLetters } from './jobs/propose-letters.js';
import { RemindOfDirectives } from './jobs/remind-of-directives.js';
import { SupervisionModule } from './supervision.module.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Units are reminded of directives, and letters to units that are late are proposed; part of a worker's background. */
@Module({ imports: [SupervisionModule] })
export class SupervisionBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly directives: RemindOfDirectives,
    private readonly letters: ProposeLetters,
  ) {}

  @Cron(CronExpression.EVERY_HOUR, { name: 'supervision.directives', timeZone: TIME_ZONE })
  remindOfDirectives(): Promise<void> {
    return this.work.onOneWorker('supervision.directives', EVERY_HOUR_MS, () => this.directives.run());
  }

  @Interval('supervision.letters', EVERY_HOUR_MS)
  proposeLetters(): Promise<void> {
    return this.work.onOneWorker('supervision.letters', EVERY_HOUR_MS, () => this.letters.run());
  }
}
