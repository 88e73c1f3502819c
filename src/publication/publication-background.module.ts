import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CountFigures } from './jobs/count-figures.js';
import { PublicationModule } from './publication.module.js';

const EVERY_TEN_MINUTES_MS = 600_000;

/** The figures of the public site are counted soon after each day has begun; part of a worker's background. */
@Module({ imports: [PublicationModule] })
export class PublicationBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly figures: CountFigures,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      name: 'publication.figures',
      everyMs: EVERY_TEN_MINUTES_MS,
      claimed: true,
      run: () => this.figures.run(),
    });
  }
}
