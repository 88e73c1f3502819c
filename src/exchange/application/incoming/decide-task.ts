import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { RegisterIncoming } from '../../../documents/index.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { mayDecideTask, reasonOf, type TaskDecision } from '../../domain/clerk-task.js';
import { RECALL_REASON } from '../../domain/recall.js';
import { ExchangeTaskEntity } from '../../persistence/exchange-task.entity.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { MessageCodec } from '../../ports/message-codec.port.js';
import { Dispatches } from '../outgoing/dispatches.js';
import { ReturnMessage } from './return-message.js';
import { DOCUMENT_TAKEN_BACK, FOLLOW_TAKING_BACK, REGISTER_MESSAGE } from '../../jobs/jobs.js';

/** A decision as it is written: whatever follows from it is done, or enqueued, in the same transaction. */
type Decided = Pick<ExchangeTaskEntity, 'id' | 'inboxId' | 'kind' | 'aboutDocumentId'> & {
  readonly decision: TaskDecision;
  readonly reason: string | null;
};

const AGREED = 'Đã đồng ý; văn bản được đánh dấu nơi gửi lấy lại.';

/**
 * Decides what another agency wants done to a document that it has sent us, or whether a message is of whom it says it is.
 *
 * What is to be entered goes through the same door as any message: it is checked, given its number, and answered there.
 */
@Injectable()
export class DecideTask {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly codec: MessageCodec,
    private readonly dispatches: Dispatches,
    private readonly returnMessage: ReturnMessage,
    private readonly registerIncoming: RegisterIncoming,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @throws DomainError `forbidden`; `input-invalid` beside the field `reason`; `not-found`; `changed-meanwhile` where somebody has decided
   */
  async decide(
    actor: Actor,
    id: string,
    { decision, reason: given }: { readonly decision: TaskDecision; readonly reason: string },
  ): Promise<void> {
    if (!mayDecideTask(actor)) throw new DomainError('forbidden', { ability: 'decideTask' });
    const task = await this.database.reader.getRepository(ExchangeTaskEntity).findOneBy({ id });
    if (!task) throw new DomainError('not-found', { what: 'exchangeTask' });
    const { inboxId, kind, aboutDocumentId } = task;
    const decided: Decided = { id, inboxId, kind, aboutDocumentId, decision, reason: reasonOf(kind, decision, given) };
    const wish = decision === 'agreed' ? await this.wishOf(inboxId) : null;
    await this.uow.run(async (tx) => {
      await this.write(tx, actor, decided);
      if (decision === 'refused') await this.refuse(tx, decided);
      else if (kind === 'revoke' || kind === 'askedBack') await this.giveBack(tx, actor, decided, wish);
      else await this.takeOn(tx, decided);
    });
  }

  private async write(
    tx: EntityManager,
    actor: Actor,
    { id, inboxId, kind, decision, reason }: Decided,
  ): Promise<void> {
    const by = { decidedById: actor.id, decidedByName: actor.name, decidedAt: this.clock.now() };
    const change = { decision, decisionReason: reason, ...by };
    const { affected } = await tx.update(ExchangeTaskEntity, { id, decision: IsNull() }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'exchangeTask', id });
    await this.journal.record(tx, actor, {
      action: 'message.decide',
      objectKind: 'inboxMessage',
      objectId: inboxId,
      detail: { kind, decision },
    });
  }

  private async refuse(tx: EntityManager, decided: Decided): Promise<void> {
    const description = decided.reason ?? '';
    if (decided.kind === 'doubtfulSender')
      return this.returnMessage.return(tx, { id: decided.inboxId, state: 'task' }, description);
    await this.move(tx, decided, 'noted');
    await this.dispatches.answer(tx, decided, { status: '16', description });
  }

  /** Nothing is deleted: the line is marked, and those who work on it, by a ticket or without one, are told. */
  private async giveBack(tx: EntityManager, actor: Actor, decided: Decided, wish: string | null): Promise<void> {
    const { id, aboutDocumentId, reason } = decided;
    await this.move(tx, decided, 'noted');
    await this.dispatches.answer(tx, decided, { status: '15', description: reason ?? AGREED });
    if (aboutDocumentId === null) return;
    await this.registerIncoming.markTakenBack(tx, actor, aboutDocumentId);
    const taken = { taskId: id, incomingDocumentId: aboutDocumentId, ...(wish === null ? {} : { reason: wish }) };
    await this.outbox.enqueue(tx, FOLLOW_TAKING_BACK.of(taken));
    await this.outbox.enqueue(tx, DOCUMENT_TAKEN_BACK.of(taken));
  }

  private async takeOn(tx: EntityManager, decided: Decided): Promise<void> {
    const { id, inboxId } = decided;
    await this.move(tx, decided, 'stored');
    await this.outbox.enqueue(tx, REGISTER_MESSAGE.of({ inboxId }, id));
  }

  private async move(tx: EntityManager, { inboxId }: Decided, state: 'stored' | 'noted'): Promise<void> {
    const { affected } = await tx.update(InboxMessageEntity, { id: inboxId, state: 'task' }, { state, reason: null });
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'inboxMessage', id: inboxId });
  }

  /** Why the sender wants it, in the sender's words. */
  private async wishOf(inboxId: string): Promise<string | null> {
    const inbox = await this.database.reader.getRepository(InboxMessageEntity).findOneBy({ id: inboxId });
    const { message } = await this.codec.readInTurns(await this.files.get(inbox?.sha256 ?? ''));
    const said = message?.kind === 'document' ? message.businessDetail?.reason : message?.description;
    return said === undefined ? null : beginningOf(said, RECALL_REASON.longest);
  }
}
