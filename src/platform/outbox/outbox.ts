import { Injectable } from '@nestjs/common';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import type { Dialect } from '../database/columns.js';
import { instantText, sql, toStatement, type Sql } from '../database/sql.js';
import { keptTrace } from '../telemetry/spans.js';
import type { Channel } from './channels.js';
import type { NewJob } from './job.js';
import { OutboxEntity } from './outbox.entity.js';

/** Where use cases enqueue jobs, in the transaction of the change that they belong to. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** What is enqueued already is not enqueued again. */
  async enqueue(tx: EntityManager, ...jobs: readonly NewJob[]): Promise<void> {
    const dialect = tx.dataSource.options.type as Dialect;
    const now = instantText(this.clock.now());
    for (const job of jobs) {
      await tx.query(...toStatement(insertOf(job, now), dialect));
      ENQUEUED.set(tx, (ENQUEUED.get(tx) ?? new Set()).add(job.channel));
    }
  }

  /**
   * Takes back a job that has not been begun; it counts as set aside.
   *
   * @returns false where it was done, is being done, or was tried
   */
  async retract(tx: EntityManager, { key }: Pick<NewJob, 'key'>): Promise<boolean> {
    const unbegun = { key, attempts: 0, finishedAt: IsNull(), leasedUntil: IsNull() };
    const { affected } = await tx.update(OutboxEntity, unbegun, { finishedAt: this.clock.now(), outcome: 'setAside' });
    return affected === 1;
  }

  /** What waits for its time under an ordering key is due now. */
  async hasten(tx: EntityManager, orderingKey: string): Promise<void> {
    const dueAt = this.clock.now();
    const waiting = { orderingKey, attempts: 0, finishedAt: IsNull(), dueAt: MoreThan(dueAt) };
    await tx.update(OutboxEntity, waiting, { dueAt });
  }
}

const ENQUEUED = new WeakMap<EntityManager, Set<Channel>>();

/**
 * The channels that have something to do now that a transaction is committed; asked once. SQLite has one manager for all transactions, so what was
 * rolled back may be named with the next one: a turn for nothing.
 */
export function takeEnqueued(tx: EntityManager): readonly Channel[] {
  const channels = [...(ENQUEUED.get(tx) ?? [])];
  ENQUEUED.delete(tx);
  return channels;
}

/** Written by hand: every act enqueues something, and looks for its key in the statement that writes it. */
function insertOf(job: NewJob, now: string): Sql {
  const { kind, key, orderingKey, blocksFollowing, unlessWaiting, payload } = job;
  const dueAt = job.dueAt === undefined ? now : instantText(job.dueAt);
  const waiting = sql`"kind" = ${kind} AND "finishedAt" IS NULL AND "leasedUntil" IS NULL AND "heldAt" IS NULL`;
  const isWaiting = sql` AND NOT EXISTS (SELECT 1 FROM "outbox" WHERE ${waiting})`;
  return sql`INSERT INTO "outbox" ("kind", "key", "orderingKey", "blocksFollowing", "payload", "createdAt", "dueAt", "attempts", "traceparent")
    SELECT ${kind}, ${key}, ${orNull(orderingKey)}, ${blocksFollowing ? sql`1` : sql`NULL`}, ${JSON.stringify(payload)}, ${now}, ${dueAt}, 0, ${orNull(keptTrace())}
    WHERE NOT EXISTS (SELECT 1 FROM "outbox" WHERE "key" = ${key})${unlessWaiting ? isWaiting : sql``}`;
}

function orNull(value: string | null | undefined): Sql {
  return value === undefined || value === null ? sql`NULL` : sql`${value}`;
}
