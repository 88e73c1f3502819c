import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { isReachedByExchange } from '../../../documents/domain/correspondent.js';
import { IncomingDocumentEntity, OutgoingDocumentEntity } from '../../../documents/index.js';
import { HandDeliveries } from '../../../exchange/index.js';
import { cannotBeAnswered } from '../../domain/intake/intake.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { documentsOf } from '../intake/document-matters.js';

/**
 * The letter that answers a ticket goes to one sender. The others behind it who are reached by no exchange get it from the registry; those of the hotline
 * hear from the hotline.
 */
@Injectable()
export class OweLetters {
  constructor(private readonly byHand: HandDeliveries) {}

  async toOthers(tx: EntityManager, ticket: TicketEntity): Promise<void> {
    const brought = await documentsOf<TicketEntity>(tx, ticket);
    const ids = brought.filter(({ ticket: sender }) => !cannotBeAnswered(sender)).map(({ id }) => id);
    if (brought.length < 2 || ids.length === 0) return;
    const letter = await tx.findOne(OutgoingDocumentEntity, {
      where: { replyToId: In(brought.map(({ id }) => id)), state: 'released', recalledAt: IsNull() },
      order: { releasedAt: 'DESC' },
    });
    if (letter === null) return;
    const documents = await tx.find(IncomingDocumentEntity, {
      where: { id: In(ids) },
      order: { year: 'ASC', arrivalNumber: 'ASC' },
    });
    const others = documents.filter((one) => one.id !== letter.replyToId && !isReachedByExchange(one));
    await this.byHand.owe(tx, letter, others);
  }
}
