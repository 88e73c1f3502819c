import { Injectable } from '@nestjs/common';
import { FIND_BY_NUMBER } from '../../../documents/index.js';
import { changedRows } from '../../../platform/database/changed-rows.js';
import { sql } from '../../../platform/database/sql.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { TicketWords } from '../../persistence/search/ticket-words.js';
import { ticketsOfDocument } from '../tickets-of-document.js';

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
      for (const { id } of await ticketsOfDocument(tx, documentId)) {
        // Alone with the ticket until commit, as every act that moves it; its version stays, so that the number refuses no form that is open.
        await changedRows(tx, sql`UPDATE "ticket" SET "version" = "version" WHERE "id" = ${id}`);
        await this.words.renew(tx, id);
      }
      await end?.(tx);
    });
  }
}
