import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { inOrderAbout } from '../../exchange/domain/sending-order.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { isOpenedBy } from '../domain/undo.js';
import { TicketAssignmentEntity } from '../persistence/tickets.entities.js';
import type { SeenTicket } from './reading/seen-ticket.js';

/** A unit that has opened a ticket knows that it was given it: the assignment can no longer be taken back, and is told at once. */
@Injectable()
export class NoteOpened {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
  ) {}

  /** @param assignment the one in force; mostly it has been told long since, and nothing is written */
  async note(actor: Actor, ticket: SeenTicket, assignment: TicketAssignmentEntity | null): Promise<void> {
    if (assignment === null || assignment.before === null || !isOpenedBy(actor, assignment)) return;
    await this.uow.run(async (tx) => {
      await tx.update(TicketAssignmentEntity, { id: assignment.id }, { before: null });
      await this.outbox.hasten(tx, inOrderAbout(ticket.incomingDocumentId));
    });
  }
}
