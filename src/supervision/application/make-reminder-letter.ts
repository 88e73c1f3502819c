import { Injectable } from '@nestjs/common';
import { DocumentWriter } from '../../drafting/index.js';
import { Database } from '../../platform/database/database.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { ReminderLetterEntity } from '../persistence/supervision.entities.js';
import { ReminderPlan } from './reminder-plan.js';
import { MAKE_REMINDER_LETTER } from '../jobs/jobs.js';

const MAX_PROBLEM_LENGTH = 500;
const NOTHING_LEFT = 'Mọi phiếu đã được trả lời hoặc chuyển đơn vị khác, không còn gì để đôn đốc.';

/** Writes a letter that reminds a unit of its tickets, once, as a DOCX to be read; of nothing no letter is made. */
@Injectable()
export class MakeReminderLetter implements JobHandler<typeof MAKE_REMINDER_LETTER> {
  readonly job = MAKE_REMINDER_LETTER;

  constructor(
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly plans: ReminderPlan,
    private readonly documents: DocumentWriter,
  ) {}

  async handle({ letterId: id }: PayloadOf<typeof MAKE_REMINDER_LETTER>): Promise<void> {
    const letter = await this.database.reader.getRepository(ReminderLetterEntity).findOneBy({ id });
    if (letter?.state !== 'making') return;
    const plan = await this.plans.of(letter);
    const outcome =
      plan === null
        ? { state: 'dropped' as const, problem: NOTHING_LEFT }
        : { state: 'made' as const, letterSha256: await this.documents.make(plan), problem: null };
    await this.uow.run((tx) => tx.update(ReminderLetterEntity, { id, state: 'making' }, outcome));
  }

  async giveUp({ letterId: id }: PayloadOf<typeof MAKE_REMINDER_LETTER>, reason: string): Promise<void> {
    const failed = { state: 'failed' as const, problem: reason.slice(0, MAX_PROBLEM_LENGTH) };
    await this.uow.run((tx) => tx.update(ReminderLetterEntity, { id, state: 'making' }, failed));
  }
}
