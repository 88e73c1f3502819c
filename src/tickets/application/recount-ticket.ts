import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { causeWords, dutyOf, movedWords, type RecountCause } from '../domain/recount.js';
import { underRules } from '../domain/cycle.js';
import { TicketCoordinationEntity } from '../persistence/life.entities.js';
import { TicketAssignmentEntity, TicketDeadlineEntity, TicketEntity } from '../persistence/tickets.entities.js';
import { showDueDay } from './document-line.js';
import { Periods } from './periods.js';
import { TicketRules } from './ticket-rules.js';
import type { TicketChange } from './ticket-change.js';
import { latestOf } from './ticket-course.js';
import { Tickets } from './tickets.js';

/** One date that moved. */
interface Moved {
  readonly from: TicketDeadlineEntity;
  readonly to: TicketDeadlineEntity;
}

/**
 * Counts again what is owed on one open ticket, because the calendar changed or other rules were put in force for it. Both dates are kept: the old
 * count is superseded, the ticket's course and the journal name them. What was done before stays as it was counted.
 */
@Injectable()
export class RecountTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly rules: TicketRules,
    private readonly journal: Journal,
  ) {}

  /**
   * Repeated, it changes nothing: by the same calendar no date moves, and the same rules are put in force once.
   *
   * @returns how many dates moved
   * @throws DomainError `deadline-calendar-missing`, `changed-meanwhile`
   */
  async execute(ticketId: string, cause: RecountCause): Promise<number> {
    return this.uow.run(async (tx) => {
      const ticket = await tx.findOneBy(TicketEntity, { id: ticketId });
      if (!ticket?.open) return 0;
      if (cause.reason === 'policy' && ticket.policyVersion === cause.policyVersion) return 0;
      const change = await this.rulesOf(ticket, cause);
      const measured = Object.assign(new TicketEntity(), ticket, change);
      const moved = await this.recount(tx, measured, cause);
      if (moved.length === 0 && cause.reason === 'calendar') return 0;
      const titles = titlesOf(moved, cause);
      await this.write(tx, ticket, {
        ...change,
        ...(await this.follow(tx, ticket, moved)),
        latest: latestOf({ kind: '', title: titles[0] }),
      });
      for (const title of titles) await this.tickets.addLine(tx, SYSTEM, ticketId, { kind: 'recounted', title });
      await this.journal.record(tx, SYSTEM, {
        action: 'ticket.recount',
        objectKind: 'ticket',
        objectId: ticketId,
        detail: { ...cause, moved: moved.map(factsOf) },
      });
      return moved.length;
    });
  }

  /** The version by which the ticket is measured from now on, and what it leaves of extensions and reopenings. */
  private async rulesOf(ticket: TicketEntity, cause: RecountCause): Promise<TicketChange> {
    if (cause.reason === 'calendar') return {};
    const [before, after] = await Promise.all([this.rules.policyOf(ticket), this.rules.policyOf(cause)]);
    return { policyVersion: cause.policyVersion, ...underRules(ticket, before, after) };
  }

  private async recount(tx: EntityManager, ticket: TicketEntity, cause: RecountCause): Promise<readonly Moved[]> {
    const { id: ticketId, cycle } = ticket;
    const owed = await tx.findBy(TicketDeadlineEntity, { ticketId, cycle, supersededAt: IsNull(), metAt: IsNull() });
    const moved: Moved[] = [];
    for (const from of owed) {
      const to = await this.periods.foresee(ticket, { duty: dutyOf(from), reason: cause.reason }, from);
      const same = to.dueAt.getTime() === from.dueAt.getTime() && to.legalEndAt.getTime() === from.legalEndAt.getTime();
      if (same && cause.reason === 'calendar') continue;
      await this.periods.keep(tx, to, from);
      if (!same) moved.push({ from, to });
    }
    return moved;
  }

  /** Brings the copies of a date along: in the ticket's row, the assignment, the request to another unit, the register. */
  private async follow(tx: EntityManager, ticket: TicketEntity, moved: readonly Moved[]): Promise<TicketChange> {
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

  private async write(tx: EntityManager, { id, version }: TicketEntity, change: Partial<TicketEntity>): Promise<void> {
    const { affected } = await tx.update(TicketEntity, { id, version }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
  }
}

/** A line for each date that moved; rules that were put in force without moving one leave a line, too. */
function titlesOf(moved: readonly Moved[], cause: RecountCause): readonly [string, ...string[]] {
  const [first, ...more] = moved.map(({ from, to }) =>
    movedWords(dutyOf(to), from.dueAt, to.dueAt, causeWords(cause, to.calendarVersion)),
  );
  if (first !== undefined) return [first, ...more];
  return [`Áp dụng bộ thời hạn bản ${cause.reason === 'policy' ? String(cause.policyVersion) : ''}; hạn không đổi`];
}

function factsOf({ from, to }: Moved): object {
  const { duty, policyVersion, calendarVersion } = to;
  return { duty, from: from.dueAt.toISOString(), to: to.dueAt.toISOString(), policyVersion, calendarVersion };
}
