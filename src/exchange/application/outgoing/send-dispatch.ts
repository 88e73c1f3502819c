import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { beginningOf } from '../../../kernel/beginning-of.js';
import { Clock } from '../../../kernel/clock.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { type HeldBytes, MemoryBytes } from '../../../kernel/held-bytes.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { RegisterQueries, type OutgoingDocumentEntity } from '../../../documents/index.js';
import { tellCase } from '../../../drafting/index.js';
import { Database } from '../../../platform/database/database.js';
import { rowBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { FileStore } from '../../../platform/files/file-store.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { recordThenEnd } from '../../../platform/outbox/record-then-end.js';
import { SignatureRequests } from '../../../signing/index.js';
import { DispatchEntity } from '../../persistence/exchange.entities.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import { detailOf } from './letter-detail.js';
import { ComposeMessage } from './compose-message.js';
import { SEND_DISPATCH } from '../../jobs/jobs.js';

const RECEIPT_LONGEST = 100;

/**
 * Sends one message. Its bytes are fixed before the first try, so that every try is the same consignment. The case of a letter hears of its receipt by
 * whom it answers, for nothing is called answered by a letter before.
 */
@Injectable()
export class SendDispatch implements JobHandler<typeof SEND_DISPATCH> {
  readonly job = SEND_DISPATCH;

  constructor(
    private readonly transport: MessageTransport,
    private readonly composeMessage: ComposeMessage,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly registers: RegisterQueries,
    private readonly requests: SignatureRequests,
    private readonly outbox: Outbox,
  ) {}

  async handle({ dispatchId }: PayloadOf<typeof SEND_DISPATCH>, end?: EndJob): Promise<void> {
    const dispatch = await this.dispatchOf(dispatchId);
    if (dispatch.sentAt ?? dispatch.cancelledAt) return;
    const { consignmentId, kind } = dispatch;
    const letter = await this.letterOf(dispatch);
    const bytes = await this.bytesOf(dispatch);
    if (bytes === null) return;
    const { receiptId } = await this.transport.send({ consignmentId, kind, bytes });
    await recordThenEnd(this.uow, () => this.sent(dispatch, letter, receiptId), end);
  }

  /** @throws DomainError `changed-meanwhile` when it was held back, and never left */
  async delivered({ dispatchId }: PayloadOf<typeof SEND_DISPATCH>, receiptId: string | null): Promise<void> {
    const dispatch = await this.dispatchOf(dispatchId);
    if (dispatch.cancelledAt !== null) throw new DomainError('changed-meanwhile');
    await this.sent(dispatch, await this.letterOf(dispatch), receiptId);
  }

  /**
   * Sends once more, under its own name, what was sent before: an e-office that has it says so, one that lost it takes it. When it was sent stays as it
   * is, and its case hears nothing, so that no period and no status changes by it.
   */
  async again(dispatchId: string): Promise<void> {
    const { id, consignmentId, kind, sha256, sentAt } = await this.dispatchOf(dispatchId);
    if (sentAt === null) return this.handle({ dispatchId });
    if (sha256 === null) throw new DomainError('not-found', { what: 'dispatch' });
    const { receiptId } = await this.transport.send({ consignmentId, kind, bytes: await this.files.held(sha256) });
    const receipt = { receiptId: beginningOf(receiptId, RECEIPT_LONGEST) };
    await this.uow.run((tx) => tx.update(DispatchEntity, { id }, receipt));
  }

  async giveUp({ dispatchId }: PayloadOf<typeof SEND_DISPATCH>, failure: string): Promise<void> {
    await this.uow.run((tx) => tx.update(DispatchEntity, { id: dispatchId }, { failure: failure.slice(0, 1000) }));
  }

  private async sent(
    { id, business, receiverCode }: DispatchEntity,
    letter: OutgoingDocumentEntity | null,
    receiptId: string | null,
  ): Promise<void> {
    const receipt = {
      sentAt: this.clock.now(),
      receiptId: receiptId === null ? null : beginningOf(receiptId, RECEIPT_LONGEST),
      failure: null,
    };
    await this.uow.run(async (tx) => {
      const first = await tx.update(DispatchEntity, { id, sentAt: IsNull() }, receipt);
      const isAnswer = business !== 'revoke' && receiverCode === null;
      if (first.affected === 1 && letter !== null && isAnswer) await this.tellDelivered(tx, letter);
    });
  }

  private async tellDelivered(tx: EntityManager, letter: OutgoingDocumentEntity): Promise<void> {
    const { draftId } = await this.requests.byId(tx, letter.signatureRequestId);
    const detail = await detailOf(tx, letter);
    await tellCase(this.outbox, tx, SYSTEM, { draftId, what: 'delivered', detail });
  }

  private async dispatchOf(id: string): Promise<DispatchEntity> {
    const dispatch = await rowBy(this.database.reader.manager, DispatchEntity, { id });
    if (!dispatch) throw new DomainError('not-found', { what: 'dispatch' });
    return dispatch;
  }

  /** The letter that this dispatch carries; null for a status. */
  private async letterOf({ outgoingDocumentId }: DispatchEntity): Promise<OutgoingDocumentEntity | null> {
    if (outgoingDocumentId === null) return null;
    const letter = await this.registers.outgoingById(outgoingDocumentId);
    if (!letter) throw new DomainError('not-found', { what: 'outgoingDocument' });
    return letter;
  }

  /** What is sent, the same at every try; null where it was held back meanwhile: once its bytes are fixed, it is no longer. */
  private async bytesOf(dispatch: DispatchEntity): Promise<HeldBytes | null> {
    if (dispatch.sha256 !== null) return this.files.held(dispatch.sha256);
    const bytes = await this.composeMessage.compose(dispatch);
    const sha256 = await this.files.put(bytes);
    const free = { id: dispatch.id, cancelledAt: IsNull() };
    const { affected } = await this.uow.run((tx) => tx.update(DispatchEntity, free, { sha256 }));
    return affected === 1 ? new MemoryBytes(bytes) : null;
  }
}
