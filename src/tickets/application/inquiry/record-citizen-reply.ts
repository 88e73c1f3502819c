import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CITIZEN_REPLY_LENGTHS } from '../../domain/information-request.js';
import { requireText } from '../../domain/required-text.js';
import { TicketPauseEntity } from '../../persistence/life.entities.js';
import { Tickets } from '../tickets.js';

/** Writes down what the citizen gave, and lets the clock run again from now. */
@Injectable()
export class RecordCitizenReply {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
  ) {}

  /**
   * @param text what the citizen said or sent, in the words of the person who took it
   * @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async record(actor: Actor, ticketId: string, text: string): Promise<void> {
    const reply = requireText('reply', text, CITIZEN_REPLY_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'citizenReplied');
      await tx.update(
        TicketPauseEntity,
        { ticketId, cycle: ticket.cycle, endedAt: IsNull() },
        { reply, repliedById: actor.id },
      );
      await this.tickets.perform(tx, actor, ticket, {
        act: 'citizenReplied',
        entry: { kind: 'citizenReplied', title: 'Người phản ánh đã bổ sung; thời hạn tính tiếp', text: reply },
      });
    });
  }
}
