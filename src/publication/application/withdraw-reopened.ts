import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { PublicResultEntity } from '../persistence/publication.entities.js';
import { PublicNews } from './public-news.js';
import { WITHDRAW_RESULT } from '../../tickets/index.js';

const RECONSIDERED = 'Vụ việc được xem xét lại';

/** Takes the result of a ticket from the public that was reopened, or whose letter was recalled: nobody is to read that it is settled. */
@Injectable()
export class WithdrawReopened implements JobHandler<typeof WITHDRAW_RESULT> {
  readonly job = WITHDRAW_RESULT;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly news: PublicNews,
  ) {}

  /** Where somebody has withdrawn it already, their reason stands. */
  async handle({ ticketId }: PayloadOf<typeof WITHDRAW_RESULT>): Promise<void> {
    await this.uow.run(async (tx) => {
      const standing = await tx.findOneBy(PublicResultEntity, { ticketId, withdrawnAt: IsNull() });
      if (standing === null) return;
      const { number, publicationId } = standing;
      const withdrawn = { withdrawnAt: this.clock.now(), withdrawReason: RECONSIDERED };
      const { affected } = await tx.update(PublicResultEntity, { number, withdrawnAt: IsNull() }, withdrawn);
      if (affected !== 1) return;
      const line = { action: 'publication.withdraw', objectKind: 'publicResult', objectId: publicationId } as const;
      await this.journal.record(tx, SYSTEM, { ...line, detail: { number, ticketId, reason: RECONSIDERED } });
    });
    this.news.changed();
  }
}
