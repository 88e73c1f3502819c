import { Injectable } from '@nestjs/common';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { StaffRoleEntity, UnitNameEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { AssignRoles } from './assign-roles.js';
import { WriteUnits } from './write-units.js';

/** Lets what was decided for a day take effect on it: roles begin and end, units are called by their new names. No restart is needed. */
@Injectable()
export class KeepUpToDate {
  private done: CivilDate | null = null;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly queries: OrganisationQueries,
    private readonly roles: AssignRoles,
    private readonly units: WriteUnits,
  ) {}

  /** Once a day in each process, and at its start. */
  async run(): Promise<void> {
    const today = civilDateOf(this.clock.now());
    if (this.done === today) return;
    await this.apply();
    this.done = today;
  }

  /** @returns how many people and units are otherwise than before; doing it again changes nothing */
  async apply(): Promise<number> {
    return this.uow.run(async (tx) => {
      let changed = 0;
      for (const [staffId, held] of grouped(
        await this.queries.allRoles(tx),
        ({ staffId: id }: StaffRoleEntity) => id,
      )) {
        if (await this.roles.apply(tx, staffId, held)) changed += 1;
      }
      const named = grouped(await this.queries.allNames(tx), ({ unitId }: UnitNameEntity) => unitId);
      for (const unit of await this.queries.units(tx)) {
        if (await this.units.applyName(tx, unit, named.get(unit.id) ?? [])) changed += 1;
      }
      return changed;
    });
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
