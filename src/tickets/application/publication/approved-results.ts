import { Injectable } from '@nestjs/common';
import type { Category } from '../../../law/index.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { Database } from '../../../platform/database/database.js';
import { TicketPublicationEntity } from '../../persistence/life.entities.js';
import { TicketQueries } from '../../persistence/ticket-queries.js';
import { TicketRules } from '../ticket-rules.js';

/** What of a ticket may leave for the public: the approved text, its field and the unit that answered. */
export interface ApprovedResult {
  readonly publicationId: string;
  readonly ticketId: string;
  /** False once the ticket has begun another cycle: what was approved answers it no longer. */
  readonly stands: boolean;
  readonly category: Category;
  readonly categoryName: string;
  readonly unitId: string | null;
  readonly title: string;
  readonly text: string;
}

/** Hands out results that were approved for publication; nothing else of their tickets. */
@Injectable()
export class ApprovedResults {
  constructor(
    private readonly database: Database,
    private readonly queries: TicketQueries,
    private readonly rules: TicketRules,
  ) {}

  /** @throws DomainError `not-found` for what nobody approved */
  async of(publicationId: string): Promise<ApprovedResult> {
    const approved = { id: publicationId, approved: true };
    const wish = await this.database.reader.manager.findOneBy(TicketPublicationEntity, approved);
    const ticket = wish === null ? null : await this.queries.byId(wish.ticketId);
    if (wish === null || ticket === null) throw new DomainError('not-found', { what: 'publication' });
    const { category, leadUnitId: unitId } = ticket;
    const categoryName = (await this.rules.policyOf(ticket)).categories[category].name;
    const { ticketId, title, text } = wish;
    const stands = wish.cycle === ticket.cycle;
    return { publicationId, ticketId, stands, category, categoryName, unitId, title, text };
  }
}
