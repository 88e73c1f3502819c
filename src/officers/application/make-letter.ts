import { Injectable } from '@nestjs/common';
import { DocumentWriter } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { Payload, JobHandler } from '../../platform/outbox/outbox.js';
import { OfficerChangeEntity } from '../persistence/officers.entities.js';
import { ChangeLetterPlan } from './change-letter-plan.js';

const LONGEST_PROBLEM = 500;

/** Writes the letter to the city's Office about a change, once, as a DOCX to be read. */
@Injectable()
export class MakeLetter implements JobHandler {
  readonly kind = 'officers.letter';

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly plans: ChangeLetterPlan,
    private readonly documents: DocumentWriter,
  ) {}

  async handle({ changeId: id = '' }: Payload): Promise<void> {
    const change = await this.database.reader.getRepository(OfficerChangeEntity).findOneBy({ id });
    if (change?.state !== 'done' || change.letterSha256 !== null) return;
    const letterSha256 = await this.documents.make(await this.plans.of(change));
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, { letterSha256, letterProblem: null }));
  }

  async giveUp({ changeId: id = '' }: Payload, reason: string): Promise<void> {
    const letter = { letterProblem: reason.slice(0, LONGEST_PROBLEM) };
    await this.uow.run((tx) => tx.update(OfficerChangeEntity, { id }, letter));
  }
}
