import { Injectable } from '@nestjs/common';
import { RegisterQueries } from '../../documents/index.js';
import { DraftQueries } from '../../drafting/index.js';
import { AgencyQueries, LetterRecipients, mayChoose } from '../../exchange/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { LetterPrivacy, TicketReader } from '../../tickets/index.js';
import type { RecipientsReading } from './recipients-view.js';
import type { RefusedAct } from '../kit/refused-values.js';
import { DraftPageQuery } from '../drafting/draft-page-query.js';

/** Reads to which agencies a letter goes besides the one that it answers, and which a question finds. */
@Injectable()
export class RecipientsPageQuery {
  constructor(
    private readonly query: DraftPageQuery,
    private readonly drafts: DraftQueries,
    private readonly tickets: TicketReader,
    private readonly registers: RegisterQueries,
    private readonly recipients: LetterRecipients,
    private readonly agencies: AgencyQueries,
    private readonly privacy: LetterPrivacy,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see the letter */
  async read(
    actor: Actor,
    id: string,
    { question, refused }: { readonly question: string; readonly refused: RefusedAct | null },
  ): Promise<RecipientsReading> {
    const { draft } = await this.query.requireVisible(actor, id);
    const written = await this.drafts.revision(id, draft.revision);
    if (!written) throw new DomainError('not-found', { what: 'draft' });
    const ticket = draft.caseKind === 'ticket' ? await this.tickets.one(actor, draft.caseId) : null;
    const [chosen, found, disclosures, answered, counts] = await Promise.all([
      this.recipients.of(id),
      this.agencies.offered(question),
      this.privacy.of(actor, draft.caseId, written),
      ticket === null ? null : this.registers.incomingById(ticket.incomingDocumentId),
      this.agencies.counts(),
    ]);
    const listed = await this.agencies.activeOf(chosen.map(({ code }) => code));
    const parents = await this.agencies.namesOf(found.flatMap(({ parentCode }) => parentCode ?? []));
    const may = mayChoose(actor, draft);
    return {
      draft,
      written,
      ticket,
      disclosures,
      answered,
      chosen,
      listed,
      question,
      found,
      parents,
      refused,
      may,
      isListKept: counts.active > 0,
    };
  }
}
