import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel/actor.js';
import { civilDateOf, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { Database } from '../../platform/database/database.js';
import type { UnitFunction, UnitKind } from '../domain/functions.js';
import {
  isInForce,
  isOfCommune,
  peoplesCommitteeOf,
  presentHolder,
  withKin,
  type UnitWithKin,
} from '../domain/unit-tree.js';
import { DUTIES, STAFF, UNITS, type Person } from '../persistence/organisation-data.js';

export type { Person };

export interface Unit {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly symbol: string;
  readonly kind: UnitKind;
}

/** A unit that is reached by a letter, and through which People's Committee; null where the letter goes to the unit itself. */
export interface LetterReceiver {
  readonly unitId: string;
  readonly name: string;
  readonly through: string | null;
}

/** A unit in which nobody has an account, and where it is mailed to. */
interface SilentUnit {
  readonly kind: UnitKind;
  readonly email: string | null;
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
    const found = (await STAFF.of(this.database)).byId.get(id);
    return known(found?.active === true ? found.person : undefined);
  }

  /** By the name of the account. @throws DomainError `not-found` */
  async personNamed(username: string): Promise<Person> {
    const name = username.trim().toLowerCase();
    return known((await this.people()).find((person) => person.username === name));
  }

  /** @throws DomainError `not-found` */
  async unit(id: string): Promise<Unit> {
    const unit = (await this.units()).find((one) => one.id === id);
    if (!unit) throw new DomainError('not-found', { what: 'unit' });
    return unit;
  }

  /** The unit that holds today what one held; null of null. */
  async presentHolder<Id extends string | null>(unitId: Id): Promise<Id | string> {
    return unitId === null ? unitId : presentHolder(await UNITS.of(this.database), unitId);
  }

  /** The units whose people count as those of one; null where there is none of that id. */
  async withKin(unitId: string): Promise<UnitWithKin | null> {
    return withKin(await UNITS.of(this.database), unitId);
  }

  /** Everybody who works here, by name. */
  async people(): Promise<readonly Person[]> {
    return (await STAFF.of(this.database)).people;
  }

  /** Every unit there is or was. */
  units(): Promise<readonly Unit[]> {
    return UNITS.of(this.database);
  }

  /** Units that have a part in handling today, by name; those of communes among them, which are asked and never lead. */
  async handlingUnits(): Promise<readonly Unit[]> {
    const today = civilDateOf(this.clock.now());
    const units = await UNITS.of(this.database);
    return units
      .filter((unit) => unit.kind !== 'leadership' && isInForce(unit, today))
      .sort((a, b) => a.name.localeCompare(b.name, 'vi'));
  }

  /** Of those the units that the department may command: they lead, and are told what to do. */
  async commandedUnits(): Promise<readonly Unit[]> {
    const [all, handling] = [await UNITS.of(this.database), await this.handlingUnits()];
    return handling.filter(({ id }) => !isOfCommune(all, id));
  }

  /** Whether the department may command a unit. */
  async commands(unitId: string): Promise<boolean> {
    return !isOfCommune(await UNITS.of(this.database), unitId);
  }

  /** The units among these that are written to by letter: those without accounts, and those of communes. */
  async reachedByLetter(unitIds: readonly string[]): Promise<readonly LetterReceiver[]> {
    const [units, silent] = [await UNITS.of(this.database), await this.withoutAccounts(unitIds)];
    return units
      .filter(({ id }) => unitIds.includes(id) && (silent.has(id) || isOfCommune(units, id)))
      .map(({ id, name }) => ({ unitId: id, name, through: peoplesCommitteeOf(units, id) }));
  }

  /** The contact officers of a unit, or of all units. */
  async contactOfficers(unitId?: string): Promise<readonly Person[]> {
    return this.peopleWith('contactOfficer', unitId);
  }

  /** Who answers for a unit: its contact officers and its head, each once. */
  async answeringFor(unitId: string): Promise<readonly Person[]> {
    const people = await this.people();
    return people.filter(
      (person) => person.unitId === unitId && ANSWERING.some((role) => person.actor.roles.includes(role)),
    );
  }

  /** The units among these without an account that could answer, by their ids. */
  async withoutAccounts(unitIds: readonly string[]): Promise<ReadonlyMap<string, SilentUnit>> {
    const units = (await UNITS.of(this.database)).filter(({ id }) => unitIds.includes(id));
    const found = new Map<string, SilentUnit>();
    for (const { id, kind, email } of units)
      if ((await this.answeringFor(id)).length === 0) found.set(id, { kind, email });
    return found;
  }

  /** Those at the head of the department; its deputies where nobody is. */
  async directors(): Promise<readonly Person[]> {
    const leaders = await this.peopleWith('leader');
    const heads = leaders.filter((leader) => !isDeputy(leader));
    return heads.length > 0 ? heads : leaders;
  }

  /** The unit that holds a duty on a day, or null when nobody does. */
  async holderOf(unitFunction: UnitFunction, day: CivilDate): Promise<Unit | null> {
    const duties = await DUTIES.of(this.database);
    const holder = duties.find((one) => one.unitFunction === unitFunction && isInForce(one, day));
    return holder ? this.unit(holder.unitId) : null;
  }

  /** Who has a role, in a unit or anywhere, by name; the same order each time, on both databases. */
  async peopleWith(role: Role, unitId?: string): Promise<readonly Person[]> {
    const people = await this.people();
    return people.filter(({ actor, unitId: own }) => actor.roles.includes(role) && (unitId ?? own) === own);
  }
}

const ANSWERING: readonly Role[] = ['contactOfficer', 'unitHead'];

function known(person: Person | undefined): Person {
  if (person === undefined) throw new DomainError('not-found', { what: 'staff' });
  return person;
}

function isDeputy({ position }: Person): boolean {
  return position.startsWith('Phó ');
}
