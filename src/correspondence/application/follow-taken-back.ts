import { Injectable } from '@nestjs/common';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { DOCUMENT_TAKEN_BACK } from '../../exchange/index.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { withoutPeople } from '../../privacy/domain/find-private.js';
import { documentNamed } from '../domain/document-named.js';
import { TellHandlers } from './tell-handlers.js';

/** Tells those who handle a document without a ticket that its sender has taken it back, with the names in its reason left out. Whether they go on is for them to say: nothing moves by itself. */
@Injectable()
export class FollowTakenBack implements JobHandler<typeof DOCUMENT_TAKEN_BACK> {
  readonly job = DOCUMENT_TAKEN_BACK;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly handlers: TellHandlers,
  ) {}

  async handle({ taskId, incomingDocumentId: id, reason }: PayloadOf<typeof DOCUMENT_TAKEN_BACK>): Promise<void> {
    await this.uow.run(async (tx) => {
      const document = await tx.findOneBy(IncomingDocumentEntity, { id });
      if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
      const why = reason === undefined ? '' : ` Lý do nơi gửi nêu: ${withoutPeople(reason)}.`;
      await this.handlers.ofDocument(tx, id, {
        key: `document.takenBack:${taskId}`,
        // The reason comes last: a long one is cut at the end.
        words: `${documentNamed(document)}: nơi gửi đã lấy lại. Thời hạn không đổi; xem có giải quyết tiếp không.${why}`,
      });
    });
  }
}
