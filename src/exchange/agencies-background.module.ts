import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { SyncAgencies } from './application/sync-agencies.js';
import { ExchangeModule } from './exchange.module.js';

const EVERY_MINUTE_MS = 60_000;

/** In the background: keeps the directory of agencies, once it is due or somebody has asked for it. */
@Module({ imports: [ExchangeModule] })
export class AgenciesBackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly work: RecurringWork,
    private readonly agencies: SyncAgencies,
  ) {}

  onApplicationBootstrap(): void {
    this.work.start({
      name: 'exchange.agencies',
      everyMs: EVERY_MINUTE_MS,
      claimed: true,
      run: () => this.agencies.runDue(),
    });
  }
}
