import { Injectable } from '@nestjs/common';
import { draftAbilitiesOf, DraftQueries, ReviewDraft } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireEvidencedLetter } from '../../domain/reply/answer.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** Sends the reply of a ticket to be approved, once the ticket holds what proves the result, or why nothing does. */
@Injectable()
export class SendReply {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly drafts: DraftQueries,
    private readonly review: ReviewDraft,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `input-invalid`, `draft-transition-refused`, `changed-meanwhile` */
  async send(actor: Actor, draftId: string): Promise<void> {
    const draft = await this.drafts.byId(draftId);
    const may = draft && draftAbilitiesOf(actor, draft);
    if (!draft || !may?.see) throw new DomainError('not-found', { what: 'draft' });
    // Only the writer of the letter is told what the ticket lacks.
    if (!may.edit) throw new DomainError('forbidden', { ability: 'send' });
    await this.uow.run(async (tx) => {
      const ticket = await tx.findOneBy(TicketEntity, { id: draft.caseId });
      if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
      requireEvidencedLetter(ticket);
      await this.review.send(actor, draftId);
    });
  }
}
