import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import type { Dialect } from '../database/columns.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { Database } from '../database/database.js';
import { instantText, sql, written } from '../database/sql.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobSlotEntity } from './job-slot.entity.js';

const KEPT_MS = DAY_MS;
const FORGOTTEN_EVERY_MS = 60 * 60_000;
/** Most turns come at the same moment of the minute; claims within so long are one transaction. */
const GATHERED_MS = 50;

type Slot = Pick<JobSlotEntity, 'job' | 'slot'>;

/** Lets one of several workers run a job in each slot of time. */
@Injectable()
export class JobSlots {
  private gathering: { readonly slots: Slot[]; readonly claimed: Promise<ReadonlySet<string>> } | null = null;
  /** By the clock that is never put back. */
  private forgottenAt: number | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly database: Database,
  ) {}

  /** When any process last began a turn of the job; null when none did within a day. */
  async lastClaim(job: string): Promise<Date | null> {
    const last = await this.database.reader
      .getRepository(JobSlotEntity)
      .findOne({ where: { job }, order: { claimedAt: 'DESC' } });
    return last?.claimedAt ?? null;
  }

  /** @returns whether this process may run the job in the present slot of `everyMs` */
  async claim(job: string, everyMs: number): Promise<boolean> {
    const slot = new Date(Math.floor(this.clock.now().getTime() / everyMs) * everyMs).toISOString();
    this.gathering ??= this.gather();
    const { slots, claimed } = this.gathering;
    if (slots.some((other) => other.job === job)) return false;
    slots.push({ job, slot });
    return (await claimed).has(job);
  }

  private gather(): NonNullable<JobSlots['gathering']> {
    const slots: Slot[] = [];
    const claimed = pause(GATHERED_MS).then(() => {
      this.gathering = null;
      return this.uow.run((tx) => this.claimAll(tx, slots));
    });
    return { slots, claimed };
  }

  /** Each for itself: one that another process has taken takes none of the others from us. @returns the jobs that are ours */
  private async claimAll(tx: EntityManager, slots: readonly Slot[]): Promise<ReadonlySet<string>> {
    const claimedAt = this.clock.now();
    await this.freeAfterClockSkew(tx, slots);
    const claimed = new Set<string>();
    for (const slot of slots) if (await isClaimed(tx, slot, claimedAt)) claimed.add(slot.job);
    await this.forgetOld(tx, claimedAt);
    return claimed;
  }

  /** Slots that were claimed before the clock was put back come again: without this the job would stand still until the clock is past them. */
  private async freeAfterClockSkew(tx: EntityManager, slots: readonly Slot[]): Promise<void> {
    const claimedAt = MoreThan(latestWithinSkew(this.clock.now()));
    const late = await tx.findBy(JobSlotEntity, { job: In(slots.map(({ job }) => job)), claimedAt });
    const skewed = new Set(late.map(({ job }) => job));
    for (const { job, slot } of slots.filter((one) => skewed.has(one.job))) {
      await tx.delete(JobSlotEntity, { job, claimedAt });
      await tx.delete(JobSlotEntity, { job, slot: MoreThanOrEqual(slot) });
    }
  }

  private async forgetOld(tx: EntityManager, now: Date): Promise<void> {
    const at = performance.now();
    if (this.forgottenAt !== null && at - this.forgottenAt < FORGOTTEN_EVERY_MS) return;
    await tx.delete(JobSlotEntity, { claimedAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
    this.database.onceCommitted(() => (this.forgottenAt = at));
  }
}

/** @returns whether the slot was free; on a server, another process may take it between the look and the write, and its key refuses ours */
async function isClaimed(tx: EntityManager, { job, slot }: Slot, claimedAt: Date): Promise<boolean> {
  const free = sql`NOT EXISTS (SELECT 1 FROM "job_slot" WHERE "job" = ${job} AND "slot" = ${slot})`;
  const claim = sql`INSERT INTO "job_slot" ("job", "slot", "claimedAt") SELECT ${job}, ${slot}, ${instantText(claimedAt)} WHERE ${free}`;
  try {
    const done = await tx.queryRunner?.query(...written(claim, tx.dataSource.options.type as Dialect), true);
    return done?.affected === 1;
  } catch (error) {
    if (isUniqueViolation(error)) return false;
    throw error;
  }
}
