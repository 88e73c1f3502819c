import { Module } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { HotlineModule } from './hotline.module.js';
import { TellEndpoints } from './jobs/tell-endpoints.js';

const EVERY_MS = 5_000;

/** Endpoints hear of tickets within seconds; part of a worker's background. */
@Module({ imports: [HotlineModule] })
export class HotlineBackgroundModule {
  constructor(
    private readonly work: RecurringWork,
    private readonly tell: TellEndpoints,
  ) {}

  @Interval('webhooks.tell', EVERY_MS)
  tellEndpoints(): Promise<void> {
    return this.work.claimed('webhooks.tell', EVERY_MS, () => this.tell.run());
  }
}
