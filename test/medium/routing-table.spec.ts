import { jest } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { addDays, civilDateOf } from '../../src/kernel/civil-date.js';
import { ImportRouting, RoutingTable, WriteRoutingLine } from '../../src/routing-table/index.js';
import type { RoutingDraft } from '../../src/routing-table/domain/routing-flaws.js';
import { ROUTING_COLUMNS } from '../../src/routing-table/domain/routing-rows.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { StaffDirectory } from '../../src/organisation/index.js';
import { TestApp } from '../support/test-app.js';

const workbook = (rows: readonly (readonly string[])[]): Promise<Buffer> =>
  writeExcelFile(rows.map((row) => row.map((value) => ({ value, type: String })))).toBuffer();

describe('the standing table of routing', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  const personOf = async (name: string) => (await app.nest.get(StaffDirectory).personNamed(name)).actor;
  const draft = (change: Partial<RoutingDraft> = {}): RoutingDraft => ({
    ...{
      category: 'fees',
      schoolLevel: '',
      area: '',
      leadUnitId: 'gdtrh',
      officerId: 'ngoc',
      coordinators: ['nui-voi'],
    },
    ...{ basis: '125/QĐ-SGDĐT', validFrom: civilDateOf(app.clock.now()), validTo: '', ...change },
  });

  it('is written by the Office, numbered, never changed, ended once, and told in the journal', async () => {
    const [write, table] = [app.nest.get(WriteRoutingLine), app.nest.get(RoutingTable)];
    const [office, officer] = [await personOf('vanthu'), await personOf('ngoc')];
    await expect(write.add(officer, draft())).rejects.toMatchObject({ code: 'forbidden' });
    expect(await write.add(office, draft())).toBe(1);
    expect(await write.add(office, draft({ schoolLevel: 'upperSecondary', leadUnitId: '', officerId: '' }))).toBe(2);
    await expect(write.add(office, draft())).rejects.toMatchObject({ code: 'routing-flawed' });

    const [line] = await table.all();
    const id = line?.id ?? '';
    const today = civilDateOf(app.clock.now());
    const end = { id, endedFrom: addDays(today, 10), reason: 'Thay bằng Quyết định 140/QĐ-SGDĐT.' };
    await expect(write.end(officer, end)).rejects.toMatchObject({ code: 'forbidden' });
    await write.end(office, end);
    await expect(write.end(office, end)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await write.end(office, { ...end, endedFrom: addDays(today, 5) });
    expect((await table.all())[0]).toMatchObject({ validTo: addDays(today, 4), endedByName: office.name });

    const lines = await app.nest.get(Database).reader.manager.find(JournalEntryEntity, {
      ...{ where: { objectKind: 'routingLine' }, order: { seq: 'ASC' } },
    });
    expect(lines.map(({ action }) => action)).toEqual(['routing.add', 'routing.add', 'routing.end', 'routing.end']);
  });

  it('comes in from a list that was looked at first, whole and once', async () => {
    const imports = app.nest.get(ImportRouting);
    const [office, officer] = [await personOf('vanthu'), await personOf('ngoc')];
    const rows = (unit: string) => [
      ROUTING_COLUMNS.map(({ heading }) => heading),
      ['Văn bằng, chứng chỉ', '', '', unit, 'ngoc', '', '140/QĐ-SGDĐT', '01/05/2026', ''],
      ['Mọi lĩnh vực', 'Tiểu học', '', '', '', '', '140/QĐ-SGDĐT', '01/05/2026', ''],
    ];
    const bring = async (unit: string) =>
      imports.bring(office, { name: 'phan-cong.xlsx', content: await workbook(rows(unit)) });
    const content = await imports.sample();
    await expect(imports.bring(officer, { name: 'a.xlsx', content })).rejects.toMatchObject({ code: 'forbidden' });
    const flawed = await bring('khong-co');
    expect((await imports.review(office, flawed)).rows.map(({ flaws }) => flaws.length)).toEqual([2, 0]);
    await expect(imports.confirm(office, flawed)).rejects.toMatchObject({ code: 'input-invalid' });

    const before = (await app.nest.get(RoutingTable).all()).length;
    const id = await bring('gdtrh');
    await imports.confirm(office, id);
    await expect(imports.confirm(office, id)).rejects.toMatchObject({
      details: { message: expect.stringContaining('Tệp này đã nhập rồi') as string },
    });
    const added = (await app.nest.get(RoutingTable).all()).slice(before);
    expect(added).toMatchObject([
      { category: 'diplomas', leadUnitId: 'gdtrh', officerId: 'ngoc', basis: '140/QĐ-SGDĐT' },
      { category: null, schoolLevel: 'primary', leadUnitId: null },
    ]);
    expect((await imports.review(office, id)).file).toMatchObject({ added: 2, confirmedById: 'vanthu' });
    const page = await (await app.browserOf('vanthu')).get(`/bang-phan-cong/nhap/${flawed}`);
    expect(page.body).toContain('Chọn đơn vị chủ trì trong danh sách.');

    const [headings = []] = rows('');
    const kienAn = ['Văn bằng, chứng chỉ', '', 'Kiến An', 'gdtrh', 'ngoc', '', '141/QĐ-SGDĐT', '01/06/2026', ''];
    const late = await imports.bring(office, { name: 'sau.xlsx', content: await workbook([headings, kienAn]) });
    expect((await imports.review(office, late)).rows.flatMap(({ flaws }) => flaws)).toEqual([]);
    const uow = app.nest.get(UnitOfWork);
    const run = uow.run.bind(uow);
    jest.spyOn(uow, 'run').mockImplementationOnce(async (work) => {
      await app.dismiss('ngoc');
      return run(work);
    });
    await expect(imports.confirm(office, late)).rejects.toMatchObject({ code: 'input-invalid' });
    expect((await imports.review(office, late)).file).toMatchObject({ added: 0, confirmedAt: null });
    expect(await app.nest.get(RoutingTable).all()).toHaveLength(before + 2);
  });
});
