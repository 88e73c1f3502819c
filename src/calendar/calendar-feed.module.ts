import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Settings } from '../config/settings.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CalendarModule } from './calendar.module.js';
import { CheckCalendarFeed } from './jobs/check-calendar-feed.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Checks the published calendar every hour, where one is configured. Runs on workers. */
@Module({ imports: [CalendarModule], providers: [CheckCalendarFeed] })
export class CalendarFeedModule {
  constructor(
    private readonly settings: Settings,
    private readonly work: RecurringWork,
    private readonly check: CheckCalendarFeed,
  ) {}

  @Interval('calendar.feed', EVERY_HOUR_MS)
  async checkFeed(): Promise<void> {
    const { url } = this.settings.calendarFeed;
    if (url !== undefined) await this.work.onOneWorker('calendar.feed', EVERY_HOUR_MS, () => this.check.run(url));
  }
}
