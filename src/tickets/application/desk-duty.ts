import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { deskOwes } from '../domain/judging.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { ownCount } from './deadlines/period-basis.js';
import { Periods, type CountReason, type MeasuredTicket } from './deadlines/periods.js';

type AtTheDesk = MeasuredTicket & Pick<TicketEntity, 'nature'>;

/** What the desk owes a ticket that no unit has: a unit to lead it, or, for what is no feedback, to return it. */
@Injectable()
export class DeskDuty {
  constructor(
    private readonly clock: Clock,
    private readonly periods: Periods,
  ) {}

  /**
   * From now on the desk owes what the ticket asks for; what it owed otherwise falls away.
   *
   * @throws DomainError `deadline-calendar-missing`
   */
  async begin(tx: EntityManager, ticket: AtTheDesk, reason: CountReason): Promise<void> {
    const owed = deskOwes(ticket);
    await this.periods.met(tx, ticket.id, owed === 'assign' ? 'returnNotCompetent' : 'assign');
    if (owed === 'returnNotCompetent') return this.toReturn(tx, ticket, reason);
    if ((await this.periods.inForce(tx, ticket, owed))?.metAt === null) return;
    await this.periods.count(tx, ticket, { duty: owed, reason, startedAt: this.clock.now() });
  }

  /** The time to return a ticket, once in a cycle: it runs from when the ticket came, whenever it turned out to belong elsewhere. */
  async toReturn(tx: EntityManager, ticket: MeasuredTicket, reason: CountReason): Promise<void> {
    const counted = await this.periods.inForce(tx, ticket, 'returnNotCompetent');
    if (counted?.metAt === null) return;
    const process = await this.periods.inForce(tx, ticket, 'process');
    const startedAt = process === null ? ticket.startedAt : ownCount(process).startedAt;
    await this.periods.count(tx, ticket, { duty: 'returnNotCompetent', reason, startedAt });
  }
}
