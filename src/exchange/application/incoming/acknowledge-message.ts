import { Injectable } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Clock } from '../../../kernel/clock.js';
import { Database } from '../../../platform/database/database.js';
import { rowBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { recordThenEnd } from '../../../platform/outbox/record-then-end.js';
import { inWorkContext } from '../../../platform/telemetry/work-context.js';
import { InboxMessageEntity } from '../../persistence/exchange.entities.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import { ACKNOWLEDGE_MESSAGE } from '../../jobs/jobs.js';

/** Tells the e-office that a message is safe with us, or that it cannot be read and why. What was returned was read, and is kept. */
@Injectable()
export class AcknowledgeMessage implements JobHandler<typeof ACKNOWLEDGE_MESSAGE> {
  readonly job = ACKNOWLEDGE_MESSAGE;

  constructor(
    private readonly transport: MessageTransport,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle({ inboxId, other }: PayloadOf<typeof ACKNOWLEDGE_MESSAGE>, end?: EndJob): Promise<void> {
    const message = await rowBy(this.database.reader.manager, InboxMessageEntity, { id: inboxId });
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
    await recordThenEnd(this.uow, () => this.delivered({ inboxId: message.id }), end);
  }

  /** The e-office knows that it is safe with us. */
  async delivered({ inboxId }: PayloadOf<typeof ACKNOWLEDGE_MESSAGE>): Promise<void> {
    const acknowledgedAt = this.clock.now();
    await this.uow.run((tx) => tx.update(InboxMessageEntity, { id: inboxId }, { acknowledgedAt }));
  }

  private async tell(said: Parameters<MessageTransport['acknowledge']>[0]): Promise<void> {
    await inWorkContext({ messageId: said.messageId }, () => this.transport.acknowledge(said));
  }
}
