import type { Actor, Role } from '../../kernel/actor.js';
import { byPersonName } from '../../kernel/vietnamese.js';
import { ReferenceData } from '../../platform/database/reference-data.js';
import { FunctionHolderEntity, StaffEntity, UnitEntity, UnitNameEntity } from './organisation.entities.js';

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

/** Everybody with an account. */
export interface Staff {
  /** By id, also those who left. */
  readonly byId: ReadonlyMap<string, KnownPerson>;
  /** Who works here, by name; the same order each time, on both databases. */
  readonly people: readonly Person[];
}

interface KnownPerson {
  readonly person: Person;
  readonly active: boolean;
}

/** Nothing of how a person signs in. */
const COLUMNS = {
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

/** The accounts of people; who is made inactive or loses a role is seen so at the next question, in every process. */
export const STAFF = new ReferenceData<Staff>(['staff'], async (rows) => {
  const known = (await rows.find(StaffEntity, { select: COLUMNS })).map((row) => ({
    person: personOf(row),
    active: row.active,
  }));
  return {
    byId: new Map(known.map((one) => [one.person.id, one])),
    people: known
      .filter(({ active }) => active)
      .map(({ person }) => person)
      .sort(byName),
  };
});

/** Every unit there is or was. */
export const UNITS = new ReferenceData<readonly Readonly<UnitEntity>[]>(['unit'], (rows) => rows.find(UnitEntity));

/** What units that were renamed were called, and from when. */
export const UNIT_NAMES = new ReferenceData<readonly Readonly<UnitNameEntity>[]>(['unit_name'], (rows) =>
  rows.find(UnitNameEntity),
);

/** Which unit holds which duty, by days. */
export const DUTIES = new ReferenceData<readonly Readonly<FunctionHolderEntity>[]>(['function_holder'], (rows) =>
  rows.find(FunctionHolderEntity),
);

function byName(one: Person, other: Person): number {
  return byPersonName(one.fullName, other.fullName) || (one.id < other.id ? -1 : 1);
}

function personOf(row: Pick<StaffEntity, keyof typeof COLUMNS>): Person {
  const { id, username, fullName, honorific, position, unitId, eOfficeCode } = row;
  const roles: readonly Role[] = Object.freeze(row.roles);
  const actor = Object.freeze({ id, name: fullName, unitId, roles });
  return Object.freeze({ id, username, fullName, honorific, position, unitId, eOfficeCode, actor });
}
