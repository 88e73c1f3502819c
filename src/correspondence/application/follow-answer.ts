import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { FOLLOW_ANSWER, type LetterNews } from '../../drafting/index.js';
import { Dispatches } from '../../exchange/index.js';
import { SYSTEM, type Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { DocumentHandlingEntity } from '../persistence/correspondence.entities.js';
import { Handlings } from './handlings.js';

const ANSWERED: readonly LetterNews[] = ['released', 'releasedByHand'];

/** Settles a document whose answer has left, and has it handled again where that answer is recalled. Old and doubled news changes nothing. */
@Injectable()
export class FollowAnswer implements JobHandler<typeof FOLLOW_ANSWER> {
  readonly job = FOLLOW_ANSWER;

  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly handlings: Handlings,
    private readonly dispatches: Dispatches,
  ) {}

  async handle({ caseId, what, detail, actorId, actorName }: PayloadOf<typeof FOLLOW_ANSWER>): Promise<void> {
    const actor = { ...SYSTEM, id: actorId, name: actorName };
    await this.uow.run(async (tx) => {
      const handling = await tx.findOneBy(DocumentHandlingEntity, { documentId: caseId });
      if (handling === null) return;
      if (ANSWERED.includes(what) && handling.state !== 'settled') await this.settle(tx, actor, handling, detail);
      if (what === 'recalled' && handling.settlement === 'letter') await this.reopen(tx, actor, handling);
    });
  }

  private async settle(
    tx: EntityManager,
    actor: Actor,
    handling: DocumentHandlingEntity,
    letter: string,
  ): Promise<void> {
    const { documentId } = handling;
    const now = this.clock.now();
    await this.handlings.change(tx, actor, handling, {
      action: 'incoming.answered',
      change: {
        state: 'settled',
        settlement: 'letter',
        result: `Trả lời bằng văn bản số ${letter}`,
        settledByName: actor.name,
        settledAt: now,
      },
      detail: { letter },
    });
    await tx.update(IncomingDocumentEntity, { id: documentId }, { outcome: 'letter', outcomeOn: civilDateOf(now) });
    const document = await tx.findOneByOrFail(IncomingDocumentEntity, { id: documentId });
    if (document.messageId === null) return;
    const description = `Đã trả lời bằng văn bản số ${letter}.`;
    await this.dispatches.status(tx, document, { status: '06', description, key: '06' });
  }

  private async reopen(tx: EntityManager, actor: Actor, handling: DocumentHandlingEntity): Promise<void> {
    await this.handlings.change(tx, actor, handling, {
      action: 'incoming.reopen',
      change: { state: 'routed', settlement: null, result: null, settledByName: null, settledAt: null },
      detail: {},
    });
    await tx.update(IncomingDocumentEntity, { id: handling.documentId }, { outcome: null, outcomeOn: null });
  }
}
