import { Injectable } from '@nestjs/common';
import { DocumentWriter } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';
import { ChangeLetterPlan } from './change-letter-plan.js';
import { MAKE_CHANGE_LETTER } from '../jobs/jobs.js';

const MAX_PROBLEM_LENGTH = 500;

/** Writes the letter to the city's Office about a change, once, as a DOCX to be read. */
@Injectable()
export class MakeLetter implements JobHandler<typeof MAKE_CHANGE_LETTER> {
  readonly job = MAKE_CHANGE_LETTER;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly plans: ChangeLetterPlan,
    private readonly documents: DocumentWriter,
  ) {}

  async handle({ changeId: id }: PayloadOf<typeof MAKE_CHANGE_LETTER>): Promise<void> {
    const change = await this.database.reader.getRepository(OfficerChangeEntity).findOneBy({ id });
    if (change?.state !== 'done' || change.letterSha256 !== null) return;
    const letterSha256 = await this.documents.make(await this.plans.of(change));
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, { letterSha256, letterProblem: null }));
  }

  async giveUp({ changeId: id }: PayloadOf<typeof MAKE_CHANGE_LETTER>, reason: string): Promise<void> {
    const letter = { letterProblem: reason.slice(0, MAX_PROBLEM_LENGTH) };
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, letter));
  }
}
