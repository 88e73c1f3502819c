import { IsNull } from 'typeorm';
import writeExcelFile from 'write-excel-file/node';
import { UNIT_COLUMNS } from '../../src/organisation/domain/unit-rows.js';
import { UnitEntity, UnitImportEntity } from '../../src/organisation/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const SCHOOLS = 500;

describe('the organisation, over HTTP', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  let clerk: TestBrowser;

  beforeAll(async () => {
    app = await TestApp.open();
    administrator = await app.browserOf('quantri');
    clerk = await app.browserOf('vanthu');
  });
  afterAll(() => app.close());

  const rows = () => app.nest.get(Database).reader.manager;

  async function act(browser: TestBrowser, page: string, path: string, fields: Record<string, string>) {
    await browser.get(page);
    const answer = await browser.post(path, fields);
    return answer.statusCode === 303 ? (await browser.follow(answer)).body : answer.body;
  }

  async function list(...lines: readonly (readonly string[])[]): Promise<Uint8Array<ArrayBuffer>> {
    const text = (value: string) => ({ value, type: String });
    const head = UNIT_COLUMNS.map(({ heading }) => text(heading));
    return Uint8Array.from(await writeExcelFile([head, ...lines.map((line) => line.map(text))]).toBuffer());
  }

  async function bring(content: Uint8Array<ArrayBuffer>): Promise<{ readonly path: string; readonly words: string }> {
    await administrator.get('/to-chuc/nhap');
    const file = { field: 'file', name: 'trường.xlsx', content };
    const answer = await administrator.postFile('/to-chuc/nhap', {}, file);
    const { body } = await administrator.follow(answer);
    return { path: String(answer.headers.location), words: textOf(body) };
  }

  it('everybody finds a unit by words without marks, and only administrators are offered changes', async () => {
    const { body } = await clerk.get('/to-chuc?tim=nui+voi');
    expect(textOf(body)).toContain('Trường THPT Núi Voi');
    expect(body).not.toContain('Thêm đơn vị');
    expect((await clerk.get('/to-chuc/nui-voi')).body).not.toContain('/dong');
    expect((await administrator.get('/to-chuc/nui-voi')).body).toContain('/to-chuc/nui-voi/dong');
  });

  it('the Office keeps contacts; what is typed wrong stays beside its field', async () => {
    const contacts = { address: 'Số 1 Lê Duẩn', website: '', email: 'vanthu@', phone: '' };
    const refused = await act(clerk, '/to-chuc/nui-voi', '/to-chuc/nui-voi/lien-he', contacts);
    expect(textOf(refused)).toContain('Thư điện tử chưa đúng dạng');
    expect(refused).toContain('value="vanthu@"');
    const kept = { ...contacts, email: 'vanthu@nuivoi.edu.vn' };
    expect(textOf(await act(clerk, '/to-chuc/nui-voi', '/to-chuc/nui-voi/lien-he', kept))).toContain('Số 1 Lê Duẩn');
    await clerk.post('/to-chuc/nui-voi/ten', { name: 'Trường khác', symbol: 'K', from: '2026-03-18' });
    expect((await rows().findOneByOrFail(UnitEntity, { id: 'nui-voi' })).name).toBe('Trường THPT Núi Voi');
  });

  it('a role that is given counts at the next request', async () => {
    const officer = await app.browserOf('ngoc');
    expect((await officer.get('/to-chuc/nhap')).statusCode).toBe(403);
    const given = { role: 'administrator', from: '2026-03-18', to: '2026-03-18' };
    await act(administrator, '/to-chuc/nguoi/ngoc', '/to-chuc/nguoi/ngoc/vai-tro', given);
    expect((await officer.get('/to-chuc/nhap')).statusCode).toBe(200);
  });

  it('five hundred schools come in at once, and a second time nothing changes', async () => {
    const school = (number: number, address: string) => [
      ...[
        `TH-${String(number)}`,
        `Trường Tiểu học số ${String(number)}`,
        `TH${String(number)}`,
        'Trường',
        '',
        '',
        address,
      ],
    ];
    const lines = Array.from({ length: SCHOOLS }, (_, at) => school(at + 1, 'Hải Phòng'));
    const whole = await list(...lines);
    const first = await bring(whole);
    expect(first.words).toContain('0 dòng phải sửa, 500 đơn vị mới');
    expect(await rows().countBy(UnitEntity, { kind: 'school' })).toBe(1);
    await act(administrator, first.path, `${first.path}/xac-nhan`, {});
    await act(administrator, first.path, `${first.path}/xac-nhan`, {});
    expect(await rows().countBy(UnitEntity, { kind: 'school' })).toBe(1 + SCHOOLS);
    expect((await bring(whole)).words).toContain('không có gì để ghi');

    const changed = await bring(await list(...lines.slice(1), school(1, 'Phường Kiến An')));
    expect(changed.words).toContain('0 đơn vị mới, 1 đơn vị có thay đổi, 499 đơn vị như cũ');
    await act(administrator, changed.path, `${changed.path}/xac-nhan`, {});
    const [line] = await rows().find(JournalEntryEntity, { where: { action: 'unit.change' } });
    expect(line?.detail).toEqual({ before: { address: 'Hải Phòng' }, after: { address: 'Phường Kiến An' } });
  });

  it('a list with a flawed row is written down by no row, and a workbook that is none is refused', async () => {
    const flawed = await bring(await list(['A', 'Trường A', '', 'Trường'], ['B', 'Trường B', '', 'Xí nghiệp']));
    expect(flawed.words).toContain('Loại: Chọn loại đơn vị.');
    await administrator.post(`${flawed.path}/xac-nhan`);
    expect(await rows().existsBy(UnitEntity, { code: 'A' })).toBe(false);
    await administrator.get('/to-chuc/nhap');
    const none = { field: 'file', name: 'trường.xlsx', content: '<html>' };
    const answer = await administrator.postFile('/to-chuc/nhap', {}, none);
    expect(String(answer.headers.location)).not.toMatch(/nhap\/[0-9a-f]/u);
    expect(await rows().countBy(UnitImportEntity, { confirmedAt: IsNull() })).toBe(2);
  });
});
