import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { Settings } from './config/settings.js';
import { ExchangeModule, ReceivePending } from './exchange/index.js';
import { CHANNELS } from './platform/outbox/channels.js';
import { Leases } from './platform/outbox/leases.js';
import { OutboxWorker } from './platform/outbox/outbox-worker.js';
import { RecurringWork } from './platform/scheduling/recurring-work.js';
import { LookAtSignatures, SigningModule } from './signing/index.js';
import { TicketsModule } from './tickets/index.js';

const OUTBOX_EVERY_MS = 300;

/** What a worker does without being asked: keep promises, look for messages, look where our letters are. */
@Module({ imports: [ExchangeModule, SigningModule, TicketsModule] })
export class BackgroundModule implements OnApplicationBootstrap {
  constructor(
    private readonly settings: Settings,
    private readonly work: RecurringWork,
    private readonly leases: Leases,
    private readonly outbox: OutboxWorker,
    private readonly receive: ReceivePending,
    private readonly look: LookAtSignatures,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.leases.freeThoseOfTheDead();
    const pollMs = this.settings.eOffice.pollSeconds * 1000;
    this.work.start(
      ...CHANNELS.map((channel) => ({
        name: `outbox.${channel}`,
        everyMs: OUTBOX_EVERY_MS,
        claimed: false,
        run: () => this.outbox.runChannel(channel),
      })),
      { name: 'exchange.receive', everyMs: pollMs, claimed: true, run: () => this.receive.execute() },
      { name: 'signing.look', everyMs: pollMs, claimed: true, run: () => this.look.execute() },
    );
  }
}
