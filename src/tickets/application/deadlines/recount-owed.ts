import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { dutyOf } from '../../domain/deadlines/recount.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import { TicketAssignmentEntity, TicketDeadlineEntity, type TicketEntity } from '../../persistence/tickets.entities.js';
import { showDueDay } from '../intake/document-line.js';
import { Periods, type CountReason } from './periods.js';
import type { TicketChange } from '../ticket-change.js';

/** One date that moved. */
export interface MovedDate {
  readonly from: TicketDeadlineEntity;
  readonly to: TicketDeadlineEntity;
}

export interface OwedRecount {
  readonly moved: readonly MovedDate[];
  /** The copies of dates in the ticket's own row. */
  readonly change: TicketChange;
}

/** Counts again all that is owed on a ticket in its present cycle, and brings the copies of each date along. What was done stays as it was counted. */
@Injectable()
export class RecountOwed {
  constructor(private readonly periods: Periods) {}

  /**
   * @param ticket as it is measured from now on
   * @param reason by the same rules in another calendar, a count that comes to the same date is not kept anew
   * @throws DomainError `deadline-calendar-missing`
   */
  async recount(tx: EntityManager, ticket: TicketEntity, reason: CountReason): Promise<OwedRecount> {
    const { id: ticketId, cycle } = ticket;
    const owed = await tx.findBy(TicketDeadlineEntity, { ticketId, cycle, supersededAt: IsNull(), metAt: IsNull() });
    const moved: MovedDate[] = [];
    for (const from of owed) {
      const to = await this.periods.foresee(tx, ticket, { duty: dutyOf(from), reason }, from);
      const same = to.dueAt.getTime() === from.dueAt.getTime() && to.legalEndAt.getTime() === from.legalEndAt.getTime();
      if (same && reason === 'calendar') continue;
      await this.periods.keep(tx, to, from);
      if (!same) moved.push({ from, to });
    }
    return { moved, change: await this.follow(tx, ticket, moved) };
  }

  /** Brings the copies of a date along: in the ticket's row, the assignment, the request to another unit, the register. */
  private async follow(tx: EntityManager, ticket: TicketEntity, moved: readonly MovedDate[]): Promise<TicketChange> {
    const { id: ticketId, cycle } = ticket;
    let change: TicketChange = {};
    for (const { to } of moved) {
      const { dueAt, legalEndAt, countedForUnitId } = to;
      if (to.duty === 'process') {
        change = { ...change, dueAt, legalEndAt };
        await showDueDay(tx, ticket, dueAt);
      } else if (to.duty === 'unitAcknowledge') {
        // A unit that has taken the ticket owes a new officer's word, but may decline no more.
        if (ticket.acceptBy !== null) change = { ...change, acceptBy: dueAt };
        const waiting = { ticketId, acceptedAt: IsNull(), declinedAt: IsNull() };
        await tx.update(TicketAssignmentEntity, waiting, { acceptBy: dueAt });
      } else if (to.duty === 'coordinationReply' && countedForUnitId !== null) {
        const asked = { ticketId, cycle, unitId: countedForUnitId, endedAt: IsNull() };
        await tx.update(TicketCoordinationEntity, asked, { dueAt, legalEndAt });
      }
    }
    return change;
  }
}
