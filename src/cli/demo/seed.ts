import type { INestApplicationContext } from '@nestjs/common';
import { civilDate } from '../../kernel/civil-date.js';
import { newId } from '../../kernel/ids.js';
import { FunctionHolderEntity, passwordHash, StaffEntity, UnitEntity } from '../../organisation/index.js';
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
    for (const { unit, roles, eOfficeCode, username, fullName, honorific, position } of PEOPLE) {
      await tx.insert(StaffEntity, {
        id: newId(),
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
