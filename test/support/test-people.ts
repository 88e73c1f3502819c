import { hash } from '@node-rs/argon2';
import { DecisionAuthorityEntity, SigningAuthorityEntity } from '../../src/delegation/index.js';
import { FunctionHolderEntity, StaffEntity, UnitEntity } from '../../src/organisation/index.js';
import type { Role } from '../../src/kernel/actor.js';
import { civilDate } from '../../src/kernel/civil-date.js';
import type { UnitKind } from '../../src/organisation/domain/functions.js';
import type { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { aSigner } from './a-signer.js';
import { SHORT_WAY } from './short-way.js';

/** The one password of all people of the tests. */
export const PASSWORD = 'mật khẩu thử 2026';

const UNITS: readonly (readonly [string, string, string, UnitKind])[] = [
  ['lanh-dao', 'Lãnh đạo Sở', 'LD', 'leadership'],
  ['van-phong', 'Văn phòng Sở', 'VP', 'office'],
  ['gdtrh', 'Phòng Giáo dục Trung học', 'GDTrH', 'division'],
  ['nui-voi', 'Trường THPT Núi Voi', 'NV', 'school'],
];

interface TestPerson {
  readonly username: string;
  readonly fullName: string;
  readonly position: string;
  readonly unitId: string;
  readonly roles: Role[];
}

const PEOPLE: readonly TestPerson[] = [
  person('vanthu', 'Phạm Minh Tuệ', 'Văn thư', 'van-phong', ['registryClerk', 'formatChecker']),
  person('ngoc', 'Nguyễn Thị Hồng Ngọc', 'Chuyên viên', 'gdtrh', ['contactOfficer']),
  person('thang', 'Vũ Đức Thắng', 'Trưởng phòng', 'gdtrh', ['unitHead']),
  person('luc', 'Đoàn Văn Lực', 'Phó Hiệu trưởng', 'nui-voi', ['contactOfficer']),
  person('khanh', 'Đỗ Quốc Khánh', 'Phó Giám đốc', 'lanh-dao', ['leader']),
  person('giamsat', 'Hoàng Thị Minh Nguyệt', 'Thanh tra viên', 'van-phong', ['supervisor']),
  person('quantri', 'Lê Văn An', 'Quản trị', 'van-phong', ['administrator']),
];

function person(
  ...[username, fullName, position, unitId, roles]: [string, string, string, string, Role[]]
): TestPerson {
  return { username, fullName, position, unitId, roles };
}

/** A hash says itself what it costs: some two thousand sign-ins of tests need not be slow on purpose. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };

let hashed: Promise<string> | undefined;

/** A small department; ids of people are their user names. */
export async function settle(database: Database): Promise<void> {
  hashed ??= hash(PASSWORD, CHEAP);
  const passwordHash = await hashed;
  const work = new UnitOfWork(database);
  await work.run(async (tx) => {
    for (const [id, name, symbol, kind] of UNITS) {
      await tx.insert(UnitEntity, { id, code: id, name, symbol, kind, parentId: null });
    }
    for (const { username, ...facts } of PEOPLE) {
      await tx.insert(StaffEntity, {
        ...facts,
        id: username,
        username,
        honorific: 'Ông',
        passwordHash,
        eOfficeCode: facts.roles.includes('leader') ? username : null,
        email: null,
        phone: null,
        active: true,
      });
    }
    await tx.insert(SigningAuthorityEntity, aSigner('khanh', 'KT'));
    await tx.insert(DecisionAuthorityEntity, [...SHORT_WAY]);
    const holding = { id: 'h-1', unitFunction: 'registry' as const, unitId: 'van-phong' };
    await tx.insert(FunctionHolderEntity, { ...holding, validFrom: civilDate('2024-01-01'), validTo: null });
  });
  work.onApplicationShutdown();
}
