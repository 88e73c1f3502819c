import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CalendarModule } from './calendar.module.js';
import { LookAtFeed } from './jobs/look-at-feed.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Looks at the published calendar hour by hour, where one is set; part of a worker's background. */
@Module({ imports: [CalendarModule], providers: [LookAtFeed] })
export class CalendarFeedModule implements OnApplicationBootstrap {
  constructor(
    private readonly settings: Settings,
    private readonly work: RecurringWork,
    private readonly look: LookAtFeed,
  ) {}

  onApplicationBootstrap(): void {
    const { url } = this.settings.calendarFeed;
    if (url === undefined) return;
    const run = (): Promise<void> => this.look.run(url);
    this.work.start({ name: 'calendar.feed', everyMs: EVERY_HOUR_MS, claimed: true, run });
  }
}
