import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { requireKeeper, requireReason } from '../domain/policy.js';
import { PublicResultEntity } from '../persistence/publication.entities.js';
import { PublicNews } from './public-news.js';

/** Takes a result back from the public: its page says that it is gone, and feeds and files leave it out. One person suffices, for haste protects. */
@Injectable()
export class WithdrawResult {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly journal: Journal,
    private readonly news: PublicNews,
  ) {}

  /**
   * @param reason kept for the staff; the public does not read it
   * @throws DomainError `forbidden`, `input-invalid`, `not-found` also for what is withdrawn already
   */
  async withdraw(actor: Actor, number: number, reason: string): Promise<void> {
    requireKeeper(actor);
    const withdrawReason = requireReason(reason);
    await this.uow.run(async (tx) => {
      const open = { number, withdrawnAt: IsNull() };
      const result = await tx.findOneBy(PublicResultEntity, open);
      const taken = { withdrawnAt: this.clock.now(), withdrawnById: actor.id, withdrawnByName: actor.name };
      const { affected } = await tx.update(PublicResultEntity, open, { ...taken, withdrawReason });
      if (result === null || affected !== 1) throw new DomainError('not-found', { what: 'publicResult' });
      const line = {
        action: 'publication.withdraw',
        objectKind: 'publicResult',
        objectId: result.publicationId,
      } as const;
      await this.journal.record(tx, actor, { ...line, detail: { number, reason: withdrawReason } });
    });
    this.news.changed();
  }
}
