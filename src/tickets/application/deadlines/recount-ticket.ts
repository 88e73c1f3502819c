import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal, noteTampers, sealRecords } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { causeWords, dutyOf, movedWords, type RecountCause } from '../../domain/deadlines/recount.js';
import { underRules } from '../../domain/deadlines/cycle.js';
import { SEALED_TICKET } from '../../persistence/sealed-tickets.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { TicketProjections } from '../ticket-projections.js';
import { RecountOpenPeriods, type MovedDate } from './recount-open-periods.js';
import { TicketRules } from '../ticket-rules.js';
import type { TicketChange } from '../ticket-change.js';
import { latestOf } from '../reading/ticket-course.js';
import { Tickets } from '../tickets.js';

/**
 * Counts again what is owed on one open ticket, because the calendar changed or other rules were put in force for it. Both dates are kept: the old
 * count is superseded, the ticket's course and the journal name them. What was done before stays as it was counted.
 */
@Injectable()
export class RecountTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly recountOpenPeriods: RecountOpenPeriods,
    private readonly rules: TicketRules,
    private readonly journal: Journal,
    private readonly projections: TicketProjections,
  ) {}

  /**
   * Repeated, it changes nothing: by the same calendar no date moves, and the same rules are put in force once.
   *
   * @returns how many dates moved
   * @throws DomainError `deadline-calendar-missing`, `changed-meanwhile`
   */
  async recount(ticketId: string, cause: RecountCause): Promise<number> {
    return this.uow.run(async (tx) => {
      const ticket = await tx.findOneBy(TicketEntity, { id: ticketId });
      if (!ticket?.open) return 0;
      if (cause.reason === 'policy' && ticket.policyVersion === cause.policyVersion) return 0;
      const change = await this.rulesOf(ticket, cause);
      const measured = Object.assign(new TicketEntity(), ticket, change);
      const { moved, change: dates } = await this.recountOpenPeriods.recount(tx, measured, cause.reason);
      if (moved.length === 0 && cause.reason === 'calendar') return 0;
      const titles = titlesOf(moved, cause);
      await this.write(tx, ticket, {
        ...change,
        ...dates,
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

  private async write(tx: EntityManager, ticket: TicketEntity, change: Partial<TicketEntity>): Promise<void> {
    const { id, version } = ticket;
    await noteTampers(tx, SEALED_TICKET, [id]);
    const { affected } = await tx.update(TicketEntity, { id, version }, change);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'ticket', id });
    await sealRecords(tx, SEALED_TICKET, [id]);
    await this.projections.updateDates(tx, ticket, change);
  }
}

/** A line for each date that moved; rules that were put in force without moving one leave a line, too. */
function titlesOf(moved: readonly MovedDate[], cause: RecountCause): readonly [string, ...string[]] {
  const [first, ...more] = moved.map(({ from, to }) =>
    movedWords(dutyOf(to), from.dueAt, to.dueAt, causeWords(cause, to.calendarVersion)),
  );
  if (first !== undefined) return [first, ...more];
  return [`Áp dụng bộ thời hạn bản ${cause.reason === 'policy' ? String(cause.policyVersion) : ''}; hạn không đổi`];
}

function factsOf({ from, to }: MovedDate): object {
  const { duty, policyVersion, calendarVersion } = to;
  return { duty, from: from.dueAt.toISOString(), to: to.dueAt.toISOString(), policyVersion, calendarVersion };
}
