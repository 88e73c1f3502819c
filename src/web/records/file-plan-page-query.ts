import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, yearOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { StaffDirectory } from '../../organisation/index.js';
import { mayEditPlan } from '../../records/domain/file-plan.js';
import { FilePlans } from '../../records/index.js';

/** Reads the file plan of a year with what it was before. */
@Injectable()
export class FilePlanPageQuery {
  constructor(
    private readonly plans: FilePlans,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  /** @param asked the year; null for the present one */
  async read(actor: Actor, asked: number | null) {
    const thisYear = yearOf(civilDateOf(this.clock.now()));
    const year = asked ?? thisYear;
    const [history, plan, before, inUse, units] = await Promise.all([
      this.plans.history(year),
      this.plans.of(year),
      this.plans.of(year - 1),
      this.plans.inUse(year),
      this.staff.handlingUnits(),
    ]);
    return { year, thisYear, history, plan, before, inUse, units, mayEdit: mayEditPlan(actor) };
  }
}

/** The data for a year's plan. */
export type FilePlanReading = Awaited<ReturnType<FilePlanPageQuery['read']>>;
