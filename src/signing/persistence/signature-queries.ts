import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import type { SignatureState } from '../domain/signature-request.js';
import { LetterAnnexEntity } from './letter-annex.entity.js';
import { SignatureRouteStepEntity } from './signature-route-step.entity.js';
import { SignatureEvidenceEntity } from './signature-evidence.entity.js';
import { SignatureRequestEntity, SignatureStepEntity } from './signing.entities.js';

const SHOWN = 100;

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

  /** Newest first. */
  inStates(states: readonly SignatureState[]): Promise<SignatureRequestEntity[]> {
    return this.requests.find({ where: { state: In([...states]) }, order: { createdAt: 'DESC' }, take: SHOWN });
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
    return this.evidence.find({
      where: { subjectKind: In(['letter', 'annex']), subjectId: requestId },
      order: { judgedAt: 'DESC', id: 'ASC' },
      take: SHOWN,
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
