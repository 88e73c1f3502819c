import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { TIME_ZONE } from '../../kernel/civil-date.js';
import { RecurringWork } from '../../platform/scheduling/recurring-work.js';
import { Log } from '../../platform/telemetry/log.js';
import { RecordConfiguredAnchors } from './application/record-configured-anchors.js';
import { RefreshLists } from './jobs/refresh-lists.js';
import { WarnOfExpiry } from './jobs/warn-of-expiry.js';
import { TrustModule } from './trust.module.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;
const FIVE_MINUTES_MS = 5 * EVERY_MINUTE_MS;

/** What the trust store does without being asked; part of a worker's background. */
@Module({ imports: [TrustModule] })
export class TrustBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly recordConfiguredAnchors: RecordConfiguredAnchors,
    private readonly refreshLists: RefreshLists,
    private readonly warnOfExpiry: WarnOfExpiry,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    try {
      await this.recordConfiguredAnchors.record();
    } catch (error) {
      this.log.warn('job.failed', { job: 'trust.configured', error });
    }
  }

  @Interval('trust.configured', EVERY_MINUTE_MS)
  recordAnchors(): Promise<void> {
    return this.work.onOneWorker('trust.configured', EVERY_MINUTE_MS, () => this.recordConfiguredAnchors.record());
  }

  @Interval('trust.lists', FIVE_MINUTES_MS)
  fetchLists(): Promise<void> {
    return this.work.onOneWorker('trust.lists', FIVE_MINUTES_MS, () => this.refreshLists.run());
  }

  @Cron(CronExpression.EVERY_HOUR, { name: 'trust.expiry', timeZone: TIME_ZONE })
  warnBeforeExpiry(): Promise<void> {
    return this.work.onOneWorker('trust.expiry', EVERY_HOUR_MS, () => this.warnOfExpiry.run());
  }
}
