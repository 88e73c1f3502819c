import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../../documents/index.js';
import { draftAbilitiesOf, DraftQueries } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { NameQueries } from '../../../organisation/index.js';
import { TicketQueries, TicketRules } from '../../../tickets/index.js';
import { identityOf, wordsFor } from '../../../tickets/domain/identity.js';
import { ticketAbilities } from '../../../tickets/domain/policy.js';
import type { PreviewReading } from '../../presenters/my-work.js';

/** Reads a ticket for the pane beside a list. */
@Injectable()
export class ReadPreview {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly registers: RegisterQueries,
    private readonly drafts: DraftQueries,
    private readonly names: NameQueries,
    private readonly rules: TicketRules,
  ) {}

  /** @returns null when there is no such ticket for this person */
  async execute(actor: Actor, id: string, now: Date): Promise<PreviewReading | null> {
    const ticket = await this.tickets.byId(id);
    if (!ticket) return null;
    const may = ticketAbilities(actor, ticket, now);
    if (!may.see) return null;
    const [files, drafts, entries, units, people, policy] = await Promise.all([
      this.registers.filesOf(ticket.incomingDocumentId),
      this.drafts.ofCase(id),
      this.tickets.entriesOf(id),
      this.names.units([ticket.leadUnitId]),
      this.names.people([ticket.officerId]),
      this.rules.policyOf(ticket),
    ]);
    const rule = policy.categories[ticket.category];
    const words = wordsFor(actor, ticket, rule);
    return {
      ticket,
      words: words.text,
      sender: identityOf(actor, ticket, rule),
      may,
      files: words.redacted ? [] : files,
      drafts: drafts.filter((draft) => draftAbilitiesOf(actor, draft).see),
      latest: entries[0] ?? null,
      names: { units, people },
    };
  }
}
