import { Injectable } from '@nestjs/common';
import { Calendars } from '../../../calendar/index.js';
import type { ProofDocument } from '../../../calendar/domain/proof/proof-document.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { In, MoreThanOrEqual } from 'typeorm';
import { Database } from '../../../platform/database/database.js';
import { Policies } from '../../../policies/index.js';
import { ticketProof, type GrantedTime } from '../../domain/deadlines/ticket-proof.js';
import { TicketExtensionEntity } from '../../persistence/life.entities.js';
import { TicketDeadlineEntity, TicketEntity, TicketEntryEntity } from '../../persistence/tickets.entities.js';
import { joinedTo, pauseOf } from './period-basis.js';
import { Periods } from './periods.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';

/** Writes out why a ticket is due when it is: by the count that was kept, its policy and its calendar, also long after the ticket was closed. */
@Injectable()
export class ProveDeadline {
  constructor(
    private readonly database: Database,
    private readonly periods: Periods,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly visibility: TicketVisibility,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see the ticket */
  async prove(actor: Actor, ticketId: string): Promise<ProofDocument> {
    const { manager } = this.database.reader;
    const ticket = await manager.findOneBy(TicketEntity, { id: ticketId });
    if (!ticket || !(await this.visibility.of(actor, ticket)).sees)
      throw new DomainError('not-found', { what: 'ticket' });
    const count = await this.periods.inForce(manager, ticket, 'process');
    if (!count) throw new DomainError('not-found', { what: 'deadline' });
    const [policy, calendar, granted] = await Promise.all([
      this.policies.version(count.policyVersion),
      this.calendars.version(count.calendarVersion, count.countedForUnitId),
      count.extendedBy === null ? [] : this.grantedTo(count),
    ]);
    const { duty, amount, unit, startedAt, dueAt, legalEndAt, cycle, proof } = count;
    const pauses = count.pauses.map(pauseOf);
    const kept = { duty, amount, unit, startedAt, dueAt, legalEndAt, cycle, proof, pauses };
    return ticketProof(ticket, kept, granted, { policy, calendar });
  }

  /** Who granted is named as the course of the ticket named them then: a proof does not change with a name. */
  private async grantedTo({ ticketId, cycle, cappedById }: TicketDeadlineEntity): Promise<readonly GrantedTime[]> {
    const { manager } = this.database.reader;
    const joined = cappedById === null ? [] : await joinedTo(manager, ticketId);
    const since = joined.find(({ ticket }) => ticket.id === cappedById)?.at;
    const wishes = await manager.find(TicketExtensionEntity, {
      where: { ticketId, cycle, granted: true, ...(since === undefined ? {} : { decidedAt: MoreThanOrEqual(since) }) },
      order: { decidedAt: 'ASC', id: 'ASC' },
    });
    const said = await manager.findBy(TicketEntryEntity, { id: In(wishes.map(({ id }) => id)) });
    const deciders = new Map(said.map(({ id, actorName }) => [id, actorName]));
    return wishes.map(({ id, workingDays, decidedAt, askedAt }) => ({
      workingDays,
      decidedAt: decidedAt ?? askedAt,
      decidedBy: deciders.get(id) ?? 'người có thẩm quyền',
    }));
  }
}
