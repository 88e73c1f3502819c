import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, type EntityManager } from 'typeorm';
import { Settings } from '../../config/settings.js';
import { civilDate, civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { messageIdOf } from '../domain/mail-letter.js';
import { MailDigestEntity, NoticeEntity } from '../persistence/notices.entities.js';
import { Mailer } from '../ports/mailer.port.js';
import { SEND_DIGEST } from '../jobs/jobs.js';

/** What may still go out; a refused one goes again when a clerk says so. */
const UNSENT = In(['waiting', 'refused']);

/** Sends a person's mail of a day: the bytes were fixed when it was written, and its Message-ID is that of person and day. */
@Injectable()
export class SendDigest implements JobHandler<typeof SEND_DIGEST> {
  readonly job = SEND_DIGEST;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly settings: Settings,
    private readonly mailer: Mailer,
  ) {}

  async handle(payload: PayloadOf<typeof SEND_DIGEST>): Promise<void> {
    const digest = await this.database.reader.getRepository(MailDigestEntity).findOneBy(unsent(payload));
    if (!digest || digest.address === null) return;
    if (digest.day < civilDateOf(this.clock.now())) {
      await this.uow.run((tx) => this.end(tx, payload, { state: 'outdated', reason: null }));
      return;
    }
    const { staffId, day, address: to, subject, text, html } = digest;
    const messageId = messageIdOf(this.settings.http.publicUrl, 'viec', day, staffId);
    await this.mailer.send({ messageId, to, subject, text, html });
    await this.uow.run(async (tx) => {
      await this.end(tx, payload, { state: 'sent', reason: null });
      const named = {
        staffId: digest.staffId,
        mailedAt: IsNull(),
        readAt: IsNull(),
        at: LessThanOrEqual(digest.writtenAt),
      };
      await tx.update(NoticeEntity, named, { mailedAt: this.clock.now() });
    });
  }

  async giveUp(payload: PayloadOf<typeof SEND_DIGEST>, reason: string): Promise<void> {
    await this.uow.run((tx) => this.end(tx, payload, { state: 'refused', reason: reason.slice(0, 1000) }));
  }

  private async end(
    tx: EntityManager,
    payload: PayloadOf<typeof SEND_DIGEST>,
    ending: Pick<MailDigestEntity, 'state' | 'reason'>,
  ): Promise<void> {
    await tx.update(MailDigestEntity, unsent(payload), { ...ending, endedAt: this.clock.now() });
  }
}

function unsent({ staffId, day }: PayloadOf<typeof SEND_DIGEST>) {
  return { staffId, day: civilDate(day), state: UNSENT };
}
