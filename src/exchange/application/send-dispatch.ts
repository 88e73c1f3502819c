import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { RegisterQueries } from '../../documents/index.js';
import { printedCode } from '../../documents/domain/register.js';
import { beginningOf } from '../../documents/domain/register-lengths.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { DispatchEntity } from '../persistence/exchange.entities.js';
import { Mailroom } from '../ports/mailroom.port.js';
import { ComposeMessage } from './compose-message.js';
import { Dispatches } from './dispatches.js';

const RECEIPT_LONGEST = 100;

/**
 * Sends one message. Its bytes are fixed before the first try, so that every try is the same consignment. That a feedback is answered
 * (status 06) is promised with the receipt of the letter, never before.
 */
@Injectable()
export class SendDispatch implements PromiseKeeper {
  readonly kind = 'exchange.send';

  constructor(
    private readonly mailroom: Mailroom,
    private readonly compose: ComposeMessage,
    private readonly files: FileStore,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly registers: RegisterQueries,
    private readonly dispatches: Dispatches,
  ) {}

  async keep({ dispatchId }: Payload): Promise<void> {
    const dispatch = await this.database.reader.getRepository(DispatchEntity).findOneBy({ id: dispatchId ?? '' });
    if (!dispatch) throw new DomainError('not-found', { what: 'dispatch' });
    if (dispatch.sentAt) return;
    const { id, consignmentId, kind } = dispatch;
    const code = await this.codeOfLetter(dispatch);
    const bytes = await this.bytesOf(dispatch);
    const { receiptId } = await this.mailroom.send({ consignmentId, kind, bytes });
    const receipt = { sentAt: this.clock.now(), receiptId: beginningOf(receiptId, RECEIPT_LONGEST), failure: null };
    await this.uow.run(async (tx) => {
      const first = await tx.update(DispatchEntity, { id, sentAt: IsNull() }, receipt);
      if (first.affected === 1 && code !== null) await this.tellAnswered(tx, dispatch.aboutDocumentId, code);
    });
  }

  async giveUp({ dispatchId }: Payload, failure: string): Promise<void> {
    await this.uow.run((tx) =>
      tx.update(DispatchEntity, { id: dispatchId ?? '' }, { failure: failure.slice(0, 1000) }),
    );
  }

  private async tellAnswered(tx: EntityManager, aboutDocumentId: string, code: string): Promise<void> {
    const answered = { status: '06' as const, description: `Đã trả lời bằng văn bản số ${code}.`, key: '06' };
    await this.dispatches.status(tx, { id: aboutDocumentId }, answered);
  }

  /** Number and notation of the letter that this dispatch carries; null for a status. */
  private async codeOfLetter({ outgoingDocumentId }: DispatchEntity): Promise<string | null> {
    if (outgoingDocumentId === null) return null;
    const letter = await this.registers.outgoingById(outgoingDocumentId);
    if (!letter) throw new DomainError('not-found', { what: 'outgoingDocument' });
    return printedCode(letter.number, letter.notation);
  }

  private async bytesOf(dispatch: DispatchEntity): Promise<Buffer> {
    if (dispatch.sha256 !== null) return this.files.get(dispatch.sha256);
    const bytes = await this.compose.execute(dispatch);
    const sha256 = await this.files.put(bytes);
    await this.uow.run((tx) => tx.update(DispatchEntity, { id: dispatch.id }, { sha256 }));
    return bytes;
  }
}
