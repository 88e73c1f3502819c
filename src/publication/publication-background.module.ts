import { Module } from '@nestjs/common';
import { Cron, CronExpression } from '@nestjs/schedule';
import { TIME_ZONE } from '../kernel/civil-date.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CountFigures } from './jobs/count-figures.js';
import { PublicationModule } from './publication.module.js';

const EVERY_TEN_MINUTES_MS = 600_000;

/** The figures of the public site are counted soon after each day has begun; part of a worker's background. */
@Module({ imports: [PublicationModule] })
export class PublicationBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly figures: CountFigures,
  ) {}

  @Cron(CronExpression.EVERY_10_MINUTES, { name: 'publication.figures', timeZone: TIME_ZONE })
  countFigures(): Promise<void> {
    return this.work.onOneWorker('publication.figures', EVERY_TEN_MINUTES_MS, () => this.figures.run());
  }
}
