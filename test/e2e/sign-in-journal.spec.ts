import { jest } from '@jest/globals';
import { Journal } from '../../src/journal/index.js';
import { JournalEntryEntity } from '../../src/journal/persistence/journal.entities.js';
import type { Actor } from '../../src/kernel/actor.js';
import { codeOf, stepOf } from '../../src/organisation/domain/sign-in/totp.js';
import { AccountKeys, EndSessions, SecondFactors } from '../../src/organisation/index.js';
import { DirectoryLogin, type DirectoryAnswer } from '../../src/organisation/ports/directory-login.port.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';

const ADMINISTRATOR: Actor = { id: 'quantri', name: 'Lê Văn An', unitId: null, roles: ['administrator'] };
const OFFICE_PASSWORD = 'mật khẩu của cơ quan';

/** Knows everybody, by one password. */
class OfficeDirectory extends DirectoryLogin {
  readonly isOn = true;

  check(name: string, password: string): Promise<DirectoryAnswer> {
    const known = { kind: 'known', directoryId: `e-${name}`, name } as const;
    return Promise.resolve(password === OFFICE_PASSWORD ? known : { kind: 'unknown' });
  }
}

describe('who signed in and out', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open({}, { adapters: new Map([[DirectoryLogin, new OfficeDirectory()]]) });
  });
  afterAll(() => app.close());

  const lines = async (): Promise<readonly JournalEntryEntity[]> =>
    app.nest.get(Database).reader.manager.find(JournalEntryEntity, { order: { seq: 'ASC' } });
  /** What the journal says of that which somebody does meanwhile. */
  const written = async (act: () => Promise<unknown>): Promise<readonly object[]> => {
    const before = (await lines()).length;
    await act();
    return (await lines())
      .slice(before)
      .map(({ action, actorId, objectId, address, detail }) => ({ action, actorId, objectId, address, ...detail }));
  };
  const OF_NGOC = { actorId: 'ngoc', objectId: 'ngoc', address: '127.0.0.1' };
  const IN = { ...OF_NGOC, action: 'account.signIn', signInBy: 'directory', secondFactor: false };

  it('is a line of the journal: by which password, from where, in a browser known or new', async () => {
    const browser = app.browser();
    const enter = (): Promise<unknown> => browser.signIn('ngoc', OFFICE_PASSWORD);
    expect(await written(enter)).toEqual([{ ...IN, device: 'new' }]);
    expect(await written(enter)).toEqual([{ ...IN, device: 'known' }]);
    expect(await written(() => app.browser().signIn('quantri'))).toMatchObject([
      { action: 'account.signIn', actorId: 'quantri', signInBy: 'local' },
    ]);
  });

  it('leaves no line where nobody came in or was in', async () => {
    const stranger = app.browser();
    expect(await written(() => stranger.signIn('ngoc', 'sai'))).toEqual([]);
    expect(await written(() => stranger.signIn('không ai', 'sai'))).toEqual([]);
    expect(await written(() => stranger.post('/dang-xuat'))).toEqual([]);
  });

  it('is one line at the end of a session, however often it is asked for', async () => {
    const browser = app.browser();
    await browser.signIn('ngoc', OFFICE_PASSWORD);
    await browser.get('/');
    const [twin, token] = [app.browser(), browser.token];
    for (const [name, value] of browser.cookies) twin.cookies.set(name, value);
    expect(await written(() => browser.post('/dang-xuat'))).toEqual([{ ...OF_NGOC, action: 'account.signOut' }]);
    expect(await written(() => twin.post('/dang-xuat', { _csrf: token }))).toEqual([]);
  });

  it('is one line for a session that timed out', async () => {
    const sessions = app.nest.get(EndSessions);
    await sessions.noteTimedOut();
    const browser = app.browser();
    await browser.signIn('ngoc', OFFICE_PASSWORD);
    const endedAt = new Date(app.clock.now().getTime() + 60 * 60_000).toISOString();
    expect(await written(() => sessions.noteTimedOut())).toEqual([]);
    app.clock.advance(61 * 60_000);
    const line = { action: 'account.timedOut', actorId: 'system', objectId: 'ngoc', address: null, endedAt };
    expect(await written(() => sessions.noteTimedOut())).toContainEqual(line);
    const seq = String((await lines()).at(-1)?.seq);
    const administrator = app.browser();
    await administrator.signIn('quantri');
    const page = (await administrator.get(`/nhat-ky/${seq}`)).body;
    for (const words of ['Phiên đăng nhập tự hết giờ (account.timedOut)', 'Hết giờ lúc', '10:00:00'])
      expect(page).toContain(words);
    expect(await written(() => sessions.noteTimedOut())).toEqual([]);
  });

  it('lets nobody in whose line could not be written', async () => {
    const record = jest.spyOn(app.nest.get(Journal), 'record').mockRejectedValueOnce(new Error('full'));
    const browser = app.browser();
    expect((await browser.signIn('ngoc', OFFICE_PASSWORD)).statusCode).toBe(500);
    record.mockRestore();
    expect((await browser.get('/')).headers.location).toBe('/dang-nhap');
  });

  it('is read in words, and by supervision without the address', async () => {
    const [line] = (await lines()).filter(({ action, actorId }) => action === 'account.signIn' && actorId === 'ngoc');
    const read = async (username: string, password?: string): Promise<string> => {
      const browser = app.browser();
      await browser.signIn(username, password);
      return (await browser.get(`/nhat-ky/${String(line?.seq)}`)).body;
    };
    const [administrator, supervisor] = [await read('quantri'), await read('giamsat', OFFICE_PASSWORD)];
    for (const words of [
      'Đăng nhập (account.signIn)',
      'mật khẩu của cơ quan (thư mục người dùng)',
      'lần đầu đăng nhập',
    ])
      expect(administrator).toContain(words);
    expect([administrator, supervisor].map((page) => page.includes('127.0.0.1'))).toEqual([true, false]);
  });

  it('is written once the code was right, where one is asked', async () => {
    const factors = app.nest.get(SecondFactors);
    const { sealed } = await factors.begin('quantri', 'quantri', undefined);
    const secret = await app.nest.get(AccountKeys).open('quantri', sealed);
    const code = (): string => codeOf(secret, stepOf(app.clock.now()));
    await factors.confirm(ADMINISTRATOR, sealed, code());
    app.clock.advance(30_000);
    const browser = app.browser();
    expect(await written(() => browser.signIn('quantri'))).toEqual([]);
    await browser.get('/dang-nhap/ma');
    expect(await written(() => browser.post('/dang-nhap/ma', { code: 'sai' }))).toEqual([]);
    expect(await written(() => browser.post('/dang-nhap/ma', { code: code() }))).toMatchObject([
      { action: 'account.signIn', actorId: 'quantri', signInBy: 'local', secondFactor: true },
    ]);
  });
});
