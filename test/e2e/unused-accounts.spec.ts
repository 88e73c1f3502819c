import { DAY_MS } from '../../src/kernel/civil-date.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';

describe('an account in which nobody has signed in for the days of the setting', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open({ ACCOUNT_UNUSED_DAYS: '45' });
    for (const name of ['quantri', 'ngoc']) await app.browserOf(name);
    app.clock.advance(45 * DAY_MS + 1);
  });
  afterAll(() => app.close());

  const status = async (username: string, password?: string): Promise<number> =>
    (await app.browser().signIn(username, password)).statusCode;

  it('is never that of the last administrator, who finds it among the locked ones', async () => {
    const administrator = await app.browserOf('quantri');
    expect((await administrator.get('/an-toan')).body).toMatch(/Tự khóa sau 45 ngày không đăng nhập\. Đang khóa \d+/u);
    expect((await administrator.get('/to-chuc/nguoi/ngoc')).body).toContain('quá 45 ngày không đăng nhập');
  });

  it('is locked, which is told only to who knows the password', async () => {
    const answer = await app.browser().signIn('ngoc');
    expect([answer.statusCode, answer.body.includes('bị khóa vì lâu không đăng nhập')]).toEqual([403, true]);
    const guess = await app.browser().signIn('ngoc', 'sai');
    expect([guess.statusCode, guess.body.includes('bị khóa')]).toEqual([401, false]);
  });

  it('is opened again by an administrator, with a line of the journal, for as many days', async () => {
    const administrator = await app.browserOf('quantri');
    await administrator.get('/to-chuc/nguoi/ngoc');
    await administrator.post('/to-chuc/nguoi/ngoc/mo-lai');
    const page = await administrator.get('/to-chuc/nguoi/ngoc');
    expect(page.body).not.toContain('ngày không đăng nhập');
    const lines = app.nest.get(Database).reader.getRepository(JournalEntryEntity);
    expect(await lines.countBy({ action: 'staff.reactivate', objectId: 'ngoc', actorId: 'quantri' })).toBe(1);
    expect(await status('ngoc')).toBe(303);
    await administrator.post('/to-chuc/nguoi/ngoc/mo-lai');
    expect(await lines.countBy({ action: 'staff.reactivate' })).toBe(1);
  });

  it('is opened by a temporary password, and is not locked on its first day', async () => {
    const administrator = await app.browserOf('quantri');
    await administrator.get('/to-chuc/nguoi/thang');
    expect(await status('thang')).toBe(403);
    const issued = await administrator.post('/to-chuc/nguoi/thang/mat-khau-tam');
    const [, password = ''] = /value="([a-z2-9]{4}(?:-[a-z2-9]{4}){3})"/u.exec(issued.body) ?? [];
    expect(await status('thang', password)).toBe(303);
  });
});
