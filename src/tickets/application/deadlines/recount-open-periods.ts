import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { dutyOf } from '../../domain/deadlines/recount.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import { TicketAssignmentEntity, TicketDeadlineEntity, type TicketEntity } from '../../persistence/tickets.entities.js';
import { updateRegisterDueDate } from '../intake/document-line.js';
import { Periods, type CountReason } from './periods.js';
import type { TicketChange } from '../ticket-change.js';

/** A deadline before and after a recount that moved it. */
export interface MovedDate {
  readonly from: TicketDeadlineEntity;
  readonly to: TicketDeadlineEntity;
}

export interface PeriodsRecount {
  readonly moved: readonly MovedDate[];
  /** What changes in the ticket's own row. */
  readonly change: TicketChange;
}

/** Recounts the open periods of a ticket's present cycle, and updates the copies of their dates. Periods of duties already done stay. */
@Injectable()
export class RecountOpenPeriods {
  constructor(private readonly periods: Periods) {}

  /**
   * @param ticket with the values to count by from now on
   * @param reason for `calendar` a count with the same date is not stored again, since its rules are the same
   * @throws DomainError `deadline-calendar-missing`
   */
  async recount(tx: EntityManager, ticket: TicketEntity, reason: CountReason): Promise<PeriodsRecount> {
    const { id: ticketId, cycle } = ticket;
    const owed = await tx.findBy(TicketDeadlineEntity, { ticketId, cycle, supersededAt: IsNull(), metAt: IsNull() });
    const moved: MovedDate[] = [];
    for (const from of owed) {
      const to = await this.periods.calculate(tx, ticket, { duty: dutyOf(from), reason }, from);
      const same = to.dueAt.getTime() === from.dueAt.getTime() && to.legalEndAt.getTime() === from.legalEndAt.getTime();
      if (same && reason === 'calendar') continue;
      await this.periods.replace(tx, to, from);
      if (!same) moved.push({ from, to });
    }
    return { moved, change: await this.updateCopies(tx, ticket, moved) };
  }

  /** Updates the copies of a date: in the ticket's row, the assignment, the request to another unit, the register. */
  private async updateCopies(
    tx: EntityManager,
    ticket: TicketEntity,
    moved: readonly MovedDate[],
  ): Promise<TicketChange> {
    const { id: ticketId, cycle } = ticket;
    let change: TicketChange = {};
    for (const { to } of moved) {
      const { dueAt, legalEndAt, countedForUnitId } = to;
      if (to.duty === 'process') {
        change = { ...change, dueAt, legalEndAt };
        await updateRegisterDueDate(tx, ticket, dueAt);
      } else if (to.duty === 'unitAcknowledge') {
        // A unit that accepted the ticket has no `acceptBy`: only its new officer has to acknowledge, and it may no longer decline.
        if (ticket.acceptBy !== null) change = { ...change, acceptBy: dueAt };
        const waiting = { ticketId, acceptedAt: IsNull(), declinedAt: IsNull(), undoneAt: IsNull() };
        await tx.update(TicketAssignmentEntity, waiting, { acceptBy: dueAt });
      } else if (to.duty === 'coordinationReply' && countedForUnitId !== null) {
        const asked = { ticketId, cycle, unitId: countedForUnitId, endedAt: IsNull() };
        await tx.update(TicketCoordinationEntity, asked, { dueAt, legalEndAt });
      }
    }
    return change;
  }
}
