import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { OutgoingText } from '../domain/outgoing.js';
import { rejectionWords, requireRejection } from '../domain/refusal.js';
import { TicketRefusalEntity } from '../persistence/intake.entities.js';
import { TicketRules } from './ticket-rules.js';
import { Tickets } from './tickets.js';

/**
 * Ends a ticket for want of grounds, after the citizen was asked and did not reply in time (status 02); the citizen may come back while the window
 * is open.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 14.
 */
@Injectable()
export class RejectUnfounded {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async execute(actor: Actor, ticketId: string, ending: OutgoingText): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'rejectUnfounded');
      const given = { reason: 'insufficientInformation', ...ending } as const;
      const rejection = requireRejection(given, await this.rules.policyOf(ticket));
      const decidedAt = this.clock.now();
      const { reopenEndsAt } = await this.rules.windowsAfterAnswer(ticket, decidedAt);
      await tx.insert(TicketRefusalEntity, {
        id: newId(),
        ticketId,
        cycle: ticket.cycle,
        kind: 'rejected',
        ...rejection,
        agency: null,
        decidedById: actor.id,
        decidedAt,
      });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'rejectUnfounded',
        change: { reopenEndsAt },
        entry: { kind: 'rejected', title: 'Kết thúc vì chưa đủ căn cứ', text: rejection.text },
        word: rejectionWords(rejection),
      });
    });
  }
}
