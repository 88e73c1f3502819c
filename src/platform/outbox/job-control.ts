import { Injectable } from '@nestjs/common';
import { IsNull, LessThanOrEqual, Not, type EntityManager, type FindOptionsWhere } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { MAX_SEQ } from '../database/max-seq.js';
import { OutboxEvidenceEntity } from './outbox-evidence.entity.js';
import { JobHandlers } from './job-handlers.js';
import { OutboxEntity } from './outbox.entity.js';

const OPEN = { finishedAt: IsNull() };
const STOPPED = { outcome: 'givenUp' } as const;

export type Evidence = Pick<OutboxEvidenceEntity, 'note' | 'receiptId' | 'sha256' | 'fileName'>;

/**
 * What people may do with a job, in the transaction of the act. What a worker has in hand at the moment is `changed-meanwhile`, what is settled
 * or never was is `not-found`.
 */
@Injectable()
export class JobControl {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly clock: Clock,
  ) {}

  /** What was given up is due again, as if it had just been made; it keeps its place in the order. @throws DomainError */
  reopen(tx: EntityManager, seq: number): Promise<OutboxEntity> {
    const anew = { finishedAt: null, outcome: null, attempts: 0, dueAt: this.clock.now() };
    return this.change(tx, [{ seq, ...STOPPED }], anew);
  }

  /** Nobody tries it, nor what comes after it under its ordering key, until it is released. @throws DomainError */
  hold(tx: EntityManager, seq: number, by: Actor, reason: string): Promise<OutboxEntity> {
    const held = { heldAt: this.clock.now(), heldByName: by.name, holdReason: reason };
    return this.change(tx, [{ seq, ...OPEN, heldAt: IsNull() }], held);
  }

  /** It is due at once. @throws DomainError */
  release(tx: EntityManager, seq: number): Promise<OutboxEntity> {
    const free = { heldAt: null, heldByName: null, holdReason: null, dueAt: this.clock.now() };
    return this.change(tx, [{ seq, ...OPEN, heldAt: Not(IsNull()) }], free);
  }

  /** It was done by another way: its feature shows it so. @throws DomainError, `not-found` also for what cannot be done by another way */
  async markDelivered(tx: EntityManager, seq: number, by: Actor, evidence: Evidence): Promise<OutboxEntity> {
    const at = this.clock.now();
    const ended = { finishedAt: at, outcome: 'delivered' } as const;
    const row = await this.change(
      tx,
      [
        { seq, ...OPEN },
        { seq, ...STOPPED },
      ],
      ended,
    );
    if (!this.handlers.isDeliverable(row.kind)) throw new DomainError('not-found', { seq });
    await tx.insert(OutboxEvidenceEntity, { ...evidence, seq, at, byId: by.id, byName: by.name });
    await this.handlers.delivered(row, evidence.receiptId);
    return row;
  }

  /** It will not be done, and holds nothing back any more; its feature hears of it once. Only what was given up, or is held. @throws DomainError */
  async setAside(tx: EntityManager, seq: number, reason: string): Promise<OutboxEntity> {
    const ended = { finishedAt: this.clock.now(), outcome: 'setAside' } as const;
    const row = await this.change(
      tx,
      [
        { seq, ...STOPPED },
        { seq, ...OPEN, heldAt: Not(IsNull()) },
      ],
      ended,
    );
    if (row.outcome === null) await this.handlers.giveUp(row, reason);
    return row;
  }

  /** @returns what it was before */
  private async change(
    tx: EntityManager,
    where: FindOptionsWhere<OutboxEntity>[],
    change: Partial<Omit<OutboxEntity, 'payload'>>,
  ): Promise<OutboxEntity> {
    const row = where.every(({ seq }) => Number(seq) <= MAX_SEQ) ? await tx.findOneBy(OutboxEntity, where) : null;
    if (!row) throw new DomainError('not-found', { what: 'job' });
    const seen = { seq: row.seq, outcome: row.outcome ?? IsNull(), heldAt: row.heldAt ?? IsNull() };
    const unheld = [
      { ...seen, leasedUntil: IsNull() },
      { ...seen, leasedUntil: LessThanOrEqual(this.clock.now()) },
    ];
    for (const free of unheld) if ((await tx.update(OutboxEntity, free, change)).affected === 1) return row;
    throw new DomainError('changed-meanwhile');
  }
}
