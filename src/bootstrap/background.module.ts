import { setTimeout as pause } from 'node:timers/promises';
import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { BackupBackgroundModule } from '../backup/index.js';
import { CalendarFeedModule } from '../calendar/index.js';
import { CircularsBackgroundModule } from '../circulars/index.js';
import { CorrespondenceModule } from '../correspondence/index.js';
import { Settings } from '../config/settings.js';
import { AnchoringModule, RegisterPrintingModule } from '../documents/index.js';
import { ExchangeBackgroundModule, LookForMessages, WatchExchangeModule } from '../exchange/index.js';
import { DirectoryBackgroundModule, OrganisationBackgroundModule } from '../organisation/index.js';
import { OfficersBackgroundModule } from '../officers/index.js';
import { NoticesBackgroundModule } from '../notices/index.js';
import { Leaving } from '../platform/leaving.js';
import { CHANNELS, type Channel } from '../platform/outbox/channels.js';
import { Leases } from '../platform/outbox/leases.js';
import { OutboxTurns } from '../platform/outbox/outbox-turns.js';
import { WatchHealthModule } from '../platform/health/watch-health.module.js';
import { WatchClockModule } from '../platform/outbox/watch-clock.module.js';
import { RecurringWork } from '../platform/scheduling/recurring-work.js';
import { Log } from '../platform/telemetry/log.js';
import { RecordSealsModule } from './record-seals.module.js';
import { HotlineBackgroundModule } from '../hotline/index.js';
import { WarnOfStorageModule } from '../outages/index.js';
import { DataRequestsBackgroundModule } from '../data-requests/index.js';
import { PetitionsBackgroundModule } from '../petitions/index.js';
import { PublicationBackgroundModule } from '../publication/index.js';
import { ProposalsBackgroundModule } from '../proposals/index.js';
import { RecordsBackgroundModule } from '../records/index.js';
import { ReportsBackgroundModule } from '../reports/index.js';
import { SupervisionBackgroundModule } from '../supervision/index.js';
import { PollSignatures, SigningModule } from '../signing/index.js';
import { TrustBackgroundModule } from '../signing/trust/index.js';
import { TicketsBackgroundModule } from '../tickets/index.js';

/** What another process enqueues, and what was put off. */
const OUTBOX_EVERY_MS = 300;
/** The first look does not wait for the first turn, which may be an hour away. */
const FIRST_LOOK_MS = 1_000;
/** Part of the interval over which looks are spread, so that many installations do not all ask at the full minute. */
const SPREAD = 0.1;

/**
 * What a worker does without being asked: jobs of the outbox are done, and messages and our letters looked for, as often as the settings say; all other
 * work at set times is declared in the background module of its feature.
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
    TicketsBackgroundModule,
    NoticesBackgroundModule,
    OrganisationBackgroundModule,
    RecordsBackgroundModule,
    ProposalsBackgroundModule,
    ReportsBackgroundModule,
    OfficersBackgroundModule,
    SupervisionBackgroundModule,
    PublicationBackgroundModule,
    DataRequestsBackgroundModule,
    PetitionsBackgroundModule,
    CircularsBackgroundModule,
    CorrespondenceModule,
    HotlineBackgroundModule,
    WarnOfStorageModule,
    BackupBackgroundModule,
  ],
})
export class BackgroundModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly stopping = new AbortController();
  private firstLook = Promise.resolve();

  constructor(
    private readonly settings: Settings,
    private readonly work: RecurringWork,
    private readonly leases: Leases,
    private readonly outbox: OutboxTurns,
    private readonly messages: LookForMessages,
    private readonly pollSignatures: PollSignatures,
    private readonly log: Log,
    leaving: Leaving,
  ) {
    leaving.onLast(() => this.stopping.abort());
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.leases.freeThoseOfTheDead();
    const pollMs = this.settings.eOffice.pollSeconds * 1000;
    const turnOf = (channel: Channel): Promise<void> =>
      this.work.onEachWorker(`outbox.${channel}`, () => this.outbox.take(channel));
    for (const channel of CHANNELS) this.work.every(`outbox.${channel}`, OUTBOX_EVERY_MS, () => turnOf(channel));
    this.outbox.takeOnCommit((channel) => void turnOf(channel));
    this.lookEvery('exchange.receive', pollMs, () => this.messages.look());
    this.lookEvery('signing.look', pollMs, () => this.pollSignatures.poll());
    this.work.begin();
    this.firstLook = this.lookFirst();
  }

  /** No new looks; the one that runs may end. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.firstLook;
  }

  private async lookFirst(): Promise<void> {
    for (const look of [() => this.messages.first(), () => this.pollSignatures.poll()]) {
      try {
        await this.lookSpread(FIRST_LOOK_MS / SPREAD, look);
      } catch (error) {
        this.log.warn('job.failed', { job: 'first.look', error });
      }
    }
  }

  private lookEvery(job: string, everyMs: number, look: () => Promise<unknown>): void {
    const run = () => this.lookSpread(everyMs, look);
    this.work.every(job, everyMs, () => this.work.onOneWorker(job, everyMs, run));
  }

  /** Looks at some moment within the first tenth of the interval, unless we are stopping. */
  private async lookSpread(everyMs: number, look: () => Promise<unknown>): Promise<void> {
    const { signal } = this.stopping;
    await pause(Math.random() * SPREAD * everyMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await look();
  }
}
