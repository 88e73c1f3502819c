import type { INestApplicationContext } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import { civilDate, instantOf } from '../../kernel/civil-date.js';
import { newId } from '../../kernel/ids.js';
import { FunctionHolderEntity, passwordHash, StaffEntity, UnitEntity } from '../../organisation/index.js';
import { SigningAuthorityEntity } from '../../delegation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DEMONSTRATION_PASSWORD, FUNCTIONS, PEOPLE, UNITS } from './people.js';

/** Puts the invented department into an empty database; whole or not at all, and never a second time. @returns whether it did */
export async function seedDemonstration(context: INestApplicationContext): Promise<boolean> {
  const hash = await passwordHash(DEMONSTRATION_PASSWORD);
  return context.get(UnitOfWork).run(async (tx) => {
    if ((await tx.count(UnitEntity)) > 0) return false;
    const unitIds = new Map(UNITS.map(({ code }) => [code, newId()]));
    const idOf = (code: string): string => unitIds.get(code) ?? '';
    for (const unit of UNITS) {
      const parentId = unit.kind === 'leadership' ? null : idOf('LD');
      await tx.insert(UnitEntity, { ...unit, id: idOf(unit.code), parentId });
    }
    for (const { unit, roles, eOfficeCode, signs, username, fullName, honorific, position } of PEOPLE) {
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
