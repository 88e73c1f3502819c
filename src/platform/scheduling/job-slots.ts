import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { DAY_MS } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { latestWithinSkew } from '../../kernel/clock-skew.js';
import { isUniqueViolation } from '../database/database-errors.js';
import { Database } from '../database/database.js';
import { UnitOfWork } from '../database/unit-of-work.js';
import { JobSlotEntity } from './job-slot.entity.js';

const KEPT_MS = DAY_MS;

/** Lets one of several workers run a job in each slot of time. */
@Injectable()
export class JobSlots {
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
    const now = this.clock.now();
    const slot = new Date(Math.floor(now.getTime() / everyMs) * everyMs).toISOString();
    try {
      await this.uow.run(async (tx) => {
        await this.freeAfterClockSkew(tx, job, slot);
        await tx.insert(JobSlotEntity, { job, slot, claimedAt: now });
        await tx.delete(JobSlotEntity, { job, claimedAt: LessThan(new Date(now.getTime() - KEPT_MS)) });
      });
      return true;
    } catch (error) {
      if (isUniqueViolation(error)) return false;
      throw error;
    }
  }

  /** Slots that were claimed before the clock was put back come again: without this the job would stand still until the clock is past them. */
  private async freeAfterClockSkew(tx: EntityManager, job: string, slot: string): Promise<void> {
    const claimedAt = MoreThan(latestWithinSkew(this.clock.now()));
    const { affected } = await tx.delete(JobSlotEntity, { job, claimedAt });
    if ((affected ?? 0) > 0) await tx.delete(JobSlotEntity, { job, slot: MoreThanOrEqual(slot) });
  }
}
