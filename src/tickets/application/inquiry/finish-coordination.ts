import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM, type Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { CoordinationRequests } from './coordination-requests.js';
import { Tickets } from '../tickets.js';

/** The waiting for coordinating units ends: the lead unit goes on without them, or none of them owes a reply any more. */
@Injectable()
export class FinishCoordination {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly requests: CoordinationRequests,
  ) {}

  /**
   * The lead unit goes on; what was asked stays asked, and a reply in time is still read.
   *
   * @throws DomainError `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async finish(actor: Actor, ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const entry = { kind: 'coordinationOver', title: 'Tiếp tục xử lý, không chờ thêm ý kiến phối hợp' };
      await this.tickets.perform(tx, actor, ticket, { act: 'coordinationOver', entry });
    });
  }

  /** What the system does after a request has ended: when it was the last one waited for, the ticket goes on. */
  async finishAfterLastReply(tx: EntityManager, ticket: TicketEntity): Promise<void> {
    if (ticket.state !== 'waitingCoordination') return;
    if ((await this.requests.openOf(tx, ticket)).length > 0) return;
    const entry = { kind: 'coordinationOver', title: 'Các đơn vị phối hợp đã trả lời hoặc hết hạn trả lời' };
    await this.tickets.perform(tx, SYSTEM, ticket, { act: 'coordinationOver', entry });
  }
}
