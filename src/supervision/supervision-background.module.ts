import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { ProposeLetters } from './jobs/propose-letters.js';
import { RemindOfDirectives } from './jobs/remind-of-directives.js';
import { SupervisionModule } from './supervision.module.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Units are reminded of directives, and letters to units that are late are proposed; part of a worker's background. */
@Module({ imports: [SupervisionModule] })
export class SupervisionBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly directives: RemindOfDirectives,
    private readonly letters: ProposeLetters,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start(
      { name: 'supervision.directives', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.directives.run() },
      { name: 'supervision.letters', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.letters.run() },
    );
  }
}
