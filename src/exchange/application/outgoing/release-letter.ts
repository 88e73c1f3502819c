import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { isReachedByExchange } from '../../../documents/domain/correspondent.js';
import {
  FILE_DOCUMENT,
  OutgoingRegister,
  RegisterQueries,
  type OutgoingDocumentEntity,
} from '../../../documents/index.js';
import { detailOf } from './letter-detail.js';
import { tellCase } from '../../../drafting/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { SignatureRequests, type SignatureRequestEntity } from '../../../signing/index.js';
import type { Receiver } from '../../domain/letter-recipients.js';
import { AgencyQueries } from '../../persistence/agency-queries.js';
import { LetterRecipients } from '../../persistence/letter-recipients.js';
import { Dispatches } from './dispatches.js';
import { HandDeliveries } from './hand-deliveries.js';
import { RELEASE_LETTER } from '../../../signing/index.js';

/**
 * A letter that is sealed and proved leaves the agency. A reply goes to the sender of its incoming document and to the other chosen receivers, and status 06
 * follows the sender's receipt; a letter that answers nothing goes to the chosen receivers. A reply to somebody outside the exchange waits for the clerk
 * who sends it by hand: until then nobody has been answered.
 */
@Injectable()
export class ReleaseLetter implements JobHandler<typeof RELEASE_LETTER> {
  readonly job = RELEASE_LETTER;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly registers: RegisterQueries,
    private readonly register: OutgoingRegister,
    private readonly requests: SignatureRequests,
    private readonly dispatches: Dispatches,
    private readonly outbox: Outbox,
    private readonly recipients: LetterRecipients,
    private readonly agencies: AgencyQueries,
    private readonly byHand: HandDeliveries,
  ) {}

  async handle({ requestId }: PayloadOf<typeof RELEASE_LETTER>): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId);
      if (request.state !== 'sealed' || request.outgoingDocumentId === null) return;
      const outgoing = await this.registers.outgoingById(request.outgoingDocumentId);
      if (!outgoing) throw new DomainError('not-found', { what: 'outgoingDocument' });
      const answered = await this.registers.incomingById(request.replyToId ?? '');
      if (answered !== null && !isReachedByExchange(answered)) return this.byHand.owe(tx, outgoing, [answered]);
      await this.release(tx, SYSTEM, { request, outgoing });
    });
  }

  /** Marks it released and sends it to every agency that gets it. */
  async release(tx: EntityManager, actor: Actor, { request, outgoing, sent }: ReleasedLetter): Promise<void> {
    await this.register.markReleased(tx, actor, outgoing.id);
    await this.requests.move(tx, actor, request, { to: 'released' });
    const letter = { letter: outgoing, others: await this.othersOf(tx, request, outgoing) };
    if (request.replyToId === null || sent === 'byHand') await this.dispatches.document(tx, letter);
    else await this.dispatches.reply(tx, { id: request.replyToId }, letter);
    await tellCase(this.outbox, tx, actor, {
      draftId: request.draftId,
      what: sent === 'byHand' ? 'releasedByHand' : 'released',
      detail: await detailOf(tx, outgoing),
    });
    await this.outbox.enqueue(tx, FILE_DOCUMENT.of({ book: 'outgoing', documentId: outgoing.id }, 1));
  }

  /** The chosen receivers, and those who have the letter that this one sets right; the agency that is answered gets it anyway. */
  private async othersOf(
    tx: EntityManager,
    { draftId, replyToId }: SignatureRequestEntity,
    { amendsId }: OutgoingDocumentEntity,
  ): Promise<readonly Receiver[]> {
    const had = amendsId === null ? [] : await this.recipients.sent(tx, amendsId);
    const answered = await this.registers.incomingById(replyToId ?? '');
    const known = new Set(answered === null ? [] : await this.agencies.codesOf(answered.senderCode));
    const chosen = [...(await this.recipients.of(draftId, tx)), ...had].filter(({ code }) => !known.has(code));
    return [...new Map(chosen.map(({ code, name }) => [code, { code, name }])).values()];
  }
}

/** A sealed letter that leaves. */
interface ReleasedLetter {
  readonly request: SignatureRequestEntity;
  readonly outgoing: OutgoingDocumentEntity;
  /** How the sender of what it answers got it; left out, by the exchange. */
  readonly sent?: 'byHand';
}
