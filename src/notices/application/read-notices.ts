import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { MAX_SEQ } from '../../platform/database/max-seq.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { NoticeEntity } from '../persistence/notices.entities.js';

/** A person marks notices as read: only one's own, and those of others are as if they were not there. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Marks one; a second time changes nothing. */
  async one(actor: Actor, seq: number): Promise<void> {
    if (seq <= MAX_SEQ) await this.mark({ staffId: actor.id, seq });
  }

  /** Marks all up to the newest one that the person has seen; what came meanwhile stays unread. */
  async upTo(actor: Actor, seq: number): Promise<void> {
    await this.mark({ staffId: actor.id, seq: LessThanOrEqual(Math.min(seq, MAX_SEQ)) });
  }

  private async mark(which: {
    readonly staffId: string;
    readonly seq: number | ReturnType<typeof LessThanOrEqual<number>>;
  }): Promise<void> {
    const readAt = this.clock.now();
    await this.uow.run((tx) => tx.update(NoticeEntity, { ...which, readAt: IsNull() }, { readAt }));
  }
}
