import { Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { FileStore } from '../../platform/files/file-store.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { DispatchEntity } from '../persistence/exchange.entities.js';
import { Mailroom } from '../ports/mailroom.port.js';
import { ComposeMessage } from './compose-message.js';

/** Sends one message. Its bytes are fixed before the first try, so that every try is the same consignment. */
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
  ) {}

  async keep({ dispatchId }: Payload): Promise<void> {
    const dispatch = await this.database.reader.getRepository(DispatchEntity).findOneBy({ id: dispatchId ?? '' });
    if (!dispatch) throw new DomainError('not-found', { what: 'dispatch' });
    if (dispatch.sentAt) return;
    const { id, consignmentId, kind } = dispatch;
    const bytes = await this.bytesOf(dispatch);
    const { receiptId } = await this.mailroom.send({ consignmentId, kind, bytes });
    const sentAt = this.clock.now();
    await this.uow.run((tx) => tx.update(DispatchEntity, { id }, { sentAt, receiptId }));
  }

  async giveUp({ dispatchId }: Payload, failure: string): Promise<void> {
    await this.uow.run((tx) =>
      tx.update(DispatchEntity, { id: dispatchId ?? '' }, { failure: failure.slice(0, 1000) }),
    );
  }

  private async bytesOf(dispatch: DispatchEntity): Promise<Buffer> {
    if (dispatch.sha256 !== null) return this.files.get(dispatch.sha256);
    const bytes = await this.compose.execute(dispatch);
    const sha256 = await this.files.put(bytes);
    await this.uow.run((tx) => tx.update(DispatchEntity, { id: dispatch.id }, { sha256 }));
    return bytes;
  }
}
