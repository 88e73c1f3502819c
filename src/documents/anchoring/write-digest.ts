import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { JournalQueries } from '../../journal/index.js';
import { addDays, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { anchorSecret } from './anchor-secret.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import type { SignedDigest } from '../domain/daily-digest.js';
import { anchorKey, signedBy } from '../domain/signed.js';
import { JournalDigestEntity } from '../persistence/journal-digest.entity.js';
import { LogHost } from '../ports/log-host.port.js';
import { ChainsTakenBack } from './write-anchor.js';
import { KEEP_DIGEST, TELL_LOG_HOST } from '../jobs/jobs.js';

/** After each day, signs the head of the journal and enqueues the jobs that store it outside of the app: in the folder of anchors and on the log host. */
@Injectable()
export class WriteDigest {
  constructor(
    private readonly settings: Settings,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly journal: JournalQueries,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly logHost: LogHost,
  ) {}

  /**
   * @returns the digest of yesterday; null when it was written before
   * @throws ChainsTakenBack when the journal no longer contains the head of the digest before; such a state is not signed
   */
  async write(): Promise<SignedDigest | null> {
    const now = this.clock.now();
    const day = addDays(civilDateOf(now), -1);
    const before = await this.last();
    if (before !== null && before.day >= day) return null;
    if (before !== null && (await this.journal.hashAt(before.journal.seq)) !== before.journal.hash)
      throw new ChainsTakenBack(`Nhật ký không còn như lúc ký bản tổng hợp ngày ${before.day}.`);
    const head = await this.journal.head();
    const rows = head.seq - (before?.journal.seq ?? 0);
    const said = { at: now.toISOString(), agency: this.settings.agency.code, day, rows, journal: head };
    const signed = signedBy(said, anchorKey(await anchorSecret(this.settings)));
    await this.uow.run(async (tx) => {
      await tx.insert(JournalDigestEntity, { day, signed });
      await this.outbox.enqueue(tx, KEEP_DIGEST.of({ day }));
      if (this.logHost.isOn) await this.outbox.enqueue(tx, TELL_LOG_HOST.of({ day }));
    });
    return signed;
  }

  private async last(): Promise<SignedDigest | null> {
    const [row] = await this.database.reader.manager.find(JournalDigestEntity, { order: { day: 'DESC' }, take: 1 });
    return row?.signed ?? null;
  }
}
