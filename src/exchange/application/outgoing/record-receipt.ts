import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import {
  awaitsReceipt,
  maySendByHand,
  requireReceipt,
  signedFor,
  type GivenReceipt,
} from '../../../documents/domain/delivery/hand-delivery.js';
import { HandDeliveryEntity, OutgoingRegister } from '../../../documents/index.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';

/**
 * Writes down when a letter that was posted or handed over was signed for: the postmark, or its receiver's signature, that comes back later than it left.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 2; Phụ lục IV, sổ gửi văn bản đi bưu điện.
 */
@Injectable()
export class RecordReceipt {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly register: OutgoingRegister,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid`, `changed-meanwhile` where it was written down already */
  async record(actor: Actor, deliveryId: string, given: GivenReceipt): Promise<void> {
    if (!maySendByHand(actor)) throw new DomainError('forbidden', { ability: 'sendByHand' });
    const today = civilDateOf(this.clock.now());
    await this.uow.run(async (tx) => {
      const sent = await tx.findOneBy(HandDeliveryEntity, { id: deliveryId });
      if (!sent?.sentOn) throw new DomainError('not-found', { what: 'handDelivery' });
      if (!awaitsReceipt(sent)) throw new DomainError('changed-meanwhile', { what: 'handDelivery', id: sent.id });
      const { receivedOn, note } = requireReceipt(given, { sentOn: sent.sentOn, today });
      const taken = { receivedOn, note: note ?? sent.note };
      const { affected } = await tx.update(HandDeliveryEntity, { id: sent.id, receivedOn: IsNull() }, taken);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'handDelivery', id: sent.id });
      const { outgoingDocumentId } = sent;
      const news = { receivedOn, note: note === sent.note ? null : note };
      await this.register.noteReceipt(tx, outgoingDocumentId, signedFor(news));
      await this.journal.record(tx, actor, {
        action: 'outgoing.signedFor',
        objectKind: 'outgoingDocument',
        objectId: outgoingDocumentId,
        detail: taken,
      });
    });
  }
}
