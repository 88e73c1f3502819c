import { Injectable } from '@nestjs/common';
import { CompareRevisions, DraftQueries, type DraftEntity, type DraftRevisionEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { LetterPictures } from '../kit/letter-pages/letter-pictures.js';
import { DraftPageQuery } from '../drafting/draft-page-query.js';

/** Reads revisions of a draft for those who may see it. */
@Injectable()
export class RevisionPageQuery {
  constructor(
    private readonly drafts: DraftPageQuery,
    private readonly queries: DraftQueries,
    private readonly pictures: LetterPictures,
    private readonly compareRevisions: CompareRevisions,
  ) {}

  /** @param number left out: the current revision @throws DomainError `not-found`, also for those who may not see the draft */
  async requireVisible(
    actor: Actor,
    id: string,
    number?: string,
  ): Promise<{ readonly draft: DraftEntity; readonly revision: DraftRevisionEntity }> {
    const { draft } = await this.drafts.requireVisible(actor, id);
    const wanted = number ?? String(draft.revision);
    const revision = /^[1-9]\d{0,5}$/u.test(wanted) ? await this.queries.revision(id, Number(wanted)) : null;
    if (!revision) throw new DomainError('not-found', { what: 'draft' });
    return { draft, revision };
  }

  async read(actor: Actor, id: string, number: string) {
    const { draft, revision } = await this.requireVisible(actor, id, number);
    const [revisions, pages] = await Promise.all([
      this.queries.revisionsOf(id),
      this.pictures.pages(revision.pdfSha256),
    ]);
    return { draft, revision, revisions, pages };
  }

  /** @param wanted from which revision to which; left out: from the last but one to the current one */
  async compared(actor: Actor, id: string, [from, to]: readonly [string | undefined, string | undefined]) {
    const { draft, revision: after } = await this.requireVisible(actor, id, to);
    const { revision: before } = await this.requireVisible(actor, id, from ?? String(Math.max(1, after.revision - 1)));
    const [revisions, comparison] = await Promise.all([
      this.queries.revisionsOf(id),
      this.compareRevisions.compare(draft.template, before, after),
    ]);
    return { draft, revisions, before, after, comparison };
  }
}

/** What was read to compare two revisions. */
export type ComparisonReading = Awaited<ReturnType<RevisionPageQuery['compared']>>;

/** The data for the page of one revision. */
export type RevisionReading = Awaited<ReturnType<RevisionPageQuery['read']>>;
