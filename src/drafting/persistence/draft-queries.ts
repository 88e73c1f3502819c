import { Injectable } from '@nestjs/common';
import { In, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { WorkHolder } from '../../organisation/index.js';
import { Database } from '../../platform/database/database.js';
import { rowBy, rowsBy } from '../../platform/database/rows.js';
import { isSet } from '../../platform/database/is-set.js';
import { CASE_KINDS, type CaseKind } from '../domain/case.js';
import { DRAFT_STATES, type DraftState } from '../domain/draft.js';
import { DraftRevisionEntity } from './draft-revision.entities.js';
import { DraftApprovalEntity, DraftEntity } from './drafting.entities.js';

/** A revision in a list: who, when, why and whether it has its page, without what it says. */
export type RevisionLine = Pick<
  DraftRevisionEntity,
  'revision' | 'source' | 'basedOn' | 'docxSha256' | 'pdfSha256' | 'writerName' | 'reason' | 'savedAt' | 'sitting'
>;

const UNDER_WAY: readonly DraftState[] = DRAFT_STATES.filter((state) => state !== 'done' && state !== 'withdrawn');

const IN_REVIEW: readonly DraftState[] = ['contentReview', 'formatReview', 'approved'];

/** Replies in review, oldest first; replies that came back to their authors and have not been sent again; documents that answer no ticket, newest first. */
export type AwaitingDraft = 'inReview' | 'givenBack' | 'document';

interface Awaiting {
  readonly where: FindOptionsWhere<DraftEntity>;
  /** The same, of a row that was read. */
  readonly holds: (draft: DraftEntity) => boolean;
}

const AWAITING: Readonly<Record<AwaitingDraft, Awaiting>> = {
  inReview: {
    where: { caseKind: 'ticket', state: In([...IN_REVIEW]) },
    holds: ({ caseKind, state }) => caseKind === 'ticket' && IN_REVIEW.includes(state),
  },
  givenBack: {
    where: { caseKind: 'ticket', state: 'editing', returnReason: isSet() },
    holds: ({ caseKind, state }) => caseKind === 'ticket' && state === 'editing',
  },
  document: {
    where: { caseKind: In(CASE_KINDS.filter((kind) => kind !== 'ticket')), state: In([...UNDER_WAY]) },
    holds: ({ caseKind }) => caseKind !== 'ticket',
  },
};

/** A database takes so many values in one question. */
const ASKED_AT_ONCE = 500;

/** Reads of drafts, of their revisions and of their approvals. */
@Injectable()
export class DraftQueries {
  constructor(private readonly database: Database) {}

  /** @param tx where it is decided upon */
  byId(id: string, tx: EntityManager = this.database.reader.manager): Promise<DraftEntity | null> {
    return rowBy(tx, DraftEntity, { id });
  }

  /** @param ids of a page of a list */
  async byIds(ids: readonly string[]): Promise<readonly DraftEntity[]> {
    if (ids.length === 0) return [];
    return this.database.reader.getRepository(DraftEntity).findBy({ id: In([...ids]) });
  }

  /** Documents that answer no ticket and are neither out nor given up, newest first: all, for each person sees their own among them. */
  async documentsUnderWay(): Promise<readonly DraftEntity[]> {
    return (await this.awaiting(['document'])).document;
  }

  /** What waits, each sort in its order, in one statement; each person picks their own from it. */
  async awaiting<Sort extends AwaitingDraft>(sorts: readonly Sort[]): Promise<Readonly<Record<Sort, DraftEntity[]>>> {
    const found =
      sorts.length === 0
        ? []
        : await this.database.reader
            .getRepository(DraftEntity)
            .find({ where: sorts.map((sort) => AWAITING[sort].where), order: { savedAt: 'ASC', id: 'DESC' } });
    const sorted = sorts.map((sort) => {
      const own = found.filter(AWAITING[sort].holds);
      return [sort, sort === 'document' ? own.reverse() : own] as const;
    });
    return Object.fromEntries(sorted) as Record<Sort, DraftEntity[]>;
  }

  /** The replies to a ticket, newest first; what else was written about it is left out. */
  repliesTo(ticketId: string): Promise<DraftEntity[]> {
    const order = { savedAt: 'DESC', id: 'ASC' } as const;
    return rowsBy(this.database.reader.manager, DraftEntity, { caseKind: 'ticket', caseId: ticketId }, { order });
  }

  /** The letters of a case of any kind, newest first. */
  ofCase(caseId: string): Promise<DraftEntity[]> {
    const order = { savedAt: 'DESC', id: 'ASC' } as const;
    return rowsBy(this.database.reader.manager, DraftEntity, { caseId }, { order });
  }

  /** The letters of these cases, newest first, those that were given up left out. @param caseIds of a page of a list */
  async ofCases(caseKind: CaseKind, caseIds: readonly string[]): Promise<readonly DraftEntity[]> {
    if (caseIds.length === 0) return [];
    return this.database.reader.getRepository(DraftEntity).find({
      where: { caseKind, caseId: In([...caseIds]), state: Not('withdrawn') },
      order: { savedAt: 'DESC', id: 'ASC' },
    });
  }

  /** The letters of these cases that are neither out nor given up. */
  async underWayOf(
    caseIds: readonly string[],
    tx: EntityManager = this.database.reader.manager,
  ): Promise<readonly DraftEntity[]> {
    const letters: DraftEntity[] = [];
    for (let at = 0; at < caseIds.length; at += ASKED_AT_ONCE) {
      const caseId = In(caseIds.slice(at, at + ASKED_AT_ONCE));
      letters.push(...(await tx.findBy(DraftEntity, { caseId, state: Not(In(['done', 'withdrawn'])) })));
    }
    return letters;
  }

  /** What a unit, or one officer of it, is still writing or has before approvers and signers: looked for among what is under way, never among all letters. */
  unfinishedOf(holder: WorkHolder, tx: EntityManager): Promise<Pick<DraftEntity, 'id' | 'version'>[]> {
    return tx.find(DraftEntity, { select: { id: true, version: true }, where: unfinished(holder) });
  }

  /** How many of those are in each state. */
  async unfinishedByState(holder: WorkHolder, tx: EntityManager): Promise<ReadonlyMap<DraftState, number>> {
    const rows = await tx
      .createQueryBuilder(DraftEntity, 'draft')
      .select('draft.state', 'state')
      .addSelect('COUNT(*)', 'held')
      .where(unfinished(holder))
      .groupBy('draft.state')
      .getRawMany<{ readonly state: DraftState; readonly held: number | string }>();
    return new Map(rows.map(({ state, held }) => [state, Number(held)]));
  }

  /** The correction or replacement of a released letter that is being written; null where nobody writes one. */
  amending(documentId: string): Promise<DraftEntity | null> {
    return this.database.reader
      .getRepository(DraftEntity)
      .findOneBy({ amendsId: documentId, state: Not(In(['withdrawn', 'done'])) });
  }

  approvalsOf(draftId: string): Promise<DraftApprovalEntity[]> {
    return rowsBy(this.database.reader.manager, DraftApprovalEntity, { draftId }, { order: { at: 'ASC' } });
  }

  /** The revisions of a draft, newest first. */
  revisionsOf(draftId: string): Promise<readonly RevisionLine[]> {
    return this.database.reader.getRepository(DraftRevisionEntity).find({
      select: {
        draftId: true,
        revision: true,
        source: true,
        basedOn: true,
        docxSha256: true,
        pdfSha256: true,
        writerName: true,
        reason: true,
        savedAt: true,
        sitting: true,
      },
      where: { draftId },
      order: { revision: 'DESC' },
    });
  }

  revision(draftId: string, revision: number): Promise<DraftRevisionEntity | null> {
    return rowBy(this.database.reader.manager, DraftRevisionEntity, { draftId, revision });
  }
}

function unfinished({ unitId, officerId }: WorkHolder): FindOptionsWhere<DraftEntity> {
  return { unitId, state: In([...UNDER_WAY]), ...(officerId !== undefined && { authorId: officerId }) };
}
