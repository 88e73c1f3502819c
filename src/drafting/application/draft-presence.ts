import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DraftPresenceEntity } from '../persistence/draft-revision.entities.js';
import { Drafts } from './drafts.js';

/** Somebody else who has a draft open to change it. */
export type PresentWriter = Pick<DraftPresenceEntity, 'staffName' | 'since'>;

/** An open page says again three times within it that it is open. */
const STAYS_MS = 2 * 60_000;

/** Who has a draft open to change it: they are told of each other, and nobody is kept out. */
@Injectable()
export class DraftPresence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly drafts: Drafts,
  ) {}

  /**
   * Says that somebody has a draft open, if they may change it.
   *
   * @returns the others who have, whoever came first first
   * @throws DomainError `not-found`, also for those who may not see it
   */
  async announce(actor: Actor, draftId: string): Promise<readonly PresentWriter[]> {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const { may } = await this.drafts.forActor(tx, actor, draftId);
      await tx.delete(DraftPresenceEntity, { draftId, until: LessThanOrEqual(now) });
      if (may.edit) await this.stay(tx, actor, draftId);
      const others = { draftId, staffId: Not(actor.id), until: MoreThan(now) };
      return tx.find(DraftPresenceEntity, { where: others, order: { since: 'ASC' } });
    });
  }

  private async stay(tx: EntityManager, { id: staffId, name: staffName }: Actor, draftId: string): Promise<void> {
    const now = this.clock.now();
    const until = new Date(now.getTime() + STAYS_MS);
    const { affected } = await tx.update(DraftPresenceEntity, { draftId, staffId }, { until });
    if (affected === 1) return;
    await tx.insert(DraftPresenceEntity, { draftId, staffId, staffName, since: now, until }).catch((error: unknown) => {
      // Another page of the same person was faster.
      if (!isUniqueViolation(error)) throw error;
    });
  }
}
