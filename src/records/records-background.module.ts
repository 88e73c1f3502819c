import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { FollowTickets } from './jobs/follow-tickets.js';
import { WarnOfHandOver } from './jobs/warn-of-hand-over.js';
import { RecordsModule } from './records.module.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;

/** Files follow their tickets by themselves; part of a worker's background. */
@Module({ imports: [RecordsModule] })
export class RecordsBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly follow: FollowTickets,
    private readonly warn: WarnOfHandOver,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start(
      { name: 'records.follow', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.follow.run() },
      { name: 'records.warn', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.warn.run() },
    );
  }
}
