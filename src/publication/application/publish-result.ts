import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Journal } from '../../journal/index.js';
import { SYSTEM } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { OrganisationQueries } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { ApprovedResults, type ApprovedResult } from '../../tickets/index.js';
import { PublicResultEntity } from '../persistence/publication.entities.js';
import { PublicNews } from './public-news.js';
import { PUBLISH_RESULT } from '../../tickets/index.js';

const REPLACED = 'Có kết quả mới hơn của cùng vụ việc.';

/** Puts an approved result on the public site. What was published of the same matter before gives way to it. Nothing is published of a ticket that was reopened meanwhile. */
@Injectable()
export class PublishResult implements JobHandler<typeof PUBLISH_RESULT> {
  readonly job = PUBLISH_RESULT;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly approved: ApprovedResults,
    private readonly organisation: OrganisationQueries,
    private readonly journal: Journal,
    private readonly news: PublicNews,
  ) {}

  /** @throws DomainError `not-found` for what nobody approved */
  async handle({ publicationId }: PayloadOf<typeof PUBLISH_RESULT>): Promise<void> {
    const result = await this.approved.of(publicationId);
    if (!result.stands) return;
    const unit = result.unitId === null ? null : await this.organisation.unit(result.unitId);
    await this.uow.run(async (tx) => {
      if (await tx.existsBy(PublicResultEntity, { publicationId })) return;
      const now = this.clock.now();
      const former = { ticketId: result.ticketId, withdrawnAt: IsNull() };
      await tx.update(PublicResultEntity, former, { withdrawnAt: now, withdrawReason: REPLACED });
      await tx.insert(PublicResultEntity, { ...shown(result), unitName: unit?.name ?? null, publishedAt: now });
      const line = { action: 'publication.publish', objectKind: 'publicResult', objectId: publicationId } as const;
      await this.journal.record(tx, SYSTEM, { ...line, detail: { ticketId: result.ticketId } });
    });
    this.news.changed();
  }
}

function shown({ publicationId, ticketId, category, categoryName, title, text }: ApprovedResult) {
  const standing = { withdrawnAt: null, withdrawnById: null, withdrawnByName: null, withdrawReason: null };
  return { publicationId, ticketId, category, categoryName, title, text, ...standing };
}
