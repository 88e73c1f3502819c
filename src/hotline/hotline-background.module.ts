import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../platform/database/database.js';
import { WrittenSince } from '../platform/database/written-since.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { HotlineModule } from './hotline.module.js';
import { WebhookFanOut } from './jobs/webhook-fan-out.js';

const EVERY_MS = 5_000;

/** Endpoints hear of tickets within seconds; part of a worker's background. */
@Module({ imports: [HotlineModule] })
export class HotlineBackgroundModule {
  private readonly writtenSince: WrittenSince;

  constructor(
    private readonly work: RecurringWork,
    private readonly fanOut: WebhookFanOut,
    database: Database,
  ) {
    this.writtenSince = new WrittenSince(database);
  }

  @Interval('webhooks.tell', EVERY_MS)
  fanOutWebhooks(): Promise<void> {
    return this.work.onEachWorker('webhooks.news', () =>
      this.writtenSince.run(async () => {
        if (!(await this.fanOut.hasNews())) return true;
        await this.work.onOneWorker('webhooks.tell', EVERY_MS, () => this.fanOut.run());
        return false;
      }),
    );
  }
}
