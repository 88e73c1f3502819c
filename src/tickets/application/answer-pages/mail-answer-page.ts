import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AgencyProfiles } from '../../../agency-profile/index.js';
import { Settings } from '../../../config/settings.js';
import { messageIdOf } from '../../../notices/domain/mail-letter.js';
import { Mailer } from '../../../notices/ports/mailer.port.js';
import { AccountKeys, NameQueries } from '../../../organisation/index.js';
import { Database } from '../../../platform/database/database.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { answerPageAddress } from '../../domain/answer-page.js';
import { answerPageLetter } from '../../domain/answer-page-letter.js';
import { MAIL_ANSWER_PAGE } from '../../jobs/jobs.js';
import { AnswerPageEntity } from '../../persistence/answer-page.entity.js';
import { AnswerPageFinder, type FoundAnswerPage } from './answer-page-finder.js';
import { sealedFor } from './issue-answer-page.js';

/** Mails the address of an answer page to the unit, unless the page no longer takes an answer. */
@Injectable()
export class MailAnswerPage implements JobHandler<typeof MAIL_ANSWER_PAGE> {
  readonly job = MAIL_ANSWER_PAGE;

  constructor(
    private readonly settings: Settings,
    private readonly database: Database,
    private readonly uow: UnitOfWork,
    private readonly finder: AnswerPageFinder,
    private readonly keys: AccountKeys,
    private readonly names: NameQueries,
    private readonly agencyProfiles: AgencyProfiles,
    private readonly mailer: Mailer,
  ) {}

  async handle({ pageId }: PayloadOf<typeof MAIL_ANSWER_PAGE>): Promise<void> {
    const found = await this.finder.byId(this.database.reader.manager, pageId);
    if (found?.standing !== 'open') return;
    const { mailTo, secretSealed } = found.page;
    if (mailTo === null || secretSealed === null) return;
    const secret = (await this.keys.open(sealedFor(pageId), secretSealed)).toString();
    const { publicUrl } = this.settings.http;
    const letter = answerPageLetter({ ...(await this.facts(found)), address: answerPageAddress(publicUrl, secret) });
    await this.mailer.send({ messageId: messageIdOf(publicUrl, 'tra-loi', pageId), to: mailTo, ...letter });
    await this.uow.run((tx) => ended(tx, pageId, { mail: 'sent', secretSealed: null }));
  }

  async giveUp({ pageId }: PayloadOf<typeof MAIL_ANSWER_PAGE>): Promise<void> {
    await this.uow.run((tx) => ended(tx, pageId, { mail: 'refused' }));
  }

  private async facts({ request, ticket }: FoundAnswerPage) {
    const unitName = (await this.names.units([request.unitId])).get(request.unitId) ?? '';
    return { agency: (await this.agencyProfiles.today()).name, unitName, code: ticket.code, dueAt: request.dueAt };
  }
}

async function ended(
  tx: EntityManager,
  id: string,
  ending: Partial<Pick<AnswerPageEntity, 'mail' | 'secretSealed'>>,
): Promise<void> {
  await tx.update(AnswerPageEntity, { id }, ending);
}
