import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { HotlineModule } from './hotline.module.js';
import { WebhookFanOut } from './jobs/webhook-fan-out.js';

const EVERY_MS = 5_000;

/** Endpoints hear of tickets within seconds; part of a worker's background. */
@Module({ imports: [HotlineModule] })
export class HotlineBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly fanOut: WebhookFanOut,
  ) {}

  @Interval('webhooks.tell', EVERY_MS)
  fanOutWebhooks(): Promise<void> {
    return this.work.own('webhooks.news', async () => {
      if (await this.fanOut.hasNews()) await this.work.claimed('webhooks.tell', EVERY_MS, () => this.fanOut.run());
    });
  }
}
