import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Role } from '../../kernel/actor.js';
import type { CivilDate } from '../../kernel/civil-date.js';
import { Database } from '../../platform/database/database.js';
import { peopleAround, type KeptPeople } from './people-list.js';
import {
  FunctionHolderEntity,
  StaffEntity,
  StaffRoleEntity,
  UnitEntity,
  UnitNameEntity,
} from './organisation.entities.js';

const LISTED = {
  id: true,
  username: true,
  fullName: true,
  honorific: true,
  position: true,
  unitId: true,
  roles: true,
  eOfficeCode: true,
  active: true,
} as const;

/** What a list of people shows of each. */
export type ListedPerson = Pick<StaffEntity, keyof typeof LISTED>;

/** Reads the organisation as it is kept: units with what they were called, who held which duty and role. */
@Injectable()
export class OrganisationQueries {
  constructor(private readonly database: Database) {}

  /** Every unit there is or was. */
  units(tx: EntityManager = this.reader): Promise<UnitEntity[]> {
    return tx.find(UnitEntity, { order: { code: 'ASC' } });
  }

  unit(id: string, tx: EntityManager = this.reader): Promise<UnitEntity | null> {
    return tx.findOneBy(UnitEntity, { id });
  }

  /** What a unit was and will be called, oldest first; nothing where it was never renamed. */
  names(unitId: string, tx: EntityManager = this.reader): Promise<UnitNameEntity[]> {
    return tx.find(UnitNameEntity, { where: { unitId }, order: { validFrom: 'ASC' } });
  }

  allNames(tx: EntityManager = this.reader): Promise<UnitNameEntity[]> {
    return tx.find(UnitNameEntity);
  }

  /** Who held and holds duties, oldest first. */
  duties(tx: EntityManager = this.reader): Promise<FunctionHolderEntity[]> {
    return tx.find(FunctionHolderEntity, { order: { validFrom: 'ASC', id: 'ASC' } });
  }

  /** People of a unit with an account, also those who left. */
  people(unitId: string, tx: EntityManager = this.reader): Promise<StaffEntity[]> {
    return tx.findBy(StaffEntity, { unitId });
  }

  /** Everybody with an account, also those who left, as a list shows them. */
  everybody(): Promise<ListedPerson[]> {
    return this.reader.find(StaffEntity, { select: LISTED });
  }

  person(id: string, tx: EntityManager = this.reader): Promise<StaffEntity | null> {
    return tx.findOneBy(StaffEntity, { id });
  }

  /** How many work in each unit, by its id. */
  async headcounts(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.reader
      .createQueryBuilder(StaffEntity, 'staff')
      .select('staff.unitId', 'unitId')
      .addSelect('COUNT(*)', 'held')
      .where({ active: true })
      .groupBy('staff.unitId')
      .getRawMany<{ unitId: string; held: number }>();
    return new Map(rows.map(({ unitId, held }) => [unitId, held]));
  }

  /** Roles of a person by date, oldest first. */
  roles(staffId: string, tx: EntityManager = this.reader): Promise<StaffRoleEntity[]> {
    return tx.find(StaffRoleEntity, { where: { staffId }, order: { grantedAt: 'ASC', id: 'ASC' } });
  }

  allRoles(tx: EntityManager = this.reader): Promise<StaffRoleEntity[]> {
    return tx.find(StaffRoleEntity);
  }

  /** What is written into each account as its roles of today. */
  async rolesWritten(tx: EntityManager = this.reader): Promise<ReadonlyMap<string, readonly Role[]>> {
    const people = await tx.find(StaffEntity, { select: { id: true, roles: true } });
    return new Map(people.map(({ id, roles }) => [id, roles]));
  }

  /** All that a list of people is compared with on a day. */
  peopleAround(today: CivilDate, tx: EntityManager = this.reader): Promise<KeptPeople> {
    return peopleAround(tx, today);
  }

  private get reader(): EntityManager {
    return this.database.reader.manager;
  }
}
