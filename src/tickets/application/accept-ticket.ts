import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { DeskDuty } from './desk-duty.js';
import { Periods, type MeasuredTicket } from './deadlines/periods.js';
import { Tickets } from './tickets.js';

/** The department takes a ticket as its own: the period for taking it is met, the one for handing it to a unit, or for returning it, begins. */
@Injectable()
export class AcceptTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly desk: DeskDuty,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`, `deadline-calendar-missing` */
  async accept(actor: Actor, ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'accept');
      await this.taken(tx, ticket);
      const entry = { kind: 'accepted', title: 'Sở tiếp nhận phản ánh' };
      await this.tickets.perform(tx, actor, ticket, { act: 'accept', entry });
    });
  }

  /** What follows from taking a ticket, by accepting it or by classifying it at once. */
  async taken(tx: EntityManager, ticket: MeasuredTicket & Pick<TicketEntity, 'nature'>): Promise<void> {
    await this.periods.met(tx, ticket.id, 'acknowledge');
    await this.desk.begin(tx, ticket, 'receipt');
  }
}
