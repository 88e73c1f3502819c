import type { INestApplicationContext } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDate, instantOf } from '../../kernel/civil-date.js';
import { newId } from '../../kernel/ids.js';
import {
  FunctionHolderEntity,
  passwordHash,
  StaffEntity,
  UnitEntity,
  UnitNameEntity,
} from '../../organisation/index.js';
import { DecisionAuthorityEntity, SigningAuthorityEntity } from '../../delegation/index.js';
import { DECIDING_OFFICES, type DecidingOffice } from '../../delegation/domain/decision-authority.js';
import { OfficerTermEntity } from '../../officers/index.js';
import { RoutingLineEntity } from '../../routing-table/index.js';
import { teaches } from '../../organisation/domain/functions.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ROUTING } from './routing.js';
import { DEMONSTRATION_PASSWORD, PEOPLE } from './people.js';
import { FUNCTIONS, TWO_TIERS_FROM, UNITS, type DemonstrationUnit } from './units.js';

const FIRST_EXTENSION = 101;

/** Puts the invented department into an empty database; whole or not at all, and never a second time. @returns whether it did */
export async function seedDemonstration(context: INestApplicationContext): Promise<boolean> {
  const hash = await passwordHash(DEMONSTRATION_PASSWORD);
  return context.get(UnitOfWork).run(async (tx) => {
    if ((await tx.count(UnitEntity)) > 0) return false;
    const unitIds = new Map(UNITS.map(({ code }) => [code, newId()]));
    const idOf = (code: string): string => unitIds.get(code) ?? '';
    await seedUnits(tx, idOf);
    const staffIds = new Map(PEOPLE.map(({ username }) => [username, newId()]));
    for (const [at, person] of PEOPLE.entries()) {
      const { unit, roles, eOfficeCode, signs, username, fullName, honorific, position } = person;
      const id = staffIds.get(username) ?? newId();
      await tx.insert(StaffEntity, {
        id,
        username,
        fullName,
        honorific,
        position,
        unitId: idOf(unit),
        roles: [...roles],
        passwordHash: hash,
        eOfficeCode: eOfficeCode ?? null,
        email: `${username}@hoi-am.example`,
        phone: null,
        active: true,
      });
      if (signs !== undefined) await tx.insert(SigningAuthorityEntity, lineOf(id, signs));
      if (roles.includes('contactOfficer'))
        await tx.insert(OfficerTermEntity, { ...termOf(at, unit), unitId: idOf(unit), staffId: id });
    }
    for (const { unitFunction, unit, from = civilDate('2024-01-01'), to = null } of FUNCTIONS) {
      const holder = { id: newId(), unitFunction, unitId: idOf(unit) };
      await tx.insert(FunctionHolderEntity, { ...holder, validFrom: from, validTo: to });
    }
    await tx.insert(RoutingLineEntity, routingLines(idOf, staffIds));
    await tx.insert(DecisionAuthorityEntity, authorisedOffices());
    return true;
  });
}

/** Units of today and of before, with what they were called. */
async function seedUnits(tx: EntityManager, idOf: (code: string) => string): Promise<void> {
  for (const unit of UNITS) {
    const { code, name, symbol, kind, from = null, to = null, successor } = unit;
    await tx.insert(UnitEntity, {
      ...placeOf(unit),
      id: idOf(code),
      code,
      name,
      symbol,
      kind,
      validFrom: from,
      validTo: to,
      parentId: parentOf(unit, idOf),
      successorId: successor === undefined ? null : idOf(successor),
    });
    for (const named of namesOf(unit)) await tx.insert(UnitNameEntity, { ...named, unitId: idOf(code), symbol });
  }
}

/** A commune's division stands beside the department, not under it. */
function parentOf({ kind, under = 'LD' }: DemonstrationUnit, idOf: (code: string) => string): string | null {
  return kind === 'leadership' || kind === 'communeDivision' ? null : idOf(under);
}

/** What a unit was called before the two tiers, and what since; none for a unit that kept its name. */
function namesOf({ name, before }: DemonstrationUnit): readonly Pick<UnitNameEntity, 'id' | 'name' | 'validFrom'>[] {
  if (before === undefined) return [];
  return [
    { id: newId(), name: before, validFrom: null },
    { id: newId(), name, validFrom: TWO_TIERS_FROM },
  ];
}

/** The standing table of routing of the invented department. */
function routingLines(idOf: (code: string) => string, staffIds: ReadonlyMap<string, string>): RoutingLineEntity[] {
  const decided = civilDate('2024-01-02');
  const [author] = PEOPLE.filter(({ roles }) => roles.includes('formatChecker'));
  return ROUTING.map(({ category, schoolLevel, unit, officer }, at) => ({
    id: newId(),
    no: at + 1,
    category,
    schoolLevel: schoolLevel ?? null,
    area: null,
    coordinators: [],
    ...{
      leadUnitId: unit === null ? null : idOf(unit),
      officerId: officer === null ? null : (staffIds.get(officer) ?? null),
    },
    basis: '12/QĐ-SGDĐT',
    validFrom: decided,
    validTo: null,
    createdAt: instantOf(decided, 8 * 60),
    createdById: staffIds.get(author?.username ?? '') ?? '',
    createdByName: author?.fullName ?? '',
    endedBecause: null,
    endedByName: null,
    endedAt: null,
  }));
}

/** The work regulation of the invented department lets its offices decide what is in their hands. */
function authorisedOffices(): DecisionAuthorityEntity[] {
  const decided = civilDate('2024-01-02');
  return (Object.keys(DECIDING_OFFICES) as DecidingOffice[]).map((office) =>
    Object.assign(new DecisionAuthorityEntity(), {
      id: newId(),
      personId: null,
      office,
      matters: [...DECIDING_OFFICES[office]],
      scope: null,
      validFrom: decided,
      validTo: null,
      basis: '03/QĐ-SGDĐT',
      basisDate: decided,
      fileName: null,
      fileSha256: null,
      createdById: SYSTEM.id,
      createdByName: SYSTEM.name,
      createdAt: instantOf(decided, 0),
      endedFrom: null,
      endedBecause: null,
      endedByName: null,
      endedAt: null,
    }),
  );
}

/** Where a unit of the invented department is found; the parts of the department are all in its main building. */
function placeOf({ code, name, kind }: DemonstrationUnit): Pick<UnitEntity, 'address' | 'website' | 'email' | 'phone'> {
  const inHeadquarters = !teaches(kind) && kind !== 'communeDivision';
  const host = code.toLowerCase();
  return {
    address: inHeadquarters ? 'Số 1 phố Hồi Âm, thành phố Hải Phòng' : `${name}, thành phố Hải Phòng`,
    website: inHeadquarters ? 'https://so-gddt.hoi-am.example' : `https://${host}.hoi-am.example`,
    email: `${host}@hoi-am.example`,
    phone: '0225 3000 100',
  };
}

/** How an officer is reached, from the first day of the invented department. @param at place among its people, which makes the number theirs */
function termOf(at: number, unit: string): Omit<OfficerTermEntity, 'unitId' | 'staffId'> {
  const [phone, email] = [`0225 3000 ${String(FIRST_EXTENSION + at)}`, `daumoi.${unit.toLowerCase()}@hoi-am.example`];
  return {
    id: newId(),
    phone,
    email,
    validFrom: civilDate('2024-01-01'),
    validTo: null,
    changeId: null,
    voidedAt: null,
  };
}

/** The distribution of work among the leaders of the invented department. */
function lineOf(personId: string, form: 'head' | 'KT'): SigningAuthorityEntity {
  const decided = civilDate('2024-01-02');
  return Object.assign(new SigningAuthorityEntity(), {
    ...{
      id: newId(),
      personId,
      form,
      position: null,
      academicTitle: null,
      collective: null,
      sourceId: null,
      kinds: [],
    },
    field: form === 'KT' ? 'Giáo dục trung học; tiếp nhận, xử lý phản ánh qua Tổng đài 1022' : null,
    validFrom: decided,
    validTo: null,
    basis: '02/QĐ-SGDĐT',
    basisDate: decided,
    fileName: null,
    fileSha256: null,
    createdById: 'system',
    createdByName: SYSTEM.name,
    createdAt: instantOf(decided, 0),
    endedFrom: null,
    endedBecause: null,
    endedByName: null,
    endedAt: null,
  });
}
