import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { channelOf, type Channel } from './channels.js';
import { OutboxEntity } from './outbox.entity.js';
import { PromiseKeepers } from './outbox.js';

const BATCH = 20;

/** Finds what may be kept now: due, held by nobody, and with nothing open before it in its lane. */
@Injectable()
export class DuePromises {
  constructor(
    private readonly database: Database,
    private readonly keepers: PromiseKeepers,
    private readonly clock: Clock,
  ) {}

  /** @returns a small batch, longest due first, so that many that fail again and again do not starve the new */
  async of(channel: Channel): Promise<readonly OutboxEntity[]> {
    const due = this.database.reader
      .getRepository(OutboxEntity)
      .createQueryBuilder('promise')
      .where('promise.finishedAt IS NULL')
      .andWhere('promise.dueAt <= :now', { now: this.clock.now() })
      .andWhere('(promise.leasedUntil IS NULL OR promise.leasedUntil <= :now)')
      .andWhere((query) => {
        const before = query
          .subQuery()
          .select('1')
          .from(OutboxEntity, 'before')
          .where('before.lane = promise.lane')
          .andWhere('before.finishedAt IS NULL')
          .andWhere('before.seq < promise.seq');
        return `NOT EXISTS ${before.getQuery()}`;
      });
    this.narrow(due, channel);
    return due.orderBy('promise.dueAt').addOrderBy('promise.seq').take(BATCH).getMany();
  }

  /** What no keeper knows is the house's too: it is given up there, so that a clerk sees it. */
  private narrow(due: SelectQueryBuilder<OutboxEntity>, channel: Channel): void {
    const known = this.keepers.kinds();
    if (channel === 'house') {
      const others = known.filter((kind) => channelOf(kind) !== 'house');
      if (others.length > 0) due.andWhere('promise.kind NOT IN (:...others)', { others });
      return;
    }
    const own = known.filter((kind) => channelOf(kind) === channel);
    due.andWhere(own.length > 0 ? 'promise.kind IN (:...own)' : '1 = 0', { own });
  }
}
