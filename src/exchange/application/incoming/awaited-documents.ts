import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, type EntityManager } from 'typeorm';
import type { IncomingDocumentEntity } from '../../../documents/index.js';
import { REGISTER_LENGTHS } from '../../../documents/domain/register-lengths.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import { rowsBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { namesAwaited, namesOf, waitsUntil, type Following, type SpeakingByNumber } from '../../domain/awaited.js';
import { AwaitedDocumentEntity } from '../../persistence/awaited-document.entity.js';
import type { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { HEED_STATUS, REGISTER_MESSAGE } from '../../jobs/jobs.js';

/** Messages let go at one turn; what is left goes with the next. */
const AT_ONCE = 200;

/**
 * Messages that came before the document which they speak of. They wait for it under every name that it may have, and are judged once more when a
 * document comes under one of them, or when it is too late for that.
 */
@Injectable()
export class AwaitedDocuments {
  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** Whether what a message speaks of may still come. */
  mayCome(kind: Following, { receivedAt }: InboxMessageEntity): boolean {
    return this.clock.now() < waitsUntil(kind, receivedAt);
  }

  /** Lets a message wait, in the transaction that judged it. */
  async wait(
    tx: EntityManager,
    { id: inboxId, receivedAt }: InboxMessageEntity,
    kind: Following,
    message: SpeakingByNumber,
  ): Promise<void> {
    const until = waitsUntil(kind, receivedAt);
    const names = namesAwaited(message).filter((name) => name.length <= REGISTER_LENGTHS.documentId);
    await tx.delete(AwaitedDocumentEntity, { inboxId });
    for (const name of names) await tx.insert(AwaitedDocumentEntity, { inboxId, name, kind, until });
  }

  /** A document has come: whatever waits for it goes on, after the transaction that enters it. */
  async came(tx: EntityManager, document: IncomingDocumentEntity): Promise<void> {
    const waiting = await rowsBy(tx, AwaitedDocumentEntity, { name: [...namesOf(document)] });
    await this.letGo(tx, waiting, document.id);
  }

  /** What has waited long enough goes on without. */
  async letOverdueGo(): Promise<void> {
    const overdue = await this.database.reader.getRepository(AwaitedDocumentEntity).find({
      where: { until: LessThanOrEqual(this.clock.now()) },
      order: { until: 'ASC', inboxId: 'ASC' },
      take: AT_ONCE,
    });
    if (overdue.length > 0) await this.uow.run((tx) => this.letGo(tx, overdue, 'overdue'));
  }

  /** @param why part of the key of the job: the same reason lets a message go once */
  private async letGo(tx: EntityManager, waiting: readonly AwaitedDocumentEntity[], why: string): Promise<void> {
    for (const { inboxId, kind } of new Map(waiting.map((row) => [row.inboxId, row])).values()) {
      const { affected } = await tx.delete(AwaitedDocumentEntity, { inboxId });
      if (affected === 0) continue;
      const job = kind === 'askedBack' ? HEED_STATUS : REGISTER_MESSAGE;
      await this.outbox.enqueue(tx, job.of({ inboxId }, why));
    }
  }
}
