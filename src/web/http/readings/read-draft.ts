import { Injectable } from '@nestjs/common';
import { draftAbilitiesOf, DraftQueries, type DraftEntity } from '../../../drafting/index.js';
import type { DraftAbilities } from '../../../drafting/domain/policy.js';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { NameQueries, StaffDirectory } from '../../../organisation/index.js';
import { TicketQueries } from '../../../tickets/index.js';
import { kindNamed } from '../../../../templates/catalogue.js';
import type { DraftReading } from '../../presenters/draft.js';
import { LetterPictures } from './letter-pictures.js';

/** Reads one draft with all that its page shows. */
@Injectable()
export class ReadDraft {
  constructor(
    private readonly drafts: DraftQueries,
    private readonly tickets: TicketQueries,
    private readonly names: NameQueries,
    private readonly staff: StaffDirectory,
    private readonly pictures: LetterPictures,
  ) {}

  /** @throws DomainError `not-found`, also for those who may not see it */
  async seen(actor: Actor, id: string): Promise<{ readonly draft: DraftEntity; readonly may: DraftAbilities }> {
    const draft = await this.drafts.byId(id);
    if (!draft) throw new DomainError('not-found', { what: 'draft' });
    const may = draftAbilitiesOf(actor, draft);
    if (!may.see) throw new DomainError('not-found', { what: 'draft' });
    return { draft, may };
  }

  async execute(actor: Actor, id: string): Promise<DraftReading> {
    const { draft, may } = await this.seen(actor, id);
    const [ticket, approvals, entries, people, leaders, pages] = await Promise.all([
      this.tickets.byId(draft.caseId),
      this.drafts.approvalsOf(id),
      this.tickets.entriesOf(draft.caseId),
      this.names.people([draft.authorId]),
      this.staff.leaders(),
      this.pictures.pages(draft.pdfSha256),
    ]);
    if (!ticket) throw new DomainError('not-found', { what: 'ticket' });
    const author = people.get(draft.authorId)?.fullName ?? '';
    return { draft, may, ticket, approvals, entries, author, leaders, pages, template: templateWords(draft) };
  }
}

function templateWords({ template, templateVersion }: DraftEntity): string {
  const title = kindNamed(template)?.title ?? template;
  return `mẫu ${title}, bản ${templateVersion}`;
}
