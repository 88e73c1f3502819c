import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Database } from '../database/database.js';
import { channelOf, circuitHeededBy, type Channel } from './channels.js';
import { Circuits } from './circuits.js';
import { OutboxEntity } from './outbox.entity.js';
import { JobHandlers } from './outbox.js';

const BATCH = 20;

/**
 * Finds what may be done now: due, held by nobody, and with nothing before it under its ordering key that is open, or given up and blocks what follows. Of a channel
 * whose peer is away nothing; when it is time to ask, one, due or not, and each time another, so that one odd message does not answer for the peer.
 */
@Injectable()
export class DueJobs {
  constructor(
    private readonly database: Database,
    private readonly handlers: JobHandlers,
    private readonly circuits: Circuits,
    private readonly clock: Clock,
  ) {}

  /** @returns a small batch, longest due first, so that many that fail again and again do not starve the new */
  async of(channel: Channel): Promise<readonly OutboxEntity[]> {
    const heeded = circuitHeededBy(channel);
    const standing = heeded === null ? 'closed' : await this.circuits.standing(heeded);
    if (standing === 'wait') return [];
    const isProbe = standing === 'probe' && heeded === channel;
    const due = this.startable(channel);
    if (!isProbe) due.andWhere('job.dueAt <= :now');
    return due
      .orderBy('job.dueAt')
      .addOrderBy('job.seq')
      .take(isProbe ? 1 : BATCH)
      .getMany();
  }

  private startable(channel: Channel): SelectQueryBuilder<OutboxEntity> {
    const due = this.database.reader
      .getRepository(OutboxEntity)
      .createQueryBuilder('job')
      .where('job.finishedAt IS NULL')
      .andWhere('job.heldAt IS NULL')
      .andWhere('(job.leasedUntil IS NULL OR job.leasedUntil <= :now)', { now: this.clock.now() })
      .andWhere((query) => {
        const before = query
          .subQuery()
          .select('1')
          .from(OutboxEntity, 'before')
          .where('before.orderingKey = job.orderingKey')
          .andWhere('(before.finishedAt IS NULL OR (before.blocksFollowing = :yes AND before.outcome = :givenUp))')
          .andWhere('before.seq < job.seq');
        return `NOT EXISTS ${before.getQuery()}`;
      })
      .setParameters({ yes: true, givenUp: 'givenUp' });
    this.narrow(due, channel);
    return due;
  }

  /** What no handler knows is the internal channel’s too: it is given up there, so that a clerk sees it. */
  private narrow(due: SelectQueryBuilder<OutboxEntity>, channel: Channel): void {
    const known = this.handlers.kinds();
    if (channel === 'internal') {
      const others = known.filter((kind) => channelOf(kind) !== 'internal');
      if (others.length > 0) due.andWhere('job.kind NOT IN (:...others)', { others });
      return;
    }
    const own = known.filter((kind) => channelOf(kind) === channel);
    due.andWhere(own.length > 0 ? 'job.kind IN (:...own)' : '1 = 0', { own });
  }
}
