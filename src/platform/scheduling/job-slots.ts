import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { In, LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { Database } from '../database/database.js';
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
  private forgottenAt: Date | null = null;

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

  /** Where another process claims the same slot at this moment, the work is done again and finds it taken. @returns the jobs that are ours */
  private async claimAll(tx: EntityManager, slots: readonly Slot[]): Promise<ReadonlySet<string>> {
    const claimedAt = this.clock.now();
    await this.freeAfterClockSkew(tx, slots);
    const jobs = slots.map(({ job }) => job);
    const taken = await tx.findBy(JobSlotEntity, { job: In(jobs), slot: In(slots.map(({ slot }) => slot)) });
    const free = slots.filter(({ job, slot }) => !taken.some((other) => other.job === job && other.slot === slot));
    await tx.insert(
      JobSlotEntity,
      free.map((one) => ({ ...one, claimedAt })),
    );
    await this.forgetOld(tx, claimedAt);
    return new Set(free.map(({ job }) => job));
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
    if (this.forgottenAt !== null && now.getTime() - this.forgottenAt.getTime() < FORGOTTEN_EVERY_MS) return;
    await tx.delete(JobSlotEntity, { claimedAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
    this.forgottenAt = now;
  }
}
