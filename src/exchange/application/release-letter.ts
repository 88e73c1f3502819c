import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { OutgoingRegister, RegisterQueries } from '../../documents/index.js';
import { detailOf } from './letter-detail.js';
import { tellCase } from '../../drafting/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox, type Payload, type PromiseKeeper } from '../../platform/outbox/outbox.js';
import { SignatureRequests } from '../../signing/index.js';
import { Dispatches } from './dispatches.js';

/** A letter that is sealed and proved leaves the house: the reply to the sender of its incoming document; status 06 follows its receipt. */
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
  ) {}

  async keep({ requestId }: Payload): Promise<void> {
    await this.uow.run(async (tx) => {
      const request = await this.requests.byId(tx, requestId ?? '');
      if (request.state !== 'sealed' || request.outgoingDocumentId === null) return;
      const outgoing = await this.registers.outgoingById(request.outgoingDocumentId);
      if (!outgoing) throw new DomainError('not-found', { what: 'outgoingDocument' });
      await this.register.markReleased(tx, SYSTEM, outgoing.id);
      await this.requests.move(tx, SYSTEM, request, { to: 'released' });
      if (request.replyToId !== null) {
        await this.dispatches.reply(tx, { id: request.replyToId }, outgoing);
      }
      await tellCase(this.outbox, tx, SYSTEM, {
        draftId: request.draftId,
        what: 'released',
        detail: await detailOf(tx, outgoing),
      });
    });
  }
}
