import { Module, type BeforeApplicationShutdown } from '@nestjs/common';
import { Cron, CronExpression, Interval } from '@nestjs/schedule';
import { JournalModule, MarkSeals } from '../../journal/index.js';
import { TIME_ZONE } from '../../kernel/civil-date.js';
import { RecurringWork } from '../../platform/scheduling/recurring-work.js';
import { DocumentsModule } from '../documents.module.js';
import { WriteAnchor } from './write-anchor.js';
import { PositionMark } from './position-mark.js';
import { KeepDigest } from './keep-digest.js';
import { Log } from '../../platform/telemetry/log.js';
import { TellLogHost } from './tell-log-host.js';
import { WriteDigest } from './write-digest.js';

const EVERY_HOUR_MS = 60 * 60_000;
/** What a mark is behind, the e-office's list shows. */
const EVERY_2_S_MS = 2_000;

/** Who does which job. */
export const ANCHORING_HANDLERS = {
  'journal.keepDigest': KeepDigest,
  'journal.tellLogHost': TellLogHost,
};

/** Anchors journal and registers hour by hour, and vouches for the journal day by day; part of a worker's background. */
@Module({
  imports: [DocumentsModule, JournalModule],
  providers: [WriteDigest, ...Object.values(ANCHORING_HANDLERS)],
})
export class AnchoringModule implements BeforeApplicationShutdown {
  constructor(
    private readonly work: RecurringWork,
    private readonly writeAnchor: WriteAnchor,
    private readonly markSeals: MarkSeals,
    private readonly writeDigest: WriteDigest,
    private readonly mark: PositionMark,
    private readonly log: Log,
  ) {}

  @Interval('documents.mark', EVERY_2_S_MS)
  markPosition(): Promise<void> {
    return this.work.onEachWorker('documents.mark', () => this.mark.writeIfMoved());
  }

  @Cron(CronExpression.EVERY_HOUR, { name: 'journal.digest', timeZone: TIME_ZONE })
  vouchForJournal(): Promise<void> {
    return this.work.onOneWorker('journal.digest', EVERY_HOUR_MS, () => this.writeDigest.write());
  }

  /** The journal vouches for the seals of records before it is anchored itself. */
  @Interval('documents.anchor', EVERY_HOUR_MS)
  anchorAll(): Promise<void> {
    return this.work.onOneWorker('documents.anchor', EVERY_HOUR_MS, async () => {
      await this.markSeals.mark();
      await this.writeAnchor.write();
    });
  }

  /** A disk that is full keeps nobody from stopping. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.mark
      .writeIfMoved()
      .catch((error: unknown) => this.log.warn('job.failed', { job: 'documents.mark', error }));
  }
}
