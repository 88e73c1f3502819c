import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { HandOver, WorkCount, WorkHolder, WorkSource } from '../../organisation/index.js';
import type { DraftState } from '../domain/draft.js';
import { DraftQueries } from '../persistence/draft-queries.js';
import { DraftEntity } from '../persistence/drafting.entities.js';

const BEFORE_APPROVERS: readonly DraftState[] = ['contentReview', 'formatReview', 'approved'];

/**
 * Hands unfinished letters to another unit as they are, with their approvals. Within a unit nothing is handed over, because a letter belongs to the unit. The
 * authors of the letter and of its revisions stay, since authors never approve their own letters.
 */
@Injectable()
export class HandOverDrafts implements WorkSource {
  constructor(
    private readonly journal: Journal,
    private readonly queries: DraftQueries,
  ) {}

  async lyingWith(tx: EntityManager, holder: WorkHolder): Promise<readonly WorkCount[]> {
    const held = await this.queries.unfinishedByState(holder, tx);
    const among = (words: string, ...states: readonly DraftState[]): WorkCount => ({
      words,
      count: states.reduce((count, state) => count + (held.get(state) ?? 0), 0),
      commanded: true,
    });
    return [
      among('Bản thảo đang soạn', 'editing'),
      among('Bản thảo đang duyệt, chờ trình ký', ...BEFORE_APPROVERS),
      among('Văn bản đang trình ký', 'submitted'),
    ];
  }

  /** @throws DomainError `changed-meanwhile` */
  async handOver(tx: EntityManager, actor: Actor, { from, to }: HandOver): Promise<void> {
    if (from.unitId === to.unitId) return;
    for (const { id, version } of await this.queries.unfinishedOf(from, tx)) {
      const { affected } = await tx.update(DraftEntity, { id, version }, { unitId: to.unitId });
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'draft', id });
      await this.journal.record(tx, actor, {
        action: 'draft.handOver',
        objectKind: 'draft',
        objectId: id,
        detail: { from: from.unitId, to: to.unitId },
      });
    }
  }
}
