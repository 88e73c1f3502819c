import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { OutboxEntity } from './outbox.entity.js';

/** Ids only: the keeper reads the rest, so that a promise never holds a citizen's words. */
export type Payload = Readonly<Record<string, string>>;

export interface PromiseToKeep {
  readonly kind: string;
  /** Unique name of the promise; a second one with the same name is not made. */
  readonly key: string;
  readonly lane?: string;
  /** What comes after it in its lane makes no sense without it: given up, it holds them back until a person has settled it. */
  readonly holdsLane?: true;
  /** Not made while another of its kind waits to be begun: whatever is to be found now, that one will find. */
  readonly unlessWaiting?: true;
  readonly payload: Payload;
}

/** Where use cases write their promises, in the transaction of the change that they belong to. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  async promise(tx: EntityManager, ...promises: readonly PromiseToKeep[]): Promise<void> {
    const now = this.clock.now();
    for (const { kind, key, lane, holdsLane, unlessWaiting, payload } of promises) {
      if (await tx.existsBy(OutboxEntity, { key })) continue;
      if (unlessWaiting && (await isWaiting(tx, kind))) continue;
      await tx.insert(OutboxEntity, {
        kind,
        key,
        lane: lane ?? null,
        holdsLane: holdsLane ?? null,
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

/** Keeps one kind of promise. Called at least once per promise; must be safe to repeat. */
export interface PromiseKeeper {
  readonly kind: string;
  /**
   * @throws OutsideUnavailable tried again with growing pauses, for as long as it takes
   * @throws OutsideRefused, DomainError given up at once, unless time may cure it (`failure.ts`); the reason is kept for a clerk
   */
  keep(payload: Payload): Promise<void>;
  /** Told when the promise is given up, in the transaction that ends it, so that the feature can show it. Calls no outside system. */
  giveUp?(payload: Payload, reason: string): Promise<void>;
  /** Told when a person has proved that it was kept by another way, in the transaction that ends it. Left out where that cannot be. */
  delivered?(payload: Payload, receiptId: string | null): Promise<void>;
}

/** The keepers of all features; each adds its own at start. */
@Injectable()
export class PromiseKeepers {
  private readonly byKind = new Map<string, PromiseKeeper>();

  add(...keepers: readonly PromiseKeeper[]): void {
    for (const keeper of keepers) {
      if (this.byKind.has(keeper.kind)) throw new Error(`Two keepers for ${keeper.kind}`);
      this.byKind.set(keeper.kind, keeper);
    }
  }

  kinds(): readonly string[] {
    return [...this.byKind.keys()];
  }

  of(kind: string): PromiseKeeper | undefined {
    return this.byKind.get(kind);
  }
}
