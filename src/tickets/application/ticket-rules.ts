import { Injectable } from '@nestjs/common';
import { Calendars } from '../../calendar/index.js';
import type { WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { PolicySet } from '../../law/index.js';
import { Policies } from '../../policies/index.js';
import { ticketPeriod } from '../domain/deadlines/ticket-periods.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';

/** The limits and calendars by which tickets are measured: the policy of the ticket's own version, the calendar in force. */
@Injectable()
export class TicketRules {
  constructor(
    private readonly calendars: Calendars,
    private readonly policies: Policies,
  ) {}

  /** What a ticket received on that day is measured by. @throws DomainError `policy-missing` */
  policyAt(day: CivilDate): Promise<PolicySet> {
    return this.policies.at(day);
  }

  /** The policy a ticket was opened under, or was measured by again on purpose. @throws DomainError `not-found` */
  policyOf({ policyVersion }: { readonly policyVersion: number }): Promise<PolicySet> {
    return this.policies.version(policyVersion);
  }

  /** @param unitId whose hours count; null = the agency's */
  calendar(unitId: string | null = null): Promise<WorkingCalendar> {
    return this.calendars.current(unitId);
  }

  /** The last moment until which the clock is paused for a reply of the citizen. @throws DomainError `deadline-calendar-missing` */
  async endOfPause(ticket: Pick<TicketEntity, 'policyVersion' | 'level' | 'category'>, startedAt: Date): Promise<Date> {
    const [policy, calendar] = await Promise.all([this.policyOf(ticket), this.calendar()]);
    const { level, category } = ticket;
    return ticketPeriod('informationPause', startedAt, { policy, level, category, calendar }).legalEnd;
  }

  /** Until when the citizen may judge the answer, and may say that it does not settle the matter. */
  async windowsAfterAnswer(
    ticket: Pick<TicketEntity, 'policyVersion' | 'level' | 'category'>,
    answeredAt: Date,
  ): Promise<{ readonly ratingEndsAt: Date; readonly reopenEndsAt: Date }> {
    const [policy, calendar] = await Promise.all([this.policyOf(ticket), this.calendar()]);
    const { level, category } = ticket;
    const end = (duty: 'ratingWindow' | 'reopenWindow'): Date =>
      ticketPeriod(duty, answeredAt, { policy, level, category, calendar }).legalEnd;
    return { ratingEndsAt: end('ratingWindow'), reopenEndsAt: end('reopenWindow') };
  }
}
