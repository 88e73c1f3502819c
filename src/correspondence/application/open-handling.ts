import { Injectable } from '@nestjs/common';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { OPEN_HANDLING } from '../../exchange/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NotifyRegistry } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { Handlings } from './handlings.js';

/** Puts a document that came by the e-office, and is no feedback, before those who route it; the registry hears of it once. */
@Injectable()
export class OpenHandling implements JobHandler<typeof OPEN_HANDLING> {
  readonly job = OPEN_HANDLING;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly handlings: Handlings,
    private readonly notifyRegistry: NotifyRegistry,
  ) {}

  async handle({ incomingDocumentId: id }: PayloadOf<typeof OPEN_HANDLING>): Promise<void> {
    await this.uow.run(async (tx) => {
      const document = await tx.findOneBy(IncomingDocumentEntity, { id });
      if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
      await this.handlings.open(tx, document);
      await this.notifyRegistry.notify(tx, {
        key: `document.open:${id}`,
        kind: 'news',
        words: `Văn bản đến số ${String(document.arrivalNumber)} của ${document.senderName} chờ chuyển xử lý.`,
      });
    });
  }
}
