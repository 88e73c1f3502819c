import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { IncomingDocumentEntity, RegisterQueries } from '../../documents/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, PromiseKeeper } from '../../platform/outbox/outbox.js';
import { Mailroom } from '../ports/mailroom.port.js';

/** Shows our line of the incoming register in the e-office, which names it when a letter answers it. */
@Injectable()
export class MirrorIncoming implements PromiseKeeper {
  readonly kind = 'exchange.mirrorIncoming';

  constructor(
    private readonly mailroom: Mailroom,
    private readonly registers: RegisterQueries,
    private readonly uow: UnitOfWork,
  ) {}

  async keep({ incomingDocumentId }: Payload): Promise<void> {
    const document = await this.registers.incomingById(incomingDocumentId ?? '');
    if (!document) throw new DomainError('not-found', { what: 'incomingDocument' });
    const { id, senderName, subject, code, queuedAt, messageId, arrivalNumber, arrivalDate } = document;
    const { incomingId } = await this.mailroom.registerIncoming({
      clientRequestId: `SGDDT-IN-${id}`,
      bookCode: 'incoming',
      fromName: senderName,
      subject,
      externalRef: code,
      receivedAt: queuedAt,
      arrivalNumber: String(arrivalNumber),
      arrivalDate,
      ...(messageId === null ? {} : { messageId }),
    });
    await this.uow.run((tx) => tx.update(IncomingDocumentEntity, { id }, { eOfficeId: incomingId }));
  }
}
