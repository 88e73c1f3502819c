import { Injectable } from '@nestjs/common';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { mayEnterArrivalNumber } from '../../../documents/domain/arrival/typed-arrival.js';
import { Journal } from '../../../journal/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { MessageTransport } from '../../ports/message-transport.port.js';
import { mayAskAgain } from '../../domain/entry-by-hand.js';
import { MIRROR_INCOMING } from '../../jobs/jobs.js';

/** The e-office is asked again for the number of a document, once what stood against it was set right there, or where it could not be asked before. */
@Injectable()
export class AskArrivalNumber {
  constructor(
    private readonly transport: MessageTransport,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
    private readonly journal: Journal,
  ) {}

  /** @throws DomainError `forbidden`, `not-found`, `changed-meanwhile` where its number is on the way, or has come */
  async ask(actor: Actor, id: string): Promise<void> {
    if (!mayEnterArrivalNumber(actor) || !this.transport.abilities.has('numberIncoming')) {
      throw new DomainError('forbidden', { ability: 'askArrivalNumber' });
    }
    await this.uow.run(async (tx) => {
      const document = await tx.findOneBy(IncomingDocumentEntity, { id });
      if (document === null) throw new DomainError('not-found', { what: 'incomingDocument' });
      if (!mayAskAgain(document)) {
        throw new DomainError('changed-meanwhile', { what: 'incomingDocument', id });
      }
      await tx.update(IncomingDocumentEntity, { id }, { numberProblem: null });
      const again = this.clock.now().toISOString();
      await this.outbox.enqueue(tx, MIRROR_INCOMING.of({ incomingDocumentId: id }, again));
      const about = { objectKind: 'incomingDocument', objectId: id } as const;
      await this.journal.record(tx, actor, { action: 'incoming.askNumber', ...about });
    });
  }
}
