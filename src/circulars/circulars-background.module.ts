import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CircularsModule } from './circulars.module.js';
import { KeepHandedOut } from './jobs/keep-handed-out.js';
import { RemindReaders } from './jobs/remind-readers.js';

const EVERY_FIVE_MINUTES_MS = 5 * 60_000;
const EVERY_HOUR_MS = 60 * 60_000;

/** Circulars reach who is new, and whoever has not read them hears of it; part of a worker's background. */
@Module({ imports: [CircularsModule] })
export class CircularsBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly handedOut: KeepHandedOut,
    private readonly remind: RemindReaders,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start(
      {
        name: 'circulars.handOut',
        everyMs: EVERY_FIVE_MINUTES_MS,
        claimed: true,
        run: () => this.handedOut.run(),
      },
      { name: 'circulars.remind', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.remind.run() },
    );
  }
}
