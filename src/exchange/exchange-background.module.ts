import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Database } from '../platform/database/database.js';
import { WrittenSince } from '../platform/database/written-since.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { AwaitedDocuments } from './application/incoming/awaited-documents.js';
import { DamagedFiles } from './application/reconciliation/damaged-files.js';
import { EOfficeClock } from './application/e-office-clock.js';
import { PurgeExchangeLog } from './application/log/purge-exchange-log.js';
import { RecoverNumbers } from './application/reconciliation/recover-numbers.js';
import { Reconcile } from './application/reconciliation/reconcile.js';
import { SyncAgencies } from './application/outgoing/sync-agencies.js';
import { ExchangeModule } from './exchange.module.js';

const EVERY_10_S_MS = 10_000;
const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * 60_000;
const EVERY_TEN_MINUTES_MS = 10 * 60_000;

/** What the exchange does without being asked, beside looking for messages; part of a worker's background. */
@Module({ imports: [ExchangeModule], exports: [ExchangeModule] })
export class ExchangeBackgroundModule implements OnApplicationBootstrap {
  private readonly writtenSince: WrittenSince;

  constructor(
    private readonly work: RecurringWork,
    private readonly clock: EOfficeClock,
    private readonly reconcile: Reconcile,
    private readonly awaited: AwaitedDocuments,
    private readonly agencies: SyncAgencies,
    private readonly purgeExchangeLog: PurgeExchangeLog,
    private readonly damaged: DamagedFiles,
    private readonly recover: RecoverNumbers,
    database: Database,
  ) {
    this.writtenSince = new WrittenSince(database);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.recover.atStart();
  }

  @Interval('exchange.clock', EVERY_HOUR_MS)
  compareClocks(): Promise<void> {
    return this.work.onOneWorker('exchange.clock', EVERY_HOUR_MS, () => this.clock.checkIfOffered());
  }

  @Interval('exchange.awaited', EVERY_TEN_MINUTES_MS)
  letOverdueGo(): Promise<void> {
    return this.work.onOneWorker('exchange.awaited', EVERY_TEN_MINUTES_MS, () => this.awaited.letOverdueGo());
  }

  @Interval('exchange.recover', EVERY_10_S_MS)
  recoverNumbers(): Promise<void> {
    return this.work.onEachWorker('exchange.restored', () =>
      this.writtenSince.run(async () => {
        if (!(await this.recover.hasWork())) return true;
        await this.work.onOneWorker('exchange.recover', EVERY_10_S_MS, () => this.recover.turn());
        return false;
      }),
    );
  }

  @Interval('exchange.damaged', EVERY_MINUTE_MS)
  mendDamaged(): Promise<void> {
    return this.work.onOneWorker('exchange.damaged', EVERY_MINUTE_MS, () => this.damaged.run());
  }

  /** Once it is due or somebody has asked for it. */
  @Interval('exchange.agencies', EVERY_MINUTE_MS)
  syncAgencies(): Promise<void> {
    return this.work.onOneWorker('exchange.agencies', EVERY_MINUTE_MS, () => this.agencies.runDue());
  }

  @Interval('exchange.forget', EVERY_HOUR_MS)
  forgetEvidence(): Promise<void> {
    return this.work.onOneWorker('exchange.forget', EVERY_HOUR_MS, () => this.purgeExchangeLog.purge());
  }

  /** Once a day; one that failed is made up for within the hour. Not at the full hour, so that many offices do not all ask at once. */
  @Interval('exchange.reconcile', EVERY_HOUR_MS)
  compareSides(): Promise<void> {
    return this.work.onOneWorker('exchange.reconcile', EVERY_HOUR_MS, () => this.reconcile.reconcileIfDue());
  }
}
