import { Injectable } from '@nestjs/common';
import { In, IsNull, Not } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { DraftApprovalEntity, DraftEntity } from './drafting.entities.js';

/** Reads of drafts and of their approvals. */
@Injectable()
export class DraftQueries {
  constructor(private readonly database: Database) {}

  byId(id: string): Promise<DraftEntity | null> {
    return this.database.reader.getRepository(DraftEntity).findOneBy({ id });
  }

  /** The letters of a case, newest first. */
  ofCase(caseId: string): Promise<DraftEntity[]> {
    return this.database.reader
      .getRepository(DraftEntity)
      .find({ where: { caseId }, order: { savedAt: 'DESC', id: 'ASC' } });
  }

  /** Drafts that wait for somebody's approval. */
  inReview(): Promise<DraftEntity[]> {
    return this.database.reader.getRepository(DraftEntity).find({
      where: { state: In(['contentReview', 'formatReview', 'approved']) },
      order: { savedAt: 'ASC' },
      take: 200,
    });
  }

  /** Drafts that came back to their authors and have not been sent again. */
  givenBack(): Promise<DraftEntity[]> {
    return this.database.reader
      .getRepository(DraftEntity)
      .find({ where: { state: 'editing', returnReason: Not(IsNull()) }, order: { savedAt: 'ASC' }, take: 200 });
  }

  approvalsOf(draftId: string): Promise<DraftApprovalEntity[]> {
    return this.database.reader.getRepository(DraftApprovalEntity).find({ where: { draftId }, order: { at: 'ASC' } });
  }
}
