import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../../platform/scheduling/recurring-work.js';
import { Log } from '../../platform/telemetry/log.js';
import { RecordConfigured } from './application/record-configured.js';
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
    private readonly recordConfigured: RecordConfigured,
    private readonly refreshLists: RefreshLists,
    private readonly warnOfExpiry: WarnOfExpiry,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.work.start(
      {
        name: 'trust.configured',
        everyMs: EVERY_MINUTE_MS,
        claimed: true,
        run: () => this.recordConfigured.execute(),
      },
      { name: 'trust.lists', everyMs: FIVE_MINUTES_MS, claimed: true, run: () => this.refreshLists.run() },
      { name: 'trust.expiry', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.warnOfExpiry.run() },
    );
    try {
      await this.recordConfigured.execute();
    } catch (error) {
      this.log.warn('job.failed', { job: 'trust.configured', error });
    }
  }
}
