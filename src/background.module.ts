import { setTimeout as pause } from 'node:timers/promises';
import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { CalendarFeedModule } from './calendar/index.js';
import { CircularsBackgroundModule } from './circulars/index.js';
import { Settings } from './config/settings.js';
import { AnchoringModule, RegisterPrintingModule } from './documents/index.js';
import { ExchangeBackgroundModule, LookForMessages, WatchExchangeModule } from './exchange/index.js';
import { DirectoryBackgroundModule, OrganisationBackgroundModule } from './organisation/index.js';
import { OfficersBackgroundModule } from './officers/index.js';
import { AccessAlertsModule, DailyMail, NoticesModule } from './notices/index.js';
import { CHANNELS } from './platform/outbox/channels.js';
import { Leases } from './platform/outbox/leases.js';
import { OutboxWorker } from './platform/outbox/outbox-worker.js';
import { WatchHealthModule } from './platform/health/watch-health.module.js';
import { WatchClockModule } from './platform/outbox/watch-clock.module.js';
import { RecurringWork } from './platform/scheduling/recurring-work.js';
import { Log } from './platform/telemetry/log.js';
import { RecordSealsModule } from './record-seals.module.js';
import { HotlineBackgroundModule } from './hotline/index.js';
import { WarnOfStorageModule } from './outages/index.js';
import { DataRequestsBackgroundModule } from './data-requests/index.js';
import { PublicationBackgroundModule } from './publication/index.js';
import { RecordsBackgroundModule } from './records/index.js';
import { ReportsBackgroundModule } from './reports/index.js';
import { SupervisionBackgroundModule } from './supervision/index.js';
import { LookAtSignatures, SigningModule } from './signing/index.js';
import { TrustBackgroundModule } from './signing/trust/index.js';
import { CloseAnswered, EndCoordination, EndPauses, Remind, RemindersModule, TicketsModule } from './tickets/index.js';

const OUTBOX_EVERY_MS = 300;
/** People are told within the minute. */
const EVERY_MINUTE_MS = 60_000;
/** The first look does not wait for the first turn, which may be an hour away. */
const FIRST_LOOK_MS = 1_000;
/** Part of the interval over which looks are spread, so that many houses do not all ask at the full minute. */
const SPREAD = 0.1;

/**
 * What a worker does without being asked: keep promises, look for messages, look where our letters are, remind people of what is owed, close what
 * was answered long enough ago, let clocks run again that stood still for a citizen's reply, look at a published calendar, write down where
 * journal and registers stand.
 */
@Module({
  imports: [
    AnchoringModule,
    RecordSealsModule,
    CalendarFeedModule,
    DirectoryBackgroundModule,
    RegisterPrintingModule,
    ExchangeBackgroundModule,
    WatchExchangeModule,
    WatchClockModule,
    WatchHealthModule,
    SigningModule,
    TrustBackgroundModule,
    TicketsModule,
    RemindersModule,
    NoticesModule,
    OrganisationBackgroundModule,
    RecordsBackgroundModule,
    ReportsBackgroundModule,
    OfficersBackgroundModule,
    SupervisionBackgroundModule,
    PublicationBackgroundModule,
    DataRequestsBackgroundModule,
    CircularsBackgroundModule,
    HotlineBackgroundModule,
    AccessAlertsModule,
    WarnOfStorageModule,
  ],
})
export class BackgroundModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private firstLook = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly work: RecurringWork,
    private readonly leases: Leases,
    private readonly outbox: OutboxWorker,
    private readonly messages: LookForMessages,
    private readonly look: LookAtSignatures,
    private readonly remind: Remind,
    private readonly closeAnswered: CloseAnswered,
    private readonly endCoordination: EndCoordination,
    private readonly endPauses: EndPauses,
    private readonly mail: DailyMail,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.leases.freeThoseOfTheDead();
    const pollMs = this.settings.eOffice.pollSeconds * 1000;
    this.work.start(
      ...CHANNELS.map((channel) => ({
        name: `outbox.${channel}`,
        everyMs: OUTBOX_EVERY_MS,
        claimed: false,
        run: () => this.outbox.drain(channel),
      })),
      {
        name: 'exchange.receive',
        everyMs: pollMs,
        claimed: true,
        run: () => this.lookSpread(pollMs, () => this.messages.keep()),
      },
      {
        name: 'signing.look',
        everyMs: pollMs,
        claimed: true,
        run: () => this.lookSpread(pollMs, () => this.look.execute()),
      },
      { name: 'tickets.remind', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.remind.run() },
      { name: 'tickets.close', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.closeAnswered.run() },
      { name: 'tickets.coordination', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.endCoordination.run() },
      { name: 'tickets.pauses', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.endPauses.run() },
      { name: 'notices.mail', everyMs: EVERY_MINUTE_MS, claimed: true, run: () => this.mail.run() },
    );
    this.firstLook = this.lookFirst();
  }

  /** No new looks; the one that runs may end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.firstLook;
  }

  private async lookFirst(): Promise<void> {
    for (const look of [() => this.messages.first(), () => this.look.execute()]) {
      try {
        await this.lookSpread(FIRST_LOOK_MS / SPREAD, look);
      } catch (error) {
        this.log.warn('job.failed', { job: 'first.look', error });
      }
    }
  }

  /** Looks at some moment within the first tenth of the interval, unless we are stopping. */
  private async lookSpread(everyMs: number, look: () => Promise<unknown>): Promise<void> {
    const { signal } = this.stopping;
    await pause(Math.random() * SPREAD * everyMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await look();
  }
}
