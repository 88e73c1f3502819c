import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';

/** Whose work it is: everything of a unit, or what one of its officers holds. */
export interface WorkHolder {
  readonly unitId: string;
  readonly officerId?: string;
}

/** Who goes on with it. */
export interface WorkTaker {
  readonly unitId: string;
  /** Null where the unit has no contact officer yet. */
  readonly officerId: string | null;
}

/** Work that goes from one to another. */
export interface HandOver {
  readonly from: WorkHolder;
  readonly to: WorkTaker;
  /** Why, in words that stand in the course of each matter. */
  readonly because: string;
}

/** How much of one sort lies with a holder. */
export interface WorkCount {
  /** As a page names it: `Phiếu đang xử lý`. */
  readonly words: string;
  readonly count: number;
  /** Whether only units that the department commands hold it: those of communes are asked, and answer. */
  readonly commanded: boolean;
}

/** A feature whose work lies with units and their officers. */
export interface WorkSource {
  lyingWith(tx: EntityManager, holder: WorkHolder): Promise<readonly WorkCount[]>;

  /** Hands everything over, in the transaction given; nothing is left with the holder. @throws DomainError that names what cannot move */
  handOver(tx: EntityManager, actor: Actor, handOver: HandOver): Promise<void>;
}

/** All work in hand, whatever it is: each feature adds its own at start, for the organisation knows none of them. */
@Injectable()
export class WorkInHand implements WorkSource {
  private readonly sources: WorkSource[] = [];

  add(...sources: readonly WorkSource[]): void {
    this.sources.push(...sources);
  }

  async lyingWith(tx: EntityManager, holder: WorkHolder): Promise<readonly WorkCount[]> {
    const counts: WorkCount[] = [];
    for (const source of this.sources) counts.push(...(await source.lyingWith(tx, holder)));
    return counts;
  }

  async handOver(tx: EntityManager, actor: Actor, handOver: HandOver): Promise<void> {
    for (const source of this.sources) await source.handOver(tx, actor, handOver);
  }
}
