import { Injectable } from '@nestjs/common';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { DraftQueries } from '../../drafting/index.js';
import { Dispatches } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireText } from '../../tickets/domain/required-text.js';
import type { SETTLED_WITHOUT_LETTER } from '../domain/handling.js';
import { Handlings, requireHandlingAbility } from './handlings.js';

const RESULT_LENGTHS = { shortest: 5, longest: 1000 } as const;

/** Ends a document without a letter: it was for information, or what it asks is done; one line says what. */
@Injectable()
export class SettleDocument {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly handlings: Handlings,
    private readonly drafts: DraftQueries,
    private readonly dispatches: Dispatches,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `input-invalid`, `letter-under-way` while an answer is being written, `changed-meanwhile` */
  async settle(
    actor: Actor,
    documentId: string,
    given: { readonly settlement: (typeof SETTLED_WITHOUT_LETTER)[number]; readonly result: string },
  ): Promise<void> {
    const result = requireText('result', given.result, RESULT_LENGTHS);
    const { settlement } = given;
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const { document, handling, may } = await this.handlings.forActor(tx, actor, documentId);
      requireHandlingAbility(may, 'settle');
      if ((await this.drafts.underWayOf([documentId], tx)).length > 0)
        throw new DomainError('letter-under-way', { message: UNDER_WAY });
      await this.handlings.change(tx, actor, handling, {
        action: 'incoming.settle',
        change: { state: 'settled', settlement, result, settledByName: actor.name, settledAt: now },
        detail: { settlement },
      });
      await this.handlings.signFor(tx, actor, document);
      const outcome = { outcome: settlement, outcomeOn: civilDateOf(now) };
      await tx.update(IncomingDocumentEntity, { id: documentId }, outcome);
      if (document.messageId === null) return;
      await this.dispatches.status(tx, document, { status: '06', description: 'Đã xử lý xong.', key: '06' });
    });
  }
}

const UNDER_WAY = 'Văn bản trả lời đang soạn. Bỏ dự thảo trước, hoặc phát hành văn bản trả lời.';
