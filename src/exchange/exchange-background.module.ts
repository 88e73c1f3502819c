import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { AwaitedDocuments } from './application/awaited-documents.js';
import { DamagedFiles } from './application/damaged-files.js';
import { EOfficeClock } from './application/e-office-clock.js';
import { ForgetEvidence } from './application/forget-evidence.js';
import { RecoverNumbers } from './application/recover-numbers.js';
import { Reconcile } from './application/reconcile.js';
import { SyncAgencies } from './application/sync-agencies.js';
import { ExchangeModule } from './exchange.module.js';

const EVERY_10_S_MS = 10_000;
const EVERY_MINUTE_MS = 60_000;
const EVERY_HOUR_MS = 60 * 60_000;
const EVERY_TEN_MINUTES_MS = 10 * 60_000;

/** What the exchange does without being asked, beside looking for messages; part of a worker's background. */
@Module({ imports: [ExchangeModule], exports: [ExchangeModule] })
export class ExchangeBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly clock: EOfficeClock,
    private readonly reconcile: Reconcile,
    private readonly awaited: AwaitedDocuments,
    private readonly agencies: SyncAgencies,
    private readonly forget: ForgetEvidence,
    private readonly damaged: DamagedFiles,
    private readonly recover: RecoverNumbers,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.recover.atStart();
    this.work.start(
      { name: 'exchange.clock', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.clock.executeIfOffered() },
      {
        name: 'exchange.awaited',
        everyMs: EVERY_TEN_MINUTES_MS,
        claimed: true,
        run: () => this.awaited.letOverdueGo(),
      },
      { name: 'exchange.recover', everyMs: EVERY_10_S_MS, claimed: true, run: () => this.recover.turn() },
      { name: 'exchange.damaged', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.damaged.run() },
      // Once it is due or somebody has asked for it.
      { name: 'exchange.agencies', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.agencies.runDue() },
      { name: 'exchange.forget', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.forget.execute() },
      // Once a day; one that failed is made up for within the hour.
      { name: 'exchange.reconcile', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.reconcile.executeIfDue() },
    );
  }
}
