import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { IncomingDocumentEntity, RegisterQueries } from '../../../documents/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { recordThenEnd } from '../../../platform/outbox/record-then-end.js';
import { NOT_NAMED_THERE } from '../../domain/entry-by-hand.js';
import { EntryByHandEntity } from '../../persistence/entry-by-hand.entity.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import { MIRROR_INCOMING } from '../../jobs/jobs.js';

const NOBODY_YET = { number: null, enteredOn: null, tickedAt: null, tickedByName: null };

/** Shows our line of the incoming register in the e-office, which names it when a letter answers it; where it takes none over the wire, the line is a clerk's work. */
@Injectable()
export class MirrorIncoming implements JobHandler<typeof MIRROR_INCOMING> {
  readonly job = MIRROR_INCOMING;

  constructor(
    private readonly transport: MessageTransport,
    private readonly registers: RegisterQueries,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  async handle({ incomingDocumentId }: PayloadOf<typeof MIRROR_INCOMING>, end?: EndJob): Promise<void> {
    const document = await this.registers.incomingById(incomingDocumentId);
    if (!document) throw new DomainError('not-found', { what: 'incomingDocument' });
    if (!this.transport.abilities.has('mirrorIncoming')) return this.leaveToHand(document.id);
    const { id, senderName, subject, code, queuedAt, messageId, arrivalNumber, arrivalDate } = document;
    const { incomingId } = await this.transport.registerIncoming({
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
    const named = { eOfficeId: incomingId };
    await recordThenEnd(this.uow, (tx) => tx.update(IncomingDocumentEntity, { id }, named), end);
  }

  /** A clerk enters it there and ticks it off here; letters that answer it wait for no name of it. */
  private async leaveToHand(id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(EntryByHandEntity, { incomingDocumentId: id })) return;
      await tx.insert(EntryByHandEntity, { incomingDocumentId: id, owedSince: this.clock.now(), ...NOBODY_YET });
      await tx.update(IncomingDocumentEntity, { id, eOfficeId: IsNull() }, { eOfficeId: NOT_NAMED_THERE });
    });
  }
}
