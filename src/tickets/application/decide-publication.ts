import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { GIVEN_BACK_LENGTHS } from '../domain/answer.js';
import { requireText } from '../domain/required-text.js';
import { TicketPublicationEntity } from '../persistence/life.entities.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { Periods } from './periods.js';
import { Tickets } from './tickets.js';

/** Supervision or a leader decides whether a result is published; never whoever asked for it. */
@Injectable()
export class DecidePublication {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
  ) {}

  /**
   * @param publicationId the text that was read: another one asked for meanwhile is not approved unread
   * @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async approve(actor: Actor, ticketId: string, publicationId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'approvePublication');
      await this.decide(tx, actor, { ticketId, publicationId }, { approved: true, decisionReason: null });
      await this.published(tx, ticket);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'approvePublication',
        change: { publicationAskedById: null, publishedAt: this.clock.now() },
        entry: { kind: 'publicationApproved', title: 'Duyệt công khai kết quả' },
      });
    });
  }

  /**
   * The approval publishes, so the time that begins with it is met at once; what is kept proves it.
   *
   * Source: Nghị định 20/2008/NĐ-CP, Điều 19.
   */
  private async published(tx: EntityManager, ticket: TicketEntity): Promise<void> {
    await this.periods.count(tx, ticket, { duty: 'publish', reason: 'publication', startedAt: this.clock.now() });
    await this.periods.met(tx, ticket.id, 'publish');
  }

  /** @throws DomainError `input-invalid`, else as `approve` */
  async decline(
    actor: Actor,
    ticketId: string,
    { publicationId, reason }: { readonly publicationId: string; readonly reason: string },
  ): Promise<void> {
    const decisionReason = requireText('reason', reason, GIVEN_BACK_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'declinePublication');
      await this.decide(tx, actor, { ticketId, publicationId }, { approved: false, decisionReason });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'declinePublication',
        change: { publicationAskedById: null },
        entry: { kind: 'publicationDeclined', title: 'Không công khai kết quả', text: decisionReason },
      });
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { ticketId, publicationId: id }: { readonly ticketId: string; readonly publicationId: string },
    decision: Pick<TicketPublicationEntity, 'approved' | 'decisionReason'>,
  ): Promise<void> {
    const decided = { ...decision, decidedById: actor.id, decidedAt: this.clock.now() };
    const { affected } = await tx.update(TicketPublicationEntity, { id, ticketId, approved: IsNull() }, decided);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'publication', id });
  }
}
