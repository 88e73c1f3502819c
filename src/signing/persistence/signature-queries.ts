import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { countOf, countTogether } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { rowsBy } from '../../platform/database/rows.js';
import { instantText, joinSql, limitSql, sql, toStatement, type Sql } from '../../platform/database/sql.js';
import { inCourse, type SignatureState } from '../domain/signature-request.js';
import { LetterAnnexEntity } from './letter-annex.entity.js';
import { NumberOrderEntity } from './number-order.entity.js';
import { SignatureRouteStepEntity } from './signature-route-step.entity.js';
import { SignatureEvidenceEntity } from './signature-evidence.entity.js';
import { SignatureRequestEntity, SignatureStepEntity } from './signing.entities.js';

const SHOWN = 100;

/** States in which a letter still waits for somebody; no agency has more of them than its people can work at. */
type OpenSignatureState = Exclude<SignatureState, 'released' | 'cancelled' | 'returned' | 'rejected' | 'failed'>;

/** Where a page of letters goes on. */
export type SignaturePlace = Pick<SignatureRequestEntity, 'createdAt' | 'id'>;

/** Reads of letters in signing. */
@Injectable()
export class SignatureQueries {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<SignatureRequestEntity | null> {
    return this.requests.findOneBy({ id });
  }

  async byIds(ids: readonly string[]): Promise<SignatureRequestEntity[]> {
    if (ids.length === 0) return [];
    return this.requests.findBy({ id: In([...ids]) });
  }

  /** Letters at which somebody must work, oldest first: all of them, for a part would hide what waits longest. Of letters that have ended there are `page`s. */
  inStates(states: readonly OpenSignatureState[]): Promise<SignatureRequestEntity[]> {
    return this.requests.find({ where: { state: In([...states]) }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** What the e-office was asked to number; null where it was not asked. */
  numberOrderOf(requestId: string): Promise<NumberOrderEntity | null> {
    return this.database.reader.manager.findOneBy(NumberOrderEntity, { requestId });
  }

  /** How many letters are there. */
  count(state: OpenSignatureState): Promise<number> {
    return countTogether(this.database, countOf(this.requests.createQueryBuilder('r').where({ state })));
  }

  /**
   * Group after group, the newest of each first.
   *
   * @param groups of states, at least one state
   * @param after the last letter of the page before, which was of the first group; null for the first page
   */
  async page(
    groups: readonly (readonly SignatureState[])[],
    after: SignaturePlace | null,
    size: number,
  ): Promise<readonly SignatureRequestEntity[]> {
    const { dialect, reader } = this.database;
    const places = await reader.query<{ readonly id: string }[]>(
      ...toStatement(newestStatement(groups, after, limitSql(size, dialect)), dialect),
    );
    const letters = await this.byIds(places.map(({ id }) => id));
    const found = new Map(letters.map((letter) => [letter.id, letter]));
    return places.flatMap(({ id }) => found.get(id) ?? []);
  }

  ofDraft(draftId: string): Promise<SignatureRequestEntity[]> {
    return this.requests.find({ where: { draftId }, order: { createdAt: 'DESC' } });
  }

  async ofDrafts(draftIds: readonly string[]): Promise<SignatureRequestEntity[]> {
    if (draftIds.length === 0) return [];
    return this.requests.find({ where: { draftId: In([...draftIds]) }, order: { createdAt: 'ASC' } });
  }

  async stepsOf(requestId: string): Promise<SignatureStepEntity[]> {
    return inCourse(await this.database.reader.getRepository(SignatureStepEntity).findBy({ requestId }));
  }

  /** The desks on a letter's way, in their order; none for requests of before there were routes. */
  routeOf(requestId: string): Promise<SignatureRouteStepEntity[]> {
    const order = { position: 'ASC' } as const;
    return rowsBy(this.database.reader.manager, SignatureRouteStepEntity, { requestId }, { order });
  }

  /** The annexes that were submitted with a letter, in their order. */
  annexesOf(requestId: string): Promise<LetterAnnexEntity[]> {
    return this.database.reader
      .getRepository(LetterAnnexEntity)
      .find({ where: { requestId }, order: { position: 'ASC' } });
  }

  /** What each judgement of a letter and its annexes rests on, newest first. */
  evidenceOf(requestId: string): Promise<SignatureEvidenceEntity[]> {
    return cutList(
      { name: 'Chứng cứ kiểm tra chữ ký', how: 'Hiện các lần kiểm tra mới nhất; lệnh hoi-am evidence lấy đủ.' },
      this.evidence.findAndCount({
        where: { subjectKind: In(['letter', 'annex']), subjectId: requestId },
        order: { judgedAt: 'DESC', id: 'ASC' },
        take: SHOWN,
      }),
    );
  }

  /** What the newest judgement of one file of a letter found; null where none is kept. */
  judgementOf(requestId: string, fileSha256: string): Promise<SignatureEvidenceEntity | null> {
    return this.evidence.findOne({
      where: { subjectKind: 'letter', subjectId: requestId, fileSha256 },
      order: { judgedAt: 'DESC', id: 'ASC' },
    });
  }

  /** What the newest judgement of a file that came in rests on. @param fileSha256 of the file: what came from outside is known by its bytes */
  evidenceOfIncoming(fileSha256: string): Promise<SignatureEvidenceEntity | null> {
    return this.evidence.findOne({
      where: { subjectKind: 'incoming', fileSha256 },
      order: { judgedAt: 'DESC', id: 'ASC' },
    });
  }

  evidenceById(id: string): Promise<SignatureEvidenceEntity | null> {
    return this.evidence.findOneBy({ id });
  }

  private get evidence() {
    return this.database.reader.getRepository(SignatureEvidenceEntity);
  }

  private get requests() {
    return this.database.reader.getRepository(SignatureRequestEntity);
  }
}

/** The ids of the newest letters. Each state is a walk of its own along the index of states, so that no state is read to its end. */
function newestStatement(
  groups: readonly (readonly SignatureState[])[],
  after: SignaturePlace | null,
  limit: Sql,
): Sql {
  const newest = sql`"createdAt" DESC, "id" DESC ${limit}`;
  const walks = groups.flatMap((states, group) =>
    states.map((state) => {
      const conditions = [sql`"state" = ${state}`, ...(after === null || group > 0 ? [] : olderThan(after))];
      return sql`SELECT "id", "createdAt", ${group} AS "group" FROM (SELECT "id", "createdAt" FROM "signature_request" WHERE ${joinSql(conditions, ' AND ')} ORDER BY ${newest}) AS walk`;
    }),
  );
  return sql`SELECT "id" FROM (${joinSql(walks, ' UNION ALL ')}) AS letter ORDER BY "group", ${newest}`;
}

function olderThan({ createdAt, id }: SignaturePlace): readonly Sql[] {
  const at = instantText(createdAt);
  return [sql`"createdAt" <= ${at}`, sql`("createdAt" < ${at} OR "id" < ${id})`];
}
