import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadFeedback, type ReceivedFeedback } from '../../../exchange/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { rowBy } from '../../../platform/database/rows.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { keptWords } from '../../domain/identity/citizen-words.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { EnterTicket } from './enter-ticket.js';
import { hotlineFacts } from './hotline-facts.js';
import { TakeFurtherDocument } from './take-further-document.js';
import { OPEN_TICKET } from '../../../exchange/index.js';

/** Opens the ticket of a registered feedback document, with its periods counted and proved. Once per hotline number, however often asked. */
@Injectable()
export class OpenTicket implements JobHandler<typeof OPEN_TICKET> {
  readonly job = OPEN_TICKET;

  constructor(
    private readonly readFeedback: ReadFeedback,
    private readonly uow: UnitOfWork,
    private readonly enter: EnterTicket,
    private readonly further: TakeFurtherDocument,
  ) {}

  async handle({ inboxId, incomingDocumentId }: PayloadOf<typeof OPEN_TICKET>, end?: EndJob): Promise<void> {
    const received = await this.readFeedback.read(inboxId);
    await this.uow.run(async (tx) => {
      await this.open(tx, received, { inboxId, incomingDocumentId });
      await end?.(tx);
    });
  }

  private async open(
    tx: EntityManager,
    received: ReceivedFeedback,
    from: { readonly inboxId: string; readonly incomingDocumentId: string },
  ): Promise<void> {
    const { incomingDocumentId } = from;
    const known = await rowBy(tx, TicketEntity, { hotlineCode: received.feedback.hotlineCode });
    if (known) return this.further.take(tx, known, { ...from, words: keptWords(received.feedback.text) });
    const facts = { ...hotlineFacts(received), incomingDocumentId };
    await this.enter.enter(tx, SYSTEM, facts, 'Nhận từ Tổng đài 1022');
  }
}
