import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { PAUSE_REASON, REQUEST_LENGTHS, requestWords } from '../../domain/information-request.js';
import { requireOutgoing, type OutgoingText } from '../../domain/reply/outgoing.js';
import { TicketPauseEntity } from '../../persistence/life.entities.js';
import { updateRegisterDueDate } from '../intake/document-line.js';
import { ownCount } from '../deadlines/period-basis.js';
import { Periods } from '../deadlines/periods.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

/**
 * Asks the citizen for what is missing (status 05), once in a cycle. The clock is paused until the reply, at most until the cap of the policy;
 * the date shown meanwhile assumes the longest pause.
 *
 * Source: Nghị định 20/2008/NĐ-CP, Điều 14.
 */
@Injectable()
export class AskCitizen {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `input-invalid`, `text-held-back`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`, `deadline-calendar-missing` */
  async ask(actor: Actor, ticketId: string, asked: OutgoingText): Promise<void> {
    const request = requireOutgoing('request', asked, REQUEST_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'askCitizen');
      const startedAt = this.clock.now();
      const until = await this.rules.endOfPause(ticket, startedAt);
      const inForce = await this.periods.inForce(tx, ticket, 'process');
      const pause = { from: startedAt.toISOString(), to: until.toISOString(), reason: PAUSE_REASON };
      const pauses = [...(inForce === null ? [] : ownCount(inForce).pauses), pause];
      const { dueAt, legalEndAt } = await this.periods.count(tx, ticket, { duty: 'process', reason: 'pause', pauses });
      await tx.insert(TicketPauseEntity, {
        id: newId(),
        ticketId,
        cycle: ticket.cycle,
        startedAt,
        until,
        endedAt: null,
        request,
        reply: null,
        askedById: actor.id,
        repliedById: null,
      });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'askCitizen',
        change: { informationAsked: true, pausedAt: startedAt, dueAt, legalEndAt },
        entry: { kind: 'citizenAsked', title: 'Đề nghị người phản ánh bổ sung; thời hạn tạm dừng', text: request },
        word: requestWords(request, until),
      });
      await updateRegisterDueDate(tx, ticket, dueAt);
    });
  }
}
