import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { Payload, JobHandler } from '../../../platform/outbox/outbox.js';
import { inWorkContext } from '../../../platform/telemetry/work-context.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { MessageTransport } from '../../ports/message-transport.port.js';

/** Tells the e-office that a message is safe with us, or that it cannot be read and why. What was returned was read, and is kept. */
@Injectable()
export class AcknowledgeMessage implements JobHandler {
  readonly kind = 'exchange.acknowledge';

  constructor(
    private readonly transport: MessageTransport,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle({ inboxId, other }: Payload): Promise<void> {
    const message = await this.database.reader.getRepository(InboxMessageEntity).findOneBy({ id: inboxId ?? '' });
    if (!message) throw new DomainError('not-found', { what: 'inboxMessage' });
    const { remoteId: messageId, sha256, state, reason, returnedAt } = message;
    if (other !== undefined) {
      const reason = 'Cùng mã tin với tin đã nhận nhưng nội dung khác; bên nhận giữ bản đầu.';
      await this.tell({ messageId, sha256: other, outcome: 'fail', reason });
      return;
    }
    const isUnread = state === 'refused' && returnedAt === null;
    await this.tell({
      messageId,
      sha256,
      outcome: isUnread ? 'fail' : 'done',
      ...(isUnread && reason !== null ? { reason } : {}),
    });
    await this.delivered({ inboxId: message.id });
  }

  /** The e-office knows that it is safe with us. */
  async delivered({ inboxId }: Payload): Promise<void> {
    const acknowledgedAt = this.clock.now();
    await this.uow.run((tx) => tx.update(InboxMessageEntity, { id: inboxId ?? '' }, { acknowledgedAt }));
  }

  private async tell(said: Parameters<MessageTransport['acknowledge']>[0]): Promise<void> {
    await inWorkContext({ messageId: said.messageId }, () => this.transport.acknowledge(said));
  }
}
