import type { Role } from '../../../src/kernel/actor.js';
import { StaffEntity } from '../../../src/organisation/index.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { TestApp } from '../test-app.js';

const FURTHER: readonly (readonly [string, string, Role])[] = [
  ['tiepnhan', 'van-phong', 'registryClerk'],
  ['thethuc', 'van-phong', 'formatChecker'],
  ['mai', 'gdtrh', 'contactOfficer'],
  ['thu', 'nui-voi', 'contactOfficer'],
  ['hieutruong', 'nui-voi', 'unitHead'],
];

/** Adds those whom the test department lacks: one person for each role alone, and two more in each unit. */
export async function settleFurther(house: TestApp): Promise<void> {
  await house.app.get(UnitOfWork).run(async (tx) => {
    const pattern = await tx.findOneByOrFail(StaffEntity, { username: 'ngoc' });
    for (const [id, unitId, role] of FURTHER) {
      const own = { id, username: id, fullName: `Người ${id}`, unitId, roles: [role] };
      await tx.insert(StaffEntity, tx.create(StaffEntity, { ...Object.fromEntries(Object.entries(pattern)), ...own }));
    }
  });
}
