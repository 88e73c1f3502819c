import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { TicketReader } from '../../tickets/index.js';
import { ticketAbilities } from '../../tickets/domain/deadlines/policy.js';
import type { PreviewReading } from '../my-work/my-work.js';

/** Reads a ticket for the pane beside a list. */
@Injectable()
export class PreviewPageQuery {
  constructor(
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly names: NameQueries,
  ) {}

  /** @returns null when there is no such ticket for this person */
  async read(actor: Actor, id: string, now: Date): Promise<PreviewReading | null> {
    const ticket = await this.tickets.find(actor, id);
    if (ticket === null) return null;
    const [files, drafts, course, units, people] = await Promise.all([
      ticket.text.redacted ? [] : this.registers.filesOf(ticket.incomingDocumentId),
      this.drafts.ofCase(ticket.id),
      this.tickets.courseOf(actor, ticket),
      this.names.units([ticket.leadUnitId]),
      this.names.people([ticket.officerId]),
    ]);
    return {
      ticket,
      may: ticketAbilities(actor, ticket, now),
      files,
      drafts: drafts.filter((draft) => draft.amendsId === null && draftAbilitiesOf(actor, draft).see),
      latest: course[0] ?? null,
      names: { units, people },
    };
  }
}
