import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { Journal } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { standingOf } from '../domain/circular.js';
import { requireInPerson } from '../domain/policy.js';
import { CircularEntity, CircularReceiptEntity } from '../persistence/circulars.entities.js';

/** Somebody reads a circular and says so: each for themselves, nobody for another. */
@Injectable()
export class AcknowledgeCircular {
  constructor(
    private readonly clock: Clock,
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
  ) {}

  /** Keeps when somebody opened it first; nothing for those who do not have it to read. */
  async opened(actor: Actor, circularId: string): Promise<void> {
    if (actor.onBehalfOf !== undefined) return;
    const unread = { circularId, staffId: actor.id, readAt: IsNull() };
    await this.uow.run((tx) => tx.update(CircularReceiptEntity, unread, { readAt: this.clock.now() }));
  }

  /**
   * @throws DomainError `forbidden` in another's place; `not-found` for those to whom it was not handed; `changed-meanwhile` when it was acknowledged
   *   already, or holds no longer
   */
  async acknowledge(actor: Actor, circularId: string): Promise<void> {
    requireInPerson(actor);
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      const circular = await tx.findOneBy(CircularEntity, { id: circularId });
      const receipt = await tx.findOneBy(CircularReceiptEntity, { circularId, staffId: actor.id });
      if (!circular || !receipt) throw new DomainError('not-found', { what: 'circular' });
      const today = civilDateOf(at);
      const holds = standingOf(circular, today) === 'inForce';
      const done = { state: 'acknowledged' as const, acknowledgedAt: at, readAt: receipt.readAt ?? at };
      const { affected } = holds
        ? await tx.update(CircularReceiptEntity, { seq: receipt.seq, state: 'open' }, done)
        : { affected: 0 };
      if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'circular', id: circularId });
      await this.journal.record(tx, actor, {
        action: 'circular.acknowledge',
        objectKind: 'circular',
        objectId: circularId,
        detail: { inTime: today <= circular.dueOn },
      });
    });
  }
}
