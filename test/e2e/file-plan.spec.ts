import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { FilePlans } from '../../src/records/index.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';

const PLACE = '/danh-muc-ho-so';

const typed = (change: Record<string, string> = {}): Record<string, string> => ({
  year: '2026',
  latest: '0',
  'notation.0': 'PAKN',
  'title.0': 'Hồ sơ giải quyết phản ánh, kiến nghị',
  'retention.0': '15',
  'unit.0': '',
  'notation.1': '01.VP',
  'title.1': 'Sổ đăng ký văn bản đi',
  'retention.1': 'VV',
  'unit.1': 'van-phong',
  'notation.2': '',
  'title.2': '',
  forTickets: '0',
  reason: 'Quyết định ban hành danh mục hồ sơ năm 2026.',
  ...change,
});

describe('the file plan, in the browser', () => {
  let app: TestApp;
  let office: TestBrowser;
  beforeEach(async () => {
    app = await TestApp.open();
    office = await app.browserOf('vanthu');
  });
  afterEach(() => app.close());

  const plans = (): FilePlans => app.nest.get(FilePlans, { strict: false });
  const save = async (change: Record<string, string> = {}): Promise<string> => {
    await office.get(`${PLACE}/soan?nam=${change['year'] ?? '2026'}`);
    return (await office.follow(await office.post(PLACE, typed(change)))).body;
  };

  it('is written by the Office, read by the units, and shows who wrote it and why', async () => {
    expect((await office.get('/ho-so')).body).toContain(`href="${PLACE}?nam=2026"`);
    const page = await save();
    for (const words of [
      'Sổ đăng ký văn bản đi',
      'Vĩnh viễn',
      '15 năm',
      'Phạm Minh Tuệ',
      'Đã lưu danh mục hồ sơ năm 2026',
    ]) {
      expect(page).toContain(words);
    }
    const officer = await app.browserOf('ngoc');
    expect((await officer.get(PLACE)).body).toContain('Sổ đăng ký văn bản đi');
    expect((await officer.get(`${PLACE}/soan`)).statusCode).toBe(403);
    const lines = await app.nest
      .get(Database)
      .reader.manager.findBy(JournalEntryEntity, { action: 'filePlan.publish' });
    expect(lines).toMatchObject([
      { objectId: '2026.1', detail: { before: [{ retention: '10' }, { retention: '05' }] } },
    ]);
  });

  it('names every flaw beside its field and keeps what was typed', async () => {
    const page = await save({ 'notation.1': 'số một', 'retention.1': '07', reason: '' });
    for (const field of ['notation.1', 'retention.1', 'reason']) expect(page).toContain(`id="${field}-e"`);
    expect(page).toContain('value="số một"');
    expect(await plans().history(2026)).toEqual([]);
  });

  it('begins next year with this year’s headings', async () => {
    await save();
    const form = (await office.get(`${PLACE}/soan?nam=2027`)).body;
    expect(form).toContain('Chép từ danh mục năm 2026');
    expect(form).toContain('value="01.VP"');
    await office.post(PLACE, typed({ year: '2027' }));
    expect((await plans().of(2027)).entries.map(({ notation }) => notation)).toEqual(['PAKN', '01.VP']);
  });

  it('is not written over what somebody else wrote meanwhile', async () => {
    await save();
    expect(await save()).toContain('Người khác vừa cập nhật trước.');
    await save({ latest: '1', 'retention.0': '10' });
    expect((await plans().history(2026)).map(({ entries }) => entries[0]?.retention)).toEqual(['15', '10']);
  });
});
