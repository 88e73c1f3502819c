import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import type { PeopleAround } from '../domain/people-rows.js';
import type { HeldRole } from '../domain/roles-by-date.js';
import { StaffEntity, StaffRoleEntity, UnitEntity } from './organisation.entities.js';

/** `PeopleAround` as kept; what the directory says of people is a setting. */
export type KeptPeople = Omit<PeopleAround, 'attributes' | 'people'> & {
  readonly people: readonly (StaffEntity & Held)[];
};

/** Everybody with an account, those who left too, with their roles by date, and every unit: all that a list of people is compared with. */
export async function peopleAround(tx: EntityManager, today: CivilDate): Promise<KeptPeople> {
  const [people, roles, units] = [
    await tx.find(StaffEntity),
    await tx.find(StaffRoleEntity),
    await tx.find(UnitEntity),
  ];
  const byPerson = new Map<string, StaffRoleEntity[]>();
  for (const role of roles) byPerson.set(role.staffId, [...(byPerson.get(role.staffId) ?? []), role]);
  return {
    people: people.map((person) => Object.assign(person, { held: byPerson.get(person.id) ?? heldBefore(person) })),
    units,
    today,
  };
}

interface Held {
  readonly held: readonly HeldRole[];
}

/** Roles of somebody to whom none was ever given by date. */
function heldBefore({ roles }: StaffEntity): readonly HeldRole[] {
  return roles.map((role) => ({ role, validFrom: null, validTo: null }));
}
