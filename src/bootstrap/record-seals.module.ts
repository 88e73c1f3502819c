import { Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Journal, JournalModule, SealOlderRecords } from '../journal/index.js';
import { Database } from '../platform/database/database.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { Leaving } from '../platform/leaving.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { SEALED_RECORDS } from './sealed-records.js';

const EVERY_HOUR_MS = 60 * 60_000;

/** Sees to it that no record stays without a seal; part of a worker's background. */
@Module({
  imports: [JournalModule],
  providers: [
    {
      provide: SealOlderRecords,
      inject: [Database, UnitOfWork, Journal],
      useFactory: (database: Database, uow: UnitOfWork, journal: Journal) =>
        new SealOlderRecords(database, uow, journal, SEALED_RECORDS),
    },
  ],
})
export class RecordSealsModule implements BeforeApplicationShutdown {
  private readonly stopping = new AbortController();

  constructor(
    private readonly work: RecurringWork,
    private readonly sealOlderRecords: SealOlderRecords,
    leaving: Leaving,
  ) {
    leaving.onLast(() => this.stopping.abort());
  }

  @Interval('journal.sealOlder', EVERY_HOUR_MS)
  sealOlder(): Promise<void> {
    return this.work.onOneWorker('journal.sealOlder', EVERY_HOUR_MS, () =>
      this.sealOlderRecords.seal(this.stopping.signal),
    );
  }

  beforeApplicationShutdown(): void {
    this.stopping.abort();
  }
}
