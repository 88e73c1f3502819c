import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { OutgoingText } from '../../domain/reply/outgoing.js';
import { rejectionWords, requireRejection } from '../../domain/refusal.js';
import { TicketRefusalEntity } from '../../persistence/intake.entities.js';
import { TicketPauseEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { joinedTo } from '../deadlines/period-basis.js';
import { DecisionRights } from '../decisions/decision-rights.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

/**
 * Ends a ticket for want of grounds, after the citizens behind it were asked and did not reply in time (status 02); they may come back while the
 * window is open.
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
    private readonly rights: DecisionRights,
  ) {}

  /** @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `decision-of-leader`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async reject(actor: Actor, ticketId: string, ending: OutgoingText): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const ground = await this.rights.require(actor, ticket, 'rejectUnfounded');
      await requireAllAsked(tx, ticket);
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
        ground,
        change: { reopenEndsAt },
        entry: { kind: 'rejected', title: 'Kết thúc vì chưa đủ căn cứ', text: rejection.text },
        word: rejectionWords(rejection),
      });
    });
  }
}

/** Nobody's matter ends for not having said what nobody asked: those who joined the ticket later were not asked. @throws DomainError `ticket-act-barred` */
export async function requireAllAsked(tx: EntityManager, ticket: TicketEntity): Promise<void> {
  const { id: ticketId, cycle } = ticket;
  const asked = await tx.findOneBy(TicketPauseEntity, { ticketId, cycle });
  if (asked === null) return;
  const unasked = (await joinedTo(tx, ticketId))
    .filter(
      ({ at, ticket: { incomingDocumentId } }) =>
        at > asked.startedAt && incomingDocumentId !== ticket.incomingDocumentId,
    )
    .map(({ ticket: { code } }) => code);
  if (unasked.length === 0) return;
  throw new DomainError('ticket-act-barred', {
    act: 'rejectUnfounded',
    message: `Người phản ánh ở phiếu ${unasked.join(', ')} gộp vào sau khi đề nghị bổ sung nên chưa được hỏi; trả lời theo những gì đã có.`,
  });
}
