import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { arrivalWords } from '../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { OPEN_HANDLING } from '../../exchange/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { NotifyRegistry } from '../../notices/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { documentNamed } from '../domain/document-named.js';
import { Handlings } from './handlings.js';
import { TellHandlers } from './tell-handlers.js';

/** Puts a document that came by the e-office, and is no feedback, before those who route it; the registry hears of it once. */
@Injectable()
export class OpenHandling implements JobHandler<typeof OPEN_HANDLING> {
  readonly job = OPEN_HANDLING;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly handlings: Handlings,
    private readonly notifyRegistry: NotifyRegistry,
    private readonly handlers: TellHandlers,
  ) {}

  async handle({ incomingDocumentId: id }: PayloadOf<typeof OPEN_HANDLING>): Promise<void> {
    await this.uow.run(async (tx) => {
      const document = await tx.findOneBy(IncomingDocumentEntity, { id });
      if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
      await this.handlings.open(tx, document);
      await this.notifyRegistry.notify(tx, {
        key: `document.open:${id}`,
        kind: 'news',
        words: `${documentNamed(document)} chờ chuyển xử lý.`,
      });
      await this.tellOfVersion(tx, document);
    });
  }

  /** Those who handle the document in whose place it stands go on with the old one until they hear of it. */
  private async tellOfVersion(tx: EntityManager, document: IncomingDocumentEntity): Promise<void> {
    const { id, amendment, amendsId } = document;
    if (amendment === null || amendsId === null) return;
    const amended = await tx.findOneByOrFail(IncomingDocumentEntity, { id: amendsId });
    const act = amendment === 'update' ? 'cập nhật' : 'thay thế';
    await this.handlers.ofDocument(tx, amendsId, {
      key: `document.amended:${id}`,
      words: `${documentNamed(amended)}: nơi gửi đã gửi bản ${act}, ${arrivalWords(document)}. Xem bản mới trước khi giải quyết tiếp.`,
    });
  }
}
