import writeExcelFile from 'write-excel-file/node';
import { readSheet } from 'read-excel-file/node';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { PEOPLE_COLUMNS, type PeopleField } from '../../src/organisation/domain/people-columns.js';
import {
  ChangePerson,
  ImportPeople,
  StaffEntity,
  StaffImportEntity,
  StaffRoleEntity,
} from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';
import { textOf } from '../support/web-visitor.js';

const ADMINISTRATOR: Actor = { ...SYSTEM, id: 'quantri', name: 'Lê Văn An', roles: ['administrator'] };
const MANY = 300;

type Row = Readonly<Partial<Record<PeopleField, string>>>;

const AN: Row = {
  ...{ username: 'an.nt', fullName: 'Nguyễn Thị An', honorific: 'Bà', position: 'Chuyên viên', unitCode: 'van-phong' },
  ...{ roles: 'Văn thư; Kiểm tra thể thức', eOfficeCode: 'annt', phone: '0225 3842 123' },
};
const BINH: Row = {
  ...{ username: 'binh', fullName: 'Trần Bình', honorific: 'Ông', position: 'Phó Giám đốc', unitCode: 'lanh-dao' },
  ...{ roles: 'Lãnh đạo Sở', from: '01/04/2026', to: '31/12/2026', eOfficeCode: 'binht' },
};

/** Each step follows the one before. */
describe('people from a workbook', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const imports = () => app.nest.get(ImportPeople);
  const rows = () => app.nest.get(Database).reader.manager;
  const staff = (username: string) => rows().findOneByOrFail(StaffEntity, { username });
  const rolesOf = async (username: string) =>
    (await rows().findBy(StaffRoleEntity, { staffId: (await staff(username)).id }))
      .map(({ role, validFrom, validTo }) => `${role} ${String(validFrom)} ${String(validTo)}`)
      .sort();

  async function workbook(...people: readonly Row[]): Promise<Buffer> {
    const text = (value: string) => ({ value, type: String });
    const table = people.map((row) => PEOPLE_COLUMNS.map(({ field }) => text(row[field] ?? '')));
    return writeExcelFile([PEOPLE_COLUMNS.map(({ heading }) => text(heading)), ...table]).toBuffer();
  }
  const bring = async (...people: readonly Row[]): Promise<string> =>
    imports().bring(ADMINISTRATOR, { name: 'cán bộ.xlsx', content: await workbook(...people) });
  const review = (id: string) => imports().review(ADMINISTRATOR, id);
  const confirm = async (id: string, withAdministrators = false): Promise<void> =>
    imports().confirm(ADMINISTRATOR, id, { mark: (await review(id)).mark, withAdministrators });
  const counts = async (id: string) => {
    const { rows: all, fresh, changed, flawed } = await review(id);
    return { all: all.length, fresh: fresh.length, changed: changed.length, flawed: flawed.length };
  };

  it('shows what it would do and does nothing, then writes people with roles by date and without a password', async () => {
    const id = await bring(AN, BINH);
    expect(await counts(id)).toEqual({ all: 2, fresh: 2, changed: 0, flawed: 0 });
    expect(await rows().existsBy(StaffEntity, { username: 'an.nt' })).toBe(false);
    await confirm(id);
    expect(await staff('an.nt')).toMatchObject({
      ...{ fullName: 'Nguyễn Thị An', honorific: 'Bà', unitId: 'van-phong', eOfficeCode: 'annt', active: true },
      ...{ roles: ['registryClerk', 'formatChecker'], passwordHash: null, directoryId: null },
    });
    expect(await staff('binh')).toMatchObject({ roles: [] });
    expect(await rolesOf('binh')).toEqual(['leader 2026-04-01 2026-12-31']);
    const lines = await rows().findBy(JournalEntryEntity, { action: 'staff.import' });
    expect(lines.map(({ actorId, objectId, detail }) => ({ actorId, objectId, detail }))).toMatchObject([
      { actorId: 'quantri', objectId: id, detail: { added: 2, changed: 0, administrators: 0 } },
    ]);
    const added = await rows().countBy(JournalEntryEntity, { action: 'staff.add' });
    const given = await rows().countBy(JournalEntryEntity, { action: 'staff.giveRole' });
    expect({ added, given }).toEqual({ added: 2, given: 3 });
  });

  it('finds nothing to write in the same list, also on another day, and confirming it again does nothing', async () => {
    const [before] = await rows().find(StaffImportEntity);
    await imports().confirm(ADMINISTRATOR, before?.id ?? '', { mark: 'x', withAdministrators: false });
    app.clock.advance(86_400_000);
    const id = await bring(AN, { ...BINH, username: 'BINH' });
    expect(await counts(id)).toEqual({ all: 2, fresh: 0, changed: 0, flawed: 0 });
    await confirm(id);
    expect(await rolesOf('an.nt')).toHaveLength(2);
    expect(await rows().countBy(JournalEntryEntity, { action: 'staff.change' })).toBe(0);
  });

  it('writes only what differs, and ends the roles of the unit that somebody leaves', async () => {
    const id = await bring({ ...AN, unitCode: 'gdtrh', phone: '', roles: 'Cán bộ đầu mối' }, BINH);
    expect(await counts(id)).toEqual({ all: 2, fresh: 0, changed: 1, flawed: 0 });
    await confirm(id);
    expect(await staff('an.nt')).toMatchObject({ unitId: 'gdtrh', phone: '0225 3842 123', roles: ['contactOfficer'] });
    const [line] = await rows().findBy(JournalEntryEntity, { action: 'staff.change' });
    expect(line?.detail).toEqual({ before: { unitId: 'van-phong' }, after: { unitId: 'gdtrh' } });
  });

  it('writes nothing where a row is wrong, and names its column', async () => {
    const id = await bring(
      { ...AN, username: 'moi', eOfficeCode: '' },
      { ...BINH, username: 'khac', eOfficeCode: 'ANNT' },
    );
    expect((await review(id)).flawed.map(({ line, issues }) => [line, ...issues])).toEqual([
      [3, 'Mã trên hệ thống QLVB: Mã này đang là của Nguyễn Thị An; mỗi người một mã.'],
    ]);
    await expect(confirm(id)).rejects.toMatchObject({ code: 'input-invalid' });
    expect(await rows().existsBy(StaffEntity, { username: 'moi' })).toBe(false);
  });

  it('writes only the plan that was seen', async () => {
    const id = await bring({ username: 'binh', position: 'Giám đốc' }, { ...AN, username: 'chi', eOfficeCode: '' });
    const { mark } = await review(id);
    const facts = { position: 'Quyền Giám đốc' };
    await app.nest.get(ChangePerson).change(ADMINISTRATOR, (await staff('binh')).id, { facts, shown: null });
    const confirmation = { mark, withAdministrators: false };
    await expect(imports().confirm(ADMINISTRATOR, id, confirmation)).rejects.toMatchObject({
      code: 'import-plan-changed',
    });
    expect(await rows().existsBy(StaffEntity, { username: 'chi' })).toBe(false);
    await confirm(id);
    expect(await staff('binh')).toMatchObject({ position: 'Giám đốc' });
  });

  it('makes no administrator unless that is said once more', async () => {
    const id = await bring({ username: 'chi', roles: 'Quản trị hệ thống' });
    await expect(confirm(id)).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'administrators' } });
    expect(await staff('chi')).toMatchObject({ roles: ['registryClerk', 'formatChecker'] });
    await confirm(id, true);
    expect((await staff('chi')).roles).toContain('administrator');
  });

  it('is for administrators alone', async () => {
    const clerk: Actor = { ...ADMINISTRATOR, roles: ['registryClerk'] };
    const content = await workbook(AN);
    await expect(imports().bring(clerk, { name: 'a.xlsx', content })).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('takes its own sample once the example is replaced, and refuses the example', async () => {
    const sample = await imports().sample();
    const values = await readSheet(sample, 2);
    expect(values).toContainEqual(['Vai trò', 'Lãnh đạo Sở', 'Nhiều vai trò thì cách nhau bằng dấu ;']);
    expect(values).toContainEqual(['Mã đơn vị', 'nui-voi', 'Trường THPT Núi Voi']);
    const id = await imports().bring(ADMINISTRATOR, { name: 'mau.xlsx', content: sample });
    expect((await review(id)).flawed.map(({ issues }) => issues[0])).toEqual([
      'Tên đăng nhập: Đây là dòng mẫu; xóa dòng này khỏi tệp.',
    ]);
  });

  it('is looked at and confirmed on its pages', async () => {
    const people = Array.from({ length: MANY }, (_, at): Row => ({
      ...{ username: `gv${String(at + 1)}`, fullName: `Nguyễn Văn ${'A'.repeat(1 + (at % 9))}`, honorific: 'Ông' },
      ...{ position: 'Giáo viên', unitCode: 'nui-voi', roles: at === 0 ? 'Quản trị hệ thống' : 'Cán bộ đầu mối' },
    }));
    const administrator = await app.browserOf('quantri');
    await administrator.get('/to-chuc/nguoi/nhap');
    const file = { field: 'file', name: 'trường.xlsx', content: Uint8Array.from(await workbook(...people)) };
    const brought = await administrator.postFile('/to-chuc/nguoi/nhap', {}, file);
    const path = String(brought.headers.location);
    const { body } = await administrator.follow(brought);
    expect(textOf(body)).toContain('0 dòng phải sửa, 300 người mới, 0 người có thay đổi, 0 người như cũ.');
    expect(textOf(body)).toContain('Tệp giao vai trò quản trị hệ thống cho: Nguyễn Văn A.');
    const [, mark = ''] = /name="mark" value="([0-9a-f]{64})"/u.exec(body) ?? [];
    const refused = await administrator.follow(await administrator.post(`${path}/xac-nhan`, { mark }));
    expect(textOf(refused.body)).toContain('đánh dấu vào ô xác nhận');
    expect(await rows().existsBy(StaffEntity, { username: 'gv2' })).toBe(false);
    await administrator.post(`${path}/xac-nhan`, { mark, administrators: '1' });
    expect(textOf((await administrator.get(path)).body)).toContain('Đã thêm 300, sửa 0 người');
    expect(await staff('gv300')).toMatchObject({ unitId: 'nui-voi', roles: ['contactOfficer'] });
    expect((await (await app.browserOf('vanthu')).get('/to-chuc/nguoi/nhap')).statusCode).toBe(403);
  });
});
