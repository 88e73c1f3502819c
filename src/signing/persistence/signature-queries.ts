import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { cutList } from '../../platform/cut-lists.js';
import { Database } from '../../platform/database/database.js';
import type { SignatureState } from '../domain/signature-request.js';
import { LetterAnnexEntity } from './letter-annex.entity.js';
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

  byIds(ids: readonly string[]): Promise<SignatureRequestEntity[]> {
    return this.requests.findBy({ id: In([...ids]) });
  }

  /** Letters at which somebody must work, oldest first: all of them, for a part would hide what waits longest. Of letters that have ended there are `page`s. */
  inStates(states: readonly OpenSignatureState[]): Promise<SignatureRequestEntity[]> {
    return this.requests.find({ where: { state: In([...states]) }, order: { createdAt: 'ASC', id: 'ASC' } });
  }

  /** Newest first. @param after the last letter of the page before; null for the first page */
  page(
    states: readonly SignatureState[],
    after: SignaturePlace | null,
    size: number,
  ): Promise<SignatureRequestEntity[]> {
    const letters = this.requests.createQueryBuilder('r').where('r.state IN (:...states)', { states });
    if (after !== null) {
      const { createdAt, id } = after;
      letters.andWhere('(r.createdAt < :createdAt OR (r.createdAt = :createdAt AND r.id < :id))', { createdAt, id });
    }
    return letters.orderBy('r.createdAt', 'DESC').addOrderBy('r.id', 'DESC').take(size).getMany();
  }

  ofDraft(draftId: string): Promise<SignatureRequestEntity[]> {
    return this.requests.find({ where: { draftId }, order: { createdAt: 'DESC' } });
  }

  ofDrafts(draftIds: readonly string[]): Promise<SignatureRequestEntity[]> {
    return this.requests.find({ where: { draftId: In([...draftIds]) }, order: { createdAt: 'ASC' } });
  }

  stepsOf(requestId: string): Promise<SignatureStepEntity[]> {
    return this.database.reader
      .getRepository(SignatureStepEntity)
      .find({ where: { requestId }, order: { at: 'ASC', id: 'ASC' } });
  }

  /** The desks on a letter's way, in their order; none for requests of before there were routes. */
  routeOf(requestId: string): Promise<SignatureRouteStepEntity[]> {
    return this.database.reader
      .getRepository(SignatureRouteStepEntity)
      .find({ where: { requestId }, order: { position: 'ASC' } });
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
