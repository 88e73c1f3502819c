import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { CarryOutDue } from './jobs/carry-out-due.js';
import { WarnOfMissing } from './jobs/warn-of-missing.js';
import { OfficersModule } from './officers.module.js';

const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * EVERY_MINUTE_MS;

/** Changes are done on their day by themselves, and units without an officer are named; part of a worker's background. */
@Module({ imports: [OfficersModule] })
export class OfficersBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly due: CarryOutDue,
    private readonly missing: WarnOfMissing,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start(
      { name: 'officers.change', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.due.run() },
      { name: 'officers.missing', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.missing.run() },
    );
  }
}
