import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { OutboxEntity } from './outbox.entity.js';

/** Ids only: the handler reads the rest, so that a job never holds a citizen's words. */
export type Payload = Readonly<Record<string, string>>;

export interface NewJob {
  readonly kind: string;
  /** Unique name of the job; a second one with the same name is not enqueued. */
  readonly key: string;
  readonly orderingKey?: string;
  /** What comes after it under its ordering key makes no sense without it: given up, it holds them back until a person has settled it. */
  readonly blocksFollowing?: true;
  /** Not enqueued while another of its kind waits to be begun: whatever is to be found now, that one will find. */
  readonly unlessWaiting?: true;
  readonly payload: Payload;
}

/** Where use cases enqueue jobs, in the transaction of the change that they belong to. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  async enqueue(tx: EntityManager, ...jobs: readonly NewJob[]): Promise<void> {
    const now = this.clock.now();
    for (const { kind, key, orderingKey, blocksFollowing, unlessWaiting, payload } of jobs) {
      if (await tx.existsBy(OutboxEntity, { key })) continue;
      if (unlessWaiting && (await isWaiting(tx, kind))) continue;
      await tx.insert(OutboxEntity, {
        kind,
        key,
        orderingKey: orderingKey ?? null,
        blocksFollowing: blocksFollowing ?? null,
        payload,
        createdAt: now,
        dueAt: now,
        attempts: 0,
        leasedBy: null,
        leasedUntil: null,
        finishedAt: null,
        outcome: null,
        lastError: null,
        heldAt: null,
        heldByName: null,
        holdReason: null,
      });
    }
  }
}

function isWaiting(tx: EntityManager, kind: string): Promise<boolean> {
  return tx.existsBy(OutboxEntity, { kind, finishedAt: IsNull(), leasedUntil: IsNull(), heldAt: IsNull() });
}

/** Does jobs of one kind. Called at least once per job; must be safe to repeat. */
export interface JobHandler {
  readonly kind: string;
  /**
   * @throws OutsideUnavailable tried again with growing pauses, for as long as it takes
   * @throws OutsideRefused, DomainError given up at once, unless time may cure it (`failure.ts`); the reason is kept for a clerk
   */
  handle(payload: Payload): Promise<void>;
  /** Told when the job is given up, in the transaction that ends it, so that the feature can show it. Calls no outside system. */
  giveUp?(payload: Payload, reason: string): Promise<void>;
  /** Told when a person has proved that it was done by another way, in the transaction that ends it. Left out where that cannot be. */
  delivered?(payload: Payload, receiptId: string | null): Promise<void>;
}

/** The handlers of all features; each adds its own at start. */
@Injectable()
export class JobHandlers {
  private readonly byKind = new Map<string, JobHandler>();

  add(...handlers: readonly JobHandler[]): void {
    for (const handler of handlers) {
      if (this.byKind.has(handler.kind)) throw new Error(`Two handlers for ${handler.kind}`);
      this.byKind.set(handler.kind, handler);
    }
  }

  kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): JobHandler | undefined {
    return this.byKind.get(kind);
  }
}
