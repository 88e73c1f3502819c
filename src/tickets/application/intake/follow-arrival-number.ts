import { Injectable } from '@nestjs/common';
import { FIND_BY_NUMBER } from '../../../documents/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { TicketWords } from '../../persistence/search/ticket-words.js';
import { ticketsOfDocument } from '../tickets-of-document.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** Tickets are found by the number of their document, also where it was given after they had been opened. */
@Injectable()
export class FollowArrivalNumber implements JobHandler<typeof FIND_BY_NUMBER> {
  readonly job = FIND_BY_NUMBER;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly words: TicketWords,
  ) {}

  async handle({ documentId }: PayloadOf<typeof FIND_BY_NUMBER>, end?: EndJob): Promise<void> {
    await this.uow.run(async (tx) => {
      for (const { id, incomingDocumentId } of await ticketsOfDocument(tx, documentId)) {
        // Alone with the ticket until commit, as every act that moves it.
        await tx.update(TicketEntity, { id }, { incomingDocumentId });
        await this.words.renew(tx, id);
      }
      await end?.(tx);
    });
  }
}
