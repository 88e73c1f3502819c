import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { rolesOn } from '../domain/roles-by-date.js';
import { nameOn } from '../domain/unit-tree.js';
import type { StaffRoleEntity, UnitNameEntity } from '../persistence/organisation.entities.js';
import { OrganisationQueries } from '../persistence/organisation-queries.js';
import { AssignRoles } from './assign-roles.js';
import { isCalled, WriteUnits } from './write-units.js';

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

  /**
   * Looks for people and units whose stored roles or name differ from those in force today. Each of them is read again when it is written, for it may
   * have changed meanwhile.
   *
   * @returns how many people and units were changed; doing it again changes nothing
   */
  async apply(): Promise<number> {
    return this.uow.run(async (tx) => {
      let changed = 0;
      for (const staffId of await this.peopleToLookAt(tx)) if (await this.roles.apply(tx, staffId)) changed += 1;
      for (const unitId of await this.unitsToLookAt(tx)) if (await this.units.applyName(tx, unitId)) changed += 1;
      return changed;
    });
  }

  private async peopleToLookAt(tx: EntityManager): Promise<readonly string[]> {
    const today = civilDateOf(this.clock.now());
    const byDate = grouped(await this.queries.allRoles(tx), ({ staffId }: StaffRoleEntity) => staffId);
    const written = await this.queries.rolesWritten(tx);
    return [...byDate]
      .filter(([id, held]) => rolesOn(held, today).join() !== written.get(id)?.join())
      .map(([id]) => id);
  }

  private async unitsToLookAt(tx: EntityManager): Promise<readonly string[]> {
    const today = civilDateOf(this.clock.now());
    const named = grouped(await this.queries.allNames(tx), ({ unitId }: UnitNameEntity) => unitId);
    const units = await this.queries.units(tx);
    return units.filter((unit) => !isCalled(unit, nameOn(named.get(unit.id) ?? [], today) ?? unit)).map(({ id }) => id);
  }
}

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
