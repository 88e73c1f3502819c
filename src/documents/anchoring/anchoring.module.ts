import { Module, type BeforeApplicationShutdown, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { JournalModule, MarkSeals } from '../../journal/index.js';
import { PromiseKeepers } from '../../platform/outbox/outbox.js';
import { RecurringWork } from '../../platform/scheduling/recurring-work.js';
import { DocumentsModule } from '../documents.module.js';
import { KeepAnchor } from './keep-anchor.js';
import { PositionMark } from './position-mark.js';
import { KeepDigest } from './keep-digest.js';
import { Log } from '../../platform/telemetry/log.js';
import { TellLogHost } from './tell-log-host.js';
import { WriteDigest } from './write-digest.js';

const EVERY_HOUR_MS = 60 * 60_000;
/** What a mark is behind, the e-office's list shows. */
const EVERY_2_S_MS = 2_000;

/** Anchors journal and registers hour by hour, and vouches for the journal day by day; part of a worker's background. */
@Module({
  imports: [DocumentsModule, JournalModule],
  providers: [WriteDigest, KeepDigest, TellLogHost],
})
export class AnchoringModule implements OnModuleInit, OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly work: RecurringWork,
    private readonly keepers: PromiseKeepers,
    private readonly anchor: KeepAnchor,
    private readonly seals: MarkSeals,
    private readonly digest: WriteDigest,
    private readonly keepDigest: KeepDigest,
    private readonly tellLogHost: TellLogHost,
    private readonly mark: PositionMark,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.keepers.add(this.keepDigest, this.tellLogHost);
  }

  onApplicationBootstrap(): void {
    this.work.start(
      { name: 'documents.anchor', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.anchorAll() },
      { name: 'documents.mark', everyMs: EVERY_2_S_MS, claimed: false, run: () => this.mark.writeIfMoved() },
      { name: 'journal.digest', everyMs: EVERY_HOUR_MS, claimed: true, run: () => this.digest.execute() },
    );
  }

  /** The journal vouches for the seals of records before it is anchored itself. */
  private async anchorAll(): Promise<void> {
    await this.seals.execute();
    await this.anchor.execute();
  }

  /** A disk that is full keeps nobody from stopping. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.mark
      .writeIfMoved()
      .catch((error: unknown) => this.log.warn('job.failed', { job: 'documents.mark', error }));
  }
}
