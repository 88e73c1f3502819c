import { Injectable } from '@nestjs/common';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { IncomingDocumentEntity, NumberIncoming, RegisterQueries } from '../../../documents/index.js';
import { awaitsNumber } from '../../../documents/domain/arrival/arrival-number.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { recordThenEnd } from '../../../platform/outbox/record-then-end.js';
import { EntryByHandEntity } from '../../persistence/entry-by-hand.entity.js';
import { MessageTransport, type IncomingMirror } from '../../ports/message-transport.port.js';
import { MIRROR_INCOMING } from '../../jobs/jobs.js';
import { leaveUnnamed } from './leave-unnamed.js';
import { TakeArrivalNumber } from './take-arrival-number.js';

const NOBODY_YET = { number: null, enteredOn: null, tickedAt: null, tickedByName: null };

/**
 * Shows our line of the incoming register in the e-office, which names it when a letter answers it; where it takes none over the wire, the line is a clerk's
 * work. A line that waits for the number of the e-office's own book gets it so.
 */
@Injectable()
export class MirrorIncoming implements JobHandler<typeof MIRROR_INCOMING> {
  readonly job = MIRROR_INCOMING;

  constructor(
    private readonly transport: MessageTransport,
    private readonly registers: RegisterQueries,
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly takeNumber: TakeArrivalNumber,
    private readonly numbers: NumberIncoming,
  ) {}

  async handle({ incomingDocumentId }: PayloadOf<typeof MIRROR_INCOMING>, end?: EndJob): Promise<void> {
    const document = await this.registers.incomingById(incomingDocumentId);
    if (!document) throw new DomainError('not-found', { what: 'incomingDocument' });
    const { id, arrivalNumber, arrivalDate, givenBy, eOfficeId } = document;
    if (this.isLeftToClerk(document)) return this.uow.run((tx) => leaveUnnamed(tx, id));
    if (awaitsNumber(document)) return this.takeNumber.take(document, entryOf(document), end);
    // Numbered and named there: entered under its number it would be another line. Without its name, it is back after a restore.
    if (givenBy !== null && eOfficeId !== null) return;
    if (!this.transport.abilities.has('mirrorIncoming')) return this.leaveToHand(id);
    const entry = { ...entryOf(document), arrivalNumber: String(arrivalNumber), arrivalDate };
    const { incomingId } = await this.transport.registerIncoming(entry);
    const named = { eOfficeId: incomingId };
    await recordThenEnd(this.uow, (tx) => tx.update(IncomingDocumentEntity, { id }, named), end);
  }

  /** The e-office gives it no number: the line waits for a clerk, who reads why. */
  async giveUp({ incomingDocumentId }: PayloadOf<typeof MIRROR_INCOMING>, reason: string): Promise<void> {
    await this.uow.run((tx) => this.numbers.stop(tx, incomingDocumentId, reason));
  }

  /** Whether a clerk reads its number in the e-office's book, or has read it: the line stands there already. */
  private isLeftToClerk(document: IncomingDocumentEntity): boolean {
    return awaitsNumber(document) ? !this.transport.abilities.has('numberIncoming') : document.givenBy?.by === 'clerk';
  }

  /** A clerk enters it there and ticks it off here; letters that answer it wait for no name of it. */
  private async leaveToHand(id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(EntryByHandEntity, { incomingDocumentId: id })) return;
      await tx.insert(EntryByHandEntity, { incomingDocumentId: id, owedSince: this.clock.now(), ...NOBODY_YET });
      await leaveUnnamed(tx, id);
    });
  }
}

function entryOf(document: IncomingDocumentEntity): IncomingMirror {
  const { id, senderName, subject, code, queuedAt, messageId } = document;
  return {
    clientRequestId: `SGDDT-IN-${id}`,
    bookCode: 'incoming',
    fromName: senderName,
    subject,
    externalRef: code,
    receivedAt: queuedAt,
    ...(messageId === null ? {} : { messageId }),
  };
}
