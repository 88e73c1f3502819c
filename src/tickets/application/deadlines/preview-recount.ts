import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { calendarFor, Calendars, type AgencyCalendar } from '../../../calendar/index.js';
import { OpenDeadlines, type MovedDeadline, type MovedDeadlines } from '../../../calendar/ports/open-deadlines.port.js';
import type { PolicySet } from '../../../law/index.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Policies } from '../../../policies/index.js';
import { dueBy } from '../../domain/deadlines/recount.js';
import { OpenDeadlinePages, type OpenDeadline, type OpenTicket } from '../../persistence/open-deadlines.js';
import { pauseOf } from './period-basis.js';
import { RECOUNT_BY_CALENDAR } from '../../jobs/jobs.js';

/** By what the deadlines of one ticket would be counted; null leaves the ticket out. */
type Proposal = (
  ticket: OpenTicket,
) => Promise<{ readonly policy: PolicySet; readonly agencyCalendar: AgencyCalendar } | null>;

/** Previews which open tickets would get another date by other rules. Yields after each page, and writes nothing. */
@Injectable()
export class PreviewRecount extends OpenDeadlines {
  constructor(
    private readonly pages: OpenDeadlinePages,
    private readonly policies: Policies,
    private readonly calendars: Calendars,
    private readonly uow: UnitOfWork,
    private readonly outbox: Outbox,
  ) {
    super();
  }

  override movedBy(proposed: AgencyCalendar, atMost: number): Promise<MovedDeadlines> {
    return this.moved(atMost, async ({ policyVersion }) => ({
      policy: await this.policies.version(policyVersion),
      agencyCalendar: proposed,
    }));
  }

  /** @param policy a version, or one that is only being written: no ticket is measured by its number yet */
  async movedByPolicy(policy: PolicySet, atMost: number): Promise<MovedDeadlines> {
    const agencyCalendar = await this.calendars.ofAgency();
    return this.moved(atMost, ({ policyVersion }) =>
      Promise.resolve(policyVersion === policy.version ? null : { policy, agencyCalendar }),
    );
  }

  override async enqueueRecount(version: number): Promise<void> {
    const job = RECOUNT_BY_CALENDAR.of({ calendarVersion: String(version) });
    await this.uow.run((tx) => this.outbox.enqueue(tx, job));
  }

  private async moved(atMost: number, proposal: Proposal): Promise<MovedDeadlines> {
    const rows: MovedDeadline[] = [];
    let count = 0;
    for await (const tickets of this.pages.tickets()) {
      const owed = await this.pages.of(tickets);
      for (const ticket of tickets) {
        const moved = await this.movedOf(ticket, owed.get(ticket.id) ?? [], proposal);
        if (moved === null) continue;
        count += 1;
        if (rows.length < atMost) rows.push(moved);
      }
      await breathe();
    }
    return { count, rows };
  }

  /** The first deadline of a ticket that would move: the citizen's, where that is one of them. */
  private async movedOf(
    ticket: OpenTicket,
    owed: readonly OpenDeadline[],
    proposal: Proposal,
  ): Promise<MovedDeadline | null> {
    const { id: ticketId, code } = ticket;
    for (const deadline of owed) {
      const measured = deadline.cappedById === null ? ticket : await this.pages.ticket(deadline.cappedById);
      const rules = await proposal(measured);
      if (rules === null) continue;
      const { level, category } = measured;
      const calendar = calendarFor(rules.agencyCalendar, deadline.countedForUnitId);
      const period = { ...deadline, pauses: deadline.pauses.map(pauseOf) };
      const newDue = dueBy(period, { policy: rules.policy, calendar, level, category });
      if (newDue?.getTime() !== deadline.dueAt.getTime()) return { ticketId, code, oldDue: deadline.dueAt, newDue };
    }
    return null;
  }
}
