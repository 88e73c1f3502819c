import type { EntityManager } from 'typeorm';
import type { CivilDate } from '../../kernel/civil-date.js';
import { codeKey, isHonorific, type KnownPeople, type TypedPerson } from '../domain/person-facts.js';
import { StaffEntity, UnitEntity } from './organisation.entities.js';

/** All that the facts of people are compared with. @param exceptId whose own name and code do not count */
export async function knownPeople(
  tx: EntityManager,
  today: CivilDate,
  exceptId: string | null = null,
): Promise<KnownPeople> {
  const select = { id: true, username: true, fullName: true, eOfficeCode: true, active: true } as const;
  const people = (await tx.find(StaffEntity, { select })).filter(({ id }) => id !== exceptId);
  const units = await tx.find(UnitEntity);
  return {
    units,
    today,
    usernames: new Map(people.map(({ username, fullName }) => [username, fullName])),
    codes: new Map(
      people.flatMap(({ active, eOfficeCode, fullName }): [string, string][] =>
        active && eOfficeCode !== null ? [[codeKey(eOfficeCode), fullName]] : [],
      ),
    ),
  };
}

/** Columns of the facts, which are sound. */
export type PersonColumns = Pick<
  StaffEntity,
  'fullName' | 'honorific' | 'position' | 'unitId' | 'username' | 'eOfficeCode' | 'email' | 'phone'
>;

export function personColumns(person: TypedPerson): PersonColumns {
  const { fullName, honorific, position, unitId, username, eOfficeCode, email, phone } = person;
  return {
    fullName,
    position,
    unitId,
    username,
    honorific: isHonorific(honorific) ? honorific : 'Ông',
    eOfficeCode: orNull(eOfficeCode),
    email: orNull(email),
    phone: orNull(phone),
  };
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}
