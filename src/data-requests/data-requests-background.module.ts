import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { DataRequestsModule } from './data-requests.module.js';
import { RemindOfRequests } from './jobs/remind-of-requests.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Nobody forgets a request about personal data; part of a worker's background. */
@Module({ imports: [DataRequestsModule] })
export class DataRequestsBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly remind: RemindOfRequests,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      name: 'dataRequests.remind',
      everyMs: EVERY_HOUR_MS,
      claimed: true,
      run: () => this.remind.run(),
    });
  }
}
