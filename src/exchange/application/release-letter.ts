import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutgoingRegister, RegisterQueries, type OutgoingDocumentEntity } from '../../documents/index.js';
import { detailOf } from './letter-detail.js';
import { tellCase } from '../../drafting/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { SignatureRequests, type SignatureRequestEntity } from '../../signing/index.js';
import type { Receiver } from '../domain/letter-recipients.js';
import { AgencyQueries } from '../persistence/agency-queries.js';
import { LetterRecipients } from '../persistence/letter-recipients.js';
import { Dispatches } from './dispatches.js';

/**
 * A letter that is sealed and proved leaves the house: a reply to the sender of its incoming document and to whoever else was chosen, where status 06
 * follows the sender's receipt; what answers nothing to those who were chosen.
 */
@Injectable()
export class ReleaseLetter implements PromiseKeeper {
  readonly kind = 'exchange.release';

  constructor(
    private readonly uow: UnitOfWork,
    private readonly registers: RegisterQueries,
    private readonly register: OutgoingRegister,
    private readonly requests: SignatureRequests,
    private readonly dispatches: Dispatches,
    private readonly outbox: Outbox,
    private readonly recipients: LetterRecipients,
    private readonly agencies: AgencyQueries,
  ) {}

  async keep({ requestId }: Payload): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId ?? '');
      if (request.state !== 'sealed' || request.outgoingDocumentId === null) return;
      const outgoing = await this.registers.outgoingById(request.outgoingDocumentId);
      if (!outgoing) throw new DomainError('not-found', { what: 'outgoingDocument' });
      await this.register.markReleased(tx, SYSTEM, outgoing.id);
      await this.requests.move(tx, SYSTEM, request, { to: 'released' });
      const others = await this.othersOf(tx, request, outgoing);
      const letter = { letter: outgoing, others };
      if (request.replyToId === null) await this.dispatches.document(tx, letter);
      else await this.dispatches.reply(tx, { id: request.replyToId }, letter);
      await tellCase(this.outbox, tx, SYSTEM, {
        draftId: request.draftId,
        what: 'released',
        detail: await detailOf(tx, outgoing),
      });
    });
  }

  /** Those who were chosen, and whoever has the letter that this one sets right; the agency that is answered gets it anyway. */
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
