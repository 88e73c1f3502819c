import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDate, instantOf } from '../../kernel/civil-date.js';
import { newId } from '../../kernel/ids.js';
import { FunctionHolderEntity, passwordHash, StaffEntity, UnitEntity } from '../../organisation/index.js';
import { SigningAuthorityEntity } from '../../delegation/index.js';
import { OfficerTermEntity } from '../../officers/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DEMONSTRATION_PASSWORD, FUNCTIONS, PEOPLE, UNITS, type DemonstrationUnit } from './people.js';

const FIRST_EXTENSION = 101;

/** Puts the invented department into an empty database; whole or not at all, and never a second time. @returns whether it did */
export async function seedDemonstration(context: INestApplicationContext): Promise<boolean> {
  const hash = await passwordHash(DEMONSTRATION_PASSWORD);
  return context.get(UnitOfWork).run(async (tx) => {
    if ((await tx.count(UnitEntity)) > 0) return false;
    const unitIds = new Map(UNITS.map(({ code }) => [code, newId()]));
    const idOf = (code: string): string => unitIds.get(code) ?? '';
    for (const unit of UNITS) {
      const parentId = unit.kind === 'leadership' ? null : idOf('LD');
      await tx.insert(UnitEntity, { ...unit, ...placeOf(unit), id: idOf(unit.code), parentId });
    }
    for (const [at, person] of PEOPLE.entries()) {
      const { unit, roles, eOfficeCode, signs, username, fullName, honorific, position } = person;
      const id = newId();
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
    for (const { unitFunction, unit } of FUNCTIONS) {
      const validFrom = civilDate('2024-01-01');
      await tx.insert(FunctionHolderEntity, {
        id: newId(),
        unitFunction,
        unitId: idOf(unit),
        validFrom,
        validTo: null,
      });
    }
    return true;
  });
}

/** Where a unit of the invented department is found; the parts of the department are all in its main building. */
function placeOf({ code, name, kind }: DemonstrationUnit): Pick<UnitEntity, 'address' | 'website' | 'email' | 'phone'> {
  const inHeadquarters = kind !== 'school' && kind !== 'centre';
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
    ...{ id: newId(), phone, email, validFrom: civilDate('2024-01-01') },
    ...{ validTo: null, changeId: null, voidedAt: null },
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
    ...{ validFrom: decided, validTo: null, basis: '02/QĐ-SGDĐT', basisDate: decided },
    ...{ fileName: null, fileSha256: null, createdById: 'system', createdByName: SYSTEM.name },
    createdAt: instantOf(decided, 0),
    ...{ endedFrom: null, endedBecause: null, endedByName: null, endedAt: null },
  });
}
