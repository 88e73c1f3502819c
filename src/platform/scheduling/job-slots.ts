import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobSlotEntity } from './job-slot.entity.js';

const KEPT_MS = DAY_MS;
const FORGOTTEN_EVERY_MS = 60 * 60_000;
/** Most jobs are due at the same moment of the minute, give or take some ten ms a timer, so claims within this time share one transaction. */
const GATHERED_MS = 200;

type Slot = Pick<JobSlotEntity, 'job' | 'slot'>;

/** Lets one of several workers run a job in each slot of time. */
@Injectable()
export class JobSlots {
  private gathering: { readonly slots: Slot[]; readonly claimed: Promise<ReadonlySet<string>> } | null = null;
  /** On the monotonic clock. */
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

  /** @returns the jobs that are ours */
  private async claimAll(tx: EntityManager, slots: readonly Slot[]): Promise<ReadonlySet<string>> {
    const claimedAt = this.clock.now();
    const taken = await this.taken(tx, slots);
    const free = slots.filter((one) => !taken.some((other) => other.job === one.job && other.slot === one.slot));
    const claimed = await claim(tx, free, claimedAt);
    await this.forgetOld(tx, claimedAt);
    return new Set(claimed.map(({ job }) => job));
  }

  /** After the clock was set back, slots claimed before it come again; without this the job would not run until the clock has passed them. */
  private async taken(tx: EntityManager, slots: readonly Slot[]): Promise<readonly Slot[]> {
    const latest = latestWithinSkew(this.clock.now());
    const job = In(slots.map((one) => one.job));
    const known = await tx.findBy(JobSlotEntity, [
      { job, slot: In(slots.map(({ slot }) => slot)) },
      { job, claimedAt: MoreThan(latest) },
    ]);
    const skewed = new Set(known.filter(({ claimedAt }) => claimedAt > latest).map((one) => one.job));
    for (const one of slots.filter((slot) => skewed.has(slot.job))) {
      await tx.delete(JobSlotEntity, { job: one.job, claimedAt: MoreThan(latest) });
      await tx.delete(JobSlotEntity, { job: one.job, slot: MoreThanOrEqual(one.slot) });
    }
    return known.filter((one) => !skewed.has(one.job));
  }

  private async forgetOld(tx: EntityManager, now: Date): Promise<void> {
    const at = performance.now();
    if (this.forgottenAt !== null && at - this.forgottenAt < FORGOTTEN_EVERY_MS) return;
    await tx.delete(JobSlotEntity, { claimedAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
    this.database.onceCommitted(() => (this.forgottenAt = at));
  }
}

/** Another process may claim a slot between our read and our insert; the unique key then refuses the whole batch, and each slot is tried alone. */
async function claim(tx: EntityManager, free: readonly Slot[], claimedAt: Date): Promise<readonly Slot[]> {
  try {
    const rows = free.map((slot) => ({ ...slot, claimedAt }));
    if (rows.length > 0) await tx.insert(JobSlotEntity, rows);
    return free;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    if (free.length <= 1) return [];
    const each: Slot[] = [];
    for (const slot of free) each.push(...(await claim(tx, [slot], claimedAt)));
    return each;
  }
}
