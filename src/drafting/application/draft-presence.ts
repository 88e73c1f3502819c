import { Injectable } from '@nestjs/common';
import { LessThanOrEqual, MoreThan, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { isUniqueViolation } from '../../platform/database/database-errors.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DraftPresenceEntity } from '../persistence/draft-revision.entities.js';
import { Drafts } from './drafts.js';

/** Somebody else who is changing a draft and has not saved it. */
export type PresentWriter = Pick<DraftPresenceEntity, 'staffName' | 'since'>;

/** A page with unsaved changes says so three times within it. */
const STAYS_MS = 2 * 60_000;

/** Tells people who edit the same draft of each other; readers are not named. Nobody is locked out. */
@Injectable()
export class DraftPresence {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly drafts: Drafts,
  ) {}

  /** The others who are changing a draft, by when they began. @throws DomainError `not-found`, also for those who may not see it */
  async writers(actor: Actor, draftId: string): Promise<readonly PresentWriter[]> {
    return this.uow.run(async (tx) => {
      await this.drafts.forActor(tx, actor, draftId);
      return this.others(tx, actor, draftId);
    });
  }

  /**
   * Records whether somebody who may change a draft has unsaved changes in it.
   *
   * @returns the others who have, by when they began
   * @throws DomainError `not-found`, also for those who may not see it
   */
  async announce(actor: Actor, draftId: string, isChanging: boolean): Promise<readonly PresentWriter[]> {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const { may } = await this.drafts.forActor(tx, actor, draftId);
      await tx.delete(DraftPresenceEntity, { draftId, until: LessThanOrEqual(now) });
      if (isChanging && may.edit) await this.stay(tx, actor, draftId);
      if (!isChanging) await tx.delete(DraftPresenceEntity, { draftId, staffId: actor.id });
      return this.others(tx, actor, draftId);
    });
  }

  private others(tx: EntityManager, { id }: Actor, draftId: string): Promise<DraftPresenceEntity[]> {
    const where = { draftId, staffId: Not(id), until: MoreThan(this.clock.now()) };
    return tx.find(DraftPresenceEntity, { where, order: { since: 'ASC' } });
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
