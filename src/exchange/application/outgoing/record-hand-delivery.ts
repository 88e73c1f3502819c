import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { printedCode } from '../../../documents/domain/register.js';
import { HandDeliveryEntity, OutgoingDocumentEntity, OutgoingRegister } from '../../../documents/index.js';
import { tellCase } from '../../../drafting/index.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SignatureRequests } from '../../../signing/index.js';
import { shortDate } from '../../../drafting/domain/letter/date-line.js';
import {
  deliveryReceipt,
  maySendByHand,
  requireDelivery,
  type GivenDelivery,
  type RecordedDelivery,
} from '../../../documents/domain/delivery/hand-delivery.js';
import { ReleaseLetter } from './release-letter.js';

const NEWS = {
  post: 'sentByPost',
  inPerson: 'givenInPerson',
  email: 'sentByEmail',
  unreachable: 'notSendable',
} as const;

/**
 * Writes down that a letter was sent by post, by e-mail, or handed over to somebody outside the exchange. With the answer to its own document the letter
 * is released: its ticket is answered, and agencies that were chosen besides get it.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 18 khoản 1 and 2.
 */
@Injectable()
export class RecordHandDelivery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly outbox: Outbox,
    private readonly requests: SignatureRequests,
    private readonly register: OutgoingRegister,
    private readonly releaseLetter: ReleaseLetter,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `input-invalid`, `changed-meanwhile` where it was sent already, or may not leave any more */
  async record(actor: Actor, deliveryId: string, given: GivenDelivery): Promise<void> {
    if (!maySendByHand(actor)) throw new DomainError('forbidden', { ability: 'sendByHand' });
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const owed = await tx.findOneBy(HandDeliveryEntity, { id: deliveryId });
      const letter = owed && (await tx.findOneBy(OutgoingDocumentEntity, { id: owed.outgoingDocumentId }));
      if (!letter) throw new DomainError('not-found', { what: 'handDelivery' });
      if (letter.recalledAt !== null) throw new DomainError('changed-meanwhile', { what: 'outgoingDocument' });
      const recorded = requireDelivery(given, { issuedOn: letter.issuedDate, today: civilDateOf(now) });
      const done = { ...recorded, doneAt: now, doneByName: actor.name };
      const { affected } = await tx.update(HandDeliveryEntity, { id: owed.id, doneAt: IsNull() }, done);
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'handDelivery', id: owed.id });
      await this.register.noteReceipt(tx, letter.id, deliveryReceipt(recorded));
      await this.journal.record(tx, actor, {
        action: 'outgoing.sentByHand',
        objectKind: 'outgoingDocument',
        objectId: letter.id,
        detail: { ...recorded },
      });
      await this.leave(tx, actor, { letter, owed, recorded });
    });
  }

  /** The case hears how it was sent before it hears that it is answered. */
  private async leave(
    tx: EntityManager,
    actor: Actor,
    {
      letter,
      owed,
      recorded: { way, sentOn },
    }: {
      readonly letter: OutgoingDocumentEntity;
      readonly owed: HandDeliveryEntity;
      readonly recorded: RecordedDelivery;
    },
  ): Promise<void> {
    const request = await this.requests.byId(tx, letter.signatureRequestId);
    const detail = `${printedCode(letter.number, letter.notation)}, ngày ${shortDate(sentOn)}`;
    await tellCase(this.outbox, tx, actor, { draftId: request.draftId, what: NEWS[way], detail });
    const isTheAnswer = owed.incomingDocumentId === letter.replyToId;
    if (request.state !== (isTheAnswer ? 'sealed' : 'released'))
      throw new DomainError('changed-meanwhile', { what: 'signatureRequest' });
    if (isTheAnswer) await this.releaseLetter.release(tx, actor, { request, outgoing: letter, sent: 'byHand' });
  }
}
