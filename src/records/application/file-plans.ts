import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.js';
import { planToBeginWith, type FilePlan, type PlanInUse } from '../domain/file-plan.js';
import { FilePlanVersionEntity, RecordSeriesEntity } from '../persistence/records.entities.js';

/** A version of a plan and how it came to be. */
export interface PublishedPlan extends FilePlan {
  /** Null for the plan that a year begins with. */
  readonly publication: { readonly byName: string; readonly at: Date; readonly reason: string } | null;
}

/** The file plans of all years. */
@Injectable()
export class FilePlans {
  constructor(private readonly database: Database) {}

  /** The plan in force for a year: the newest version, or what a year begins with. */
  async of(year: number, manager: EntityManager = this.database.reader.manager): Promise<PublishedPlan> {
    return (await this.history(year, manager)).at(-1) ?? { ...planToBeginWith(year), publication: null };
  }

  /** Every version that was written for a year, oldest first. */
  async history(year: number, manager: EntityManager = this.database.reader.manager): Promise<PublishedPlan[]> {
    const versions = await manager.find(FilePlanVersionEntity, { where: { year }, order: { version: 'ASC' } });
    return versions.map(({ version, entries, reason, createdByName, createdAt }) => ({
      year,
      version,
      entries,
      publication: { byName: createdByName, at: createdAt, reason },
    }));
  }

  /** Under which headings of a year files were opened. */
  async inUse(year: number, manager: EntityManager = this.database.reader.manager): Promise<PlanInUse> {
    const series = await manager.findBy(RecordSeriesEntity, { year });
    return { year, notations: series.map(({ entry }) => entry) };
  }
}
