import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { HotlineModule } from './hotline.module.js';
import { TellEndpoints } from './jobs/tell-endpoints.js';

const EVERY_MS = 5_000;

/** Endpoints hear of tickets within seconds; part of a worker's background. */
@Module({ imports: [HotlineModule] })
export class HotlineBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly tell: TellEndpoints,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({ name: 'webhooks.tell', everyMs: EVERY_MS, claimed: true, run: () => this.tell.run() });
  }
}
