import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { NameQueries } from '../../organisation/index.js';
import { DecisionRights, TicketReader } from '../../tickets/index.js';
import { ticketAbilities } from '../../tickets/domain/decisions/abilities.js';
import type { PreviewReading } from '../my-work/my-work-view.js';

/** Reads a ticket for the pane beside a list. */
@Injectable()
export class PreviewPageQuery {
  constructor(
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly names: NameQueries,
    private readonly rights: DecisionRights,
  ) {}

  /** @returns null when there is no such ticket for this person */
  async read(actor: Actor, id: string, now: Date): Promise<PreviewReading | null> {
    const ticket = await this.tickets.find(actor, id);
    if (ticket === null) return null;
    const [files, drafts, latest, units, people, powers] = await Promise.all([
      ticket.text.redacted ? [] : this.registers.filesOf(ticket.incomingDocumentId),
      this.drafts.repliesTo(ticket.id),
      this.tickets.latestOf(actor, ticket),
      this.names.units([ticket.leadUnitId]),
      this.names.people([ticket.officerId]),
      this.rights.powersOf(actor),
    ]);
    return {
      ticket,
      may: ticketAbilities(actor, ticket, { now, powers }),
      files,
      drafts: drafts.filter((draft) => draft.amendsId === null && draftAbilitiesOf(actor, draft).see),
      latest,
      names: { units, people },
    };
  }
}
