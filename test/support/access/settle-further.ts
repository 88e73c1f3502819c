import type { Role } from '../../../src/kernel/actor.js';
import { StaffEntity, UnitEntity } from '../../../src/organisation/index.js';
import { UnitOfWork } from '../../../src/platform/database/unit-of-work.js';
import type { TestApp } from '../test-app.js';

const FURTHER: readonly (readonly [string, string, Role])[] = [
  ['tiepnhan', 'van-phong', 'registryClerk'],
  ['thethuc', 'van-phong', 'formatChecker'],
  ['mai', 'gdtrh', 'contactOfficer'],
  ['thu', 'nui-voi', 'contactOfficer'],
  ['hieutruong', 'nui-voi', 'unitHead'],
];

/** A unit of which nobody calls. */
export const COMPLAINED = 'cau-rao';

/** Adds those whom the test department lacks: one person for each role alone, and two more in each unit. */
export async function settleFurther(app: TestApp): Promise<void> {
  await app.nest.get(UnitOfWork).run(async (tx) => {
    const unit = await tx.findOneByOrFail(UnitEntity, { id: 'nui-voi' });
    const other = { id: COMPLAINED, code: COMPLAINED, name: 'Trường THPT Cầu Rào', symbol: 'CR' };
    await tx.insert(UnitEntity, tx.create(UnitEntity, { ...Object.fromEntries(Object.entries(unit)), ...other }));
    const pattern = await tx.findOneByOrFail(StaffEntity, { username: 'ngoc' });
    for (const [id, unitId, role] of FURTHER) {
      const own = { id, username: id, fullName: `Người ${id}`, unitId, roles: [role] };
      await tx.insert(StaffEntity, tx.create(StaffEntity, { ...Object.fromEntries(Object.entries(pattern)), ...own }));
    }
  });
}
