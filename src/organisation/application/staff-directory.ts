import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { Database } from '../../platform/database/database.js';
import type { UnitFunction, UnitKind } from '../domain/functions.js';
import { isInForce, withKin, type UnitWithKin } from '../domain/unit-tree.js';
import { FunctionHolderEntity, StaffEntity, UnitEntity } from '../persistence/organisation.entities.js';

/** A person as other features see one: no password, no private phone. */
export interface Person {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly honorific: 'Ông' | 'Bà';
  readonly position: string;
  readonly unitId: string;
  readonly eOfficeCode: string | null;
  readonly actor: Actor;
}

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly kind: UnitKind;
}

/** Who works where and holds which duty. */
@Injectable()
export class StaffDirectory {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found` */
  async person(id: string): Promise<Person> {
    return personOf(await this.staff.findOneBy({ id, active: true }));
  }

  /** By the name of the account. @throws DomainError `not-found` */
  async personNamed(username: string): Promise<Person> {
    return personOf(await this.staff.findOneBy({ username: username.trim().toLowerCase(), active: true }));
  }

  /** @throws DomainError `not-found` */
  async unit(id: string): Promise<Unit> {
    const unit = await this.unitRows.findOneBy({ id });
    if (!unit) throw new DomainError('not-found', { what: 'unit' });
    return unit;
  }

  /** The units whose people count as those of one; null where there is none of that id. */
  async withKin(unitId: string): Promise<UnitWithKin | null> {
    const select = { id: true, kind: true, parentId: true, successorId: true } as const;
    return withKin(await this.unitRows.find({ select }), unitId);
  }

  /** Everybody who works here, by name. */
  async people(): Promise<readonly Person[]> {
    const staff = await this.staff.findBy({ active: true });
    return staff.map((entity) => personOf(entity)).sort(byName);
  }

  /** Every unit there is or was. */
  units(): Promise<readonly Unit[]> {
    return this.unitRows.find();
  }

  /** Units that may lead a ticket today, by name. */
  async handlingUnits(): Promise<readonly Unit[]> {
    const today = civilDateOf(this.clock.now());
    const units = await this.unitRows.find();
    return units
      .filter((unit) => unit.kind !== 'leadership' && isInForce(unit, today))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }

  /** The contact officers of a unit, or of all units. */
  async contactOfficers(unitId?: string): Promise<readonly Person[]> {
    return this.peopleWith('contactOfficer', unitId);
  }

  /** Those at the head of the department; its deputies where nobody is. */
  async directors(): Promise<readonly Person[]> {
    const leaders = await this.peopleWith('leader');
    const heads = leaders.filter((leader) => !isDeputy(leader));
    return heads.length > 0 ? heads : leaders;
  }

  /** The unit that holds a duty on a day, or null when nobody does. */
  async holderOf(unitFunction: UnitFunction, day: CivilDate): Promise<Unit | null> {
    const holders = await this.database.reader.getRepository(FunctionHolderEntity).findBy({ unitFunction });
    const holder = holders.find((one) => isInForce(one, day));
    return holder ? this.unit(holder.unitId) : null;
  }

  /** Who has a role, in a unit or anywhere, by name; the same order each time, on both databases. */
  async peopleWith(role: Actor['roles'][number], unitId?: string): Promise<readonly Person[]> {
    const staff = await this.staff.findBy({ active: true, ...(unitId === undefined ? {} : { unitId }) });
    return staff
      .filter(({ roles }) => roles.includes(role))
      .map((entity) => personOf(entity))
      .sort(byName);
  }

  private get staff() {
    return this.database.reader.getRepository(StaffEntity);
  }

  private get unitRows() {
    return this.database.reader.getRepository(UnitEntity);
  }
}

function byName(one: Person, other: Person): number {
  return byPersonName(one.fullName, other.fullName) || (one.id < other.id ? -1 : 1);
}

function isDeputy({ position }: Person): boolean {
  return position.startsWith('Phó ');
}

function personOf(entity: StaffEntity | null): Person {
  if (!entity) throw new DomainError('not-found', { what: 'staff' });
  const { id, username, fullName, honorific, position, unitId, eOfficeCode, roles } = entity;
  return {
    id,
    username,
    fullName,
    honorific,
    position,
    unitId,
    eOfficeCode,
    actor: { id, name: fullName, unitId, roles },
  };
}
