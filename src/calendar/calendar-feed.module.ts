import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Settings } from '../config/settings.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CalendarModule } from './calendar.module.js';
import { LookAtFeed } from './jobs/look-at-feed.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Looks at the published calendar hour by hour, where one is set; part of a worker's background. */
@Module({ imports: [CalendarModule], providers: [LookAtFeed] })
export class CalendarFeedModule {
  constructor(
    private readonly settings: Settings,
    private readonly work: RecurringWork,
    private readonly look: LookAtFeed,
  ) {}

  @Interval('calendar.feed', EVERY_HOUR_MS)
  async lookAtFeed(): Promise<void> {
    const { url } = this.settings.calendarFeed;
    if (url !== undefined) await this.work.claimed('calendar.feed', EVERY_HOUR_MS, () => this.look.run(url));
  }
}
