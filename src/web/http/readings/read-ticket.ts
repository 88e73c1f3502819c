import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../../drafting/index.js';
import { ExchangeQueries } from '../../../exchange/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { NameQueries, StaffDirectory } from '../../../organisation/index.js';
import { TicketQueries, type TicketEntity, type TicketPlace } from '../../../tickets/index.js';
import { ticketAbilities, type TicketAbilities } from '../../../tickets/domain/policy.js';
import type { TicketReading } from '../../presenters/ticket.js';
import type { Today } from '../../presenters/ticket-deadline.js';
import { NOTHING_AWAITED, ticketListOf } from '../../presenters/work-lists.js';

/** Reads one ticket with all that its page shows. */
@Injectable()
export class ReadTicket {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly exchange: ExchangeQueries,
    private readonly names: NameQueries,
    private readonly staff: StaffDirectory,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async seen(
    actor: Actor,
    id: string,
    now: Date,
  ): Promise<{ readonly ticket: TicketEntity; readonly may: TicketAbilities }> {
    const ticket = await this.tickets.byId(id);
    if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
    const may = ticketAbilities(actor, ticket, now);
    if (!may.see) throw new DomainError('not-found', { what: 'ticket' });
    return { ticket, may };
  }

  /** @param list name of the list that one came from; empty when from elsewhere */
  async execute(actor: Actor, id: string, list: string, today: Today): Promise<TicketReading> {
    const { ticket, may } = await this.seen(actor, id, today.now);
    const { incomingDocumentId } = ticket;
    const [incoming, files, replies, dispatches, drafts, entries, deadlines, assignment] = await Promise.all([
      this.registers.incomingById(incomingDocumentId),
      this.registers.filesOf(incomingDocumentId),
      this.registers.repliesTo([incomingDocumentId]),
      this.exchange.dispatchesAbout(incomingDocumentId),
      this.drafts.ofCase(id),
      this.tickets.entriesOf(id),
      this.tickets.deadlinesOf(id),
      this.tickets.assignmentOf(id),
    ]);
    return {
      ticket,
      may,
      incoming,
      files,
      replies,
      dispatches,
      entries,
      deadlines,
      assignment,
      drafts: drafts.filter((draft) => draftAbilitiesOf(actor, draft).see),
      names: await this.namesFor(ticket),
      assignable: may.acts.has('assign') ? await this.assignable() : null,
      place: await this.placeIn(actor, ticket, list, today),
    };
  }

  private async namesFor({ leadUnitId, officerId }: TicketEntity): Promise<TicketReading['names']> {
    const [units, people] = await Promise.all([this.names.units([leadUnitId]), this.names.people([officerId])]);
    return { units, people };
  }

  private async assignable(): Promise<NonNullable<TicketReading['assignable']>> {
    const [units, officers, held] = await Promise.all([
      this.staff.handlingUnits(),
      this.staff.contactOfficers(),
      this.tickets.openByOfficer(),
    ]);
    return { units, officers, held };
  }

  private async placeIn(
    actor: Actor,
    ticket: TicketEntity,
    code: string,
    today: Today,
  ): Promise<{ readonly label: string; readonly code: string; readonly at: TicketPlace } | null> {
    const list = ticketListOf(actor, code, NOTHING_AWAITED, today);
    const at = list && (await this.tickets.placeIn(actor, list.filter, ticket));
    return at && { label: list.label, code, at };
  }
}
