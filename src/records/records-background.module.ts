import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { FollowTickets } from './jobs/follow-tickets.js';
import { RecordsModule } from './records.module.js';

const EVERY_MINUTE_MS = 60_000;

/** Files follow their tickets by themselves; part of a worker's background. */
@Module({ imports: [RecordsModule] })
export class RecordsBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly follow: FollowTickets,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      name: 'records.follow',
      everyMs: EVERY_MINUTE_MS,
      claimed: true,
      run: () => this.follow.run(),
    });
  }
}
