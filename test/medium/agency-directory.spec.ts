import { AgencyQueries, SyncAgencies } from '../../src/exchange/index.js';
import type { Agency } from '../../src/exchange/ports/message-transport.port.js';
import { SYSTEM, type Actor } from '../../src/kernel/actor.js';
import { Database } from '../../src/platform/database/database.js';
import { TestApp } from '../support/test-app.js';

const CLERK: Actor = { ...SYSTEM, id: 'vanthu', name: 'Phạm Minh Tuệ', roles: ['registryClerk'] };
const DAY_MS = 24 * 3_600_000;

const agency = (code: string, name: string, more: Partial<Agency> = {}): Agency => ({
  ...{ code, name, active: true, modifiedAt: new Date('2026-03-01T00:00:00Z') },
  ...more,
});

const DIRECTORY: readonly Agency[] = [
  agency('H24.3', 'Sở Giáo dục và Đào tạo thành phố Hải Phòng', { legacyCode: '000.00.03.H24' }),
  agency('H24.7', 'Sở Nội vụ thành phố Hải Phòng', { legacyCode: '000.00.07.H24' }),
  agency('H24.40', 'Ủy ban nhân dân đặc khu Cát Hải'),
  agency('H53.3', 'Sở Giáo dục và Đào tạo tỉnh Tây Ninh'),
  agency('H24.W00.1', 'Đơn vị Giáo dục thử nghiệm'),
];

/** Each step follows the one before. */
describe('the directory of agencies', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
    app.transport.directory = DIRECTORY;
  });
  afterAll(() => app.close());

  const sync = () => app.nest.get(SyncAgencies);
  const queries = () => app.nest.get(AgencyQueries);
  const runs = async () =>
    (await queries().runs()).map(({ kind, state, seen, changed }) => ({ kind, state, seen, changed }));
  const found = async (question: string) => (await queries().offered(question)).map(({ code }) => code);

  it('is read whole at first, in pages, and not again before its time', async () => {
    expect(await sync().runDue()).toBe(true);
    let commits = 0;
    app.nest.get(Database).onCommit(() => (commits += 1));
    expect([await sync().runDue(), commits]).toEqual([false, 0]);
    expect(await runs()).toEqual([{ kind: 'whole', state: 'done', seen: 5, changed: 5 }]);
    expect(await queries().counts()).toEqual({ active: 5, ended: 0 });
  });

  it.each([
    ['so giao duc', ['H53.3', 'H24.3']],
    ['Sở giáo hải', ['H24.3']],
    ['000.00.07', ['H24.7']],
    ['H24.40', ['H24.40']],
    ['duc giao', ['H53.3', 'H24.3']],
    ['thu nghiem', []],
    ['khong co', []],
    ['  ', []],
  ])('offers for %j', async (question, codes) => {
    expect(await found(question)).toEqual(codes);
  });

  it('knows an agency by the codes of both generations', async () => {
    expect(await queries().byCode('000.00.03.H24')).toMatchObject({ code: 'H24.3' });
    expect(await queries().codesOf('000.00.03.H24')).toEqual(['000.00.03.H24', 'H24.3']);
    const { name = '' } = (await queries().byCode('H24.3')) ?? {};
    const names = await queries().namesOf(['000.00.03.H24', 'H24.3', 'H24.404']);
    expect([names.get('000.00.03.H24'), names.get('H24.3'), names.get('H24.404')]).toEqual([name, name, undefined]);
  });

  it('takes the next day only what changed, and ends nothing that a delta does not name', async () => {
    app.clock.advance(DAY_MS);
    const modifiedAt = app.clock.now();
    const renamed = agency('H24.7', 'Sở Nội vụ và Lao động', { legacyCode: '000.00.07.H24', modifiedAt });
    app.transport.directory = [
      renamed,
      agency('H24.40', 'Ủy ban nhân dân đặc khu Cát Hải', { active: false, modifiedAt }),
    ];
    await sync().runDue();

    expect((await runs())[0]).toEqual({ kind: 'delta', state: 'done', seen: 2, changed: 2 });
    expect(await found('noi vu lao dong')).toEqual(['H24.7']);
    expect(await found('noi vu hai phong')).toEqual([]);
    expect(await queries().counts()).toEqual({ active: 4, ended: 1 });
  });

  it('is looked through, and asked to be brought up to date, on its page', async () => {
    const clerk = await app.browserOf('vanthu');
    const page = await clerk.get('/trao-doi/co-quan?tim=noi+vu');
    expect(page.body).toContain('Sở Nội vụ và Lao động');
    expect((await clerk.follow(await clerk.post('/trao-doi/co-quan/dong-bo'))).body).toContain('trong vòng một phút');
    await sync().runDue();
    expect((await queries().runs())[0]).toMatchObject({ kind: 'delta', state: 'done', askedBy: 'Phạm Minh Tuệ' });
  });

  it('is not wiped by an empty answer', async () => {
    app.transport.directory = [];
    await sync().ask(CLERK, 'whole');
    await expect(sync().ask(CLERK, 'delta')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await sync().runDue();

    expect((await queries().runs())[0]).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('rỗng') as string,
    });
    expect(await queries().counts()).toEqual({ active: 4, ended: 1 });
  });

  it('nor by a cut one: a person says whether so many have ended', async () => {
    app.transport.directory = DIRECTORY.slice(0, 1);
    await sync().ask(CLERK, 'whole');
    await sync().runDue();
    const [held] = await queries().runs();

    expect(held).toMatchObject({ state: 'held', unseen: 3 });
    expect(await queries().counts()).toMatchObject({ active: 4 });
    const leader: Actor = { ...CLERK, roles: ['leader'] };
    await expect(sync().endUnseen(leader, held?.id ?? '')).rejects.toMatchObject({ code: 'forbidden' });
    app.clock.advance(DAY_MS);
    app.transport.directory = [agency('H24.7', 'Sở Nội vụ', { modifiedAt: app.clock.now() })];
    await sync().ask(CLERK, 'delta');
    await sync().runDue();
    await sync().endUnseen(CLERK, held?.id ?? '');
    expect(await queries().counts()).toEqual({ active: 2, ended: 3 });
  });

  it('which says nothing any more once the whole was read again', async () => {
    app.transport.directory = DIRECTORY.slice(0, 1);
    await sync().ask(CLERK, 'whole');
    await sync().runDue();
    const [held] = await queries().runs();
    expect(held).toMatchObject({ state: 'held' });
    app.clock.advance(DAY_MS);
    app.transport.directory = DIRECTORY;
    await sync().ask(CLERK, 'whole');
    await sync().runDue();
    const { active } = await queries().counts();
    await expect(sync().endUnseen(CLERK, held?.id ?? '')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect(await queries().counts()).toMatchObject({ active });
    expect((await (await app.browserOf('vanthu')).get('/trao-doi/co-quan')).body).not.toContain('là đã ngừng');
  });

  it('says when the e-office does not answer, and a run that was killed gives way to the next', async () => {
    app.transport.directoryAway = true;
    await sync().ask(CLERK, 'whole');
    await sync().runDue();
    expect((await queries().runs())[0]).toMatchObject({
      state: 'failed',
      reason: 'Hệ thống quản lý văn bản không trả lời; sẽ thử lại.',
    });
    app.transport.directoryAway = false;
    app.transport.directory = DIRECTORY;
    await sync().ask(CLERK, 'whole');
    await sync().runDue();
    expect(await queries().counts()).toMatchObject({ active: 5 });
  });
});
