import { atTheConsole } from '../../src/cli/at-the-console.js';
import { JournalQueries } from '../../src/journal/index.js';
import { DAY_MS } from '../../src/kernel/civil-date.js';
import { AddAdministrator } from '../../src/organisation/index.js';
import { SubmitReply } from '../../src/tickets/index.js';
import { inProcess, type AtThePages, type FormFields } from '../support/at-the-pages.js';
import { LettersOf } from '../support/letters-of.js';
import {
  chooseOwnPassword,
  enterPerson,
  issuePassword,
  setUpByPages,
  SMALL_DEPARTMENT,
  type EnteredDepartment,
} from '../support/set-up-by-pages.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const TODAY = '2026-03-18';
const FIRST = 'thuyền về bến sớm mai';
const OWN = 'hàng phượng đỏ tháng năm';

describe('a department on an empty database, set up by pages', () => {
  let app: TestApp;
  let browser: TestBrowser;
  let admin: AtThePages;
  let entered: EnteredDepartment;
  let letters: LettersOf;

  beforeAll(async () => {
    app = await TestApp.open({}, { isEmpty: true });
    const first = { username: 'quantri', fullName: 'Lê Văn An', password: FIRST, unitCode: undefined };
    await app.nest.get(AddAdministrator, { strict: false }).add(atTheConsole(), first);
    browser = app.browser();
    await browser.signIn('quantri', FIRST);
    admin = inProcess(browser);
    entered = await setUpByPages(admin, SMALL_DEPARTMENT, TODAY);
    const cast = { clerk: idOf('tuepm'), officer: idOf('ngocnth'), head: idOf('thangvd'), unit: unitOf('GDTrH') };
    letters = new LettersOf(() => app, cast);
  });
  afterAll(() => app.close());

  const idOf = (username: string): string => entered.people.get(username) ?? '';
  const unitOf = (code: string): string => entered.units.get(code) ?? '';
  const pathOf = (username: string): string => `/to-chuc/nguoi/${idOf(username)}`;
  const pageOf = async (username: string): Promise<string> => textOf(await admin.open(pathOf(username)));
  /** What an act of the page of somebody says. */
  const act = async (username: string, name: string, fields: FormFields = {}): Promise<string> => {
    await admin.open(pathOf(username));
    return textOf((await admin.send(`${pathOf(username)}/${name}`, fields)).html);
  };
  /** Somebody in a browser of their own, by the temporary password and then by one of their own. */
  const signedIn = async (username: string): Promise<TestBrowser> => {
    const own = app.browser();
    const password = await issuePassword(admin, idOf(username));
    await own.signIn(username, password);
    await chooseOwnPassword(inProcess(own), password, OWN);
    return own;
  };

  it('brings a letter to its leader', async () => {
    expect(await letters.submitted()).toMatchObject({
      ...{ leaderId: idOf('khanhdq'), leaderCode: 'khanh.dq', state: 'submitted' },
    });
  });

  it('says on the letter that its signer has no code, refuses the submission with where it is entered, and goes on once it is', async () => {
    expect(await act('khanhdq', 'thong-tin', { eOfficeCode: '' })).toContain(
      'Chưa có mã người dùng trên hệ thống quản lý văn bản',
    );
    expect(textOf(await admin.open('/to-chuc/nguoi?loc=thieu-ma'))).toContain('1 người');
    const draftId = await letters.approved(await letters.ticketInHand());
    const officer = await signedIn('ngocnth');
    const { body } = await officer.get(`/du-thao/${draftId}`);
    expect(textOf(body)).toContain(
      'Đỗ Quốc Khánh chưa có mã người dùng trên hệ thống quản lý văn bản nên chưa trình ký được',
    );
    expect(body).toContain(`href="${pathOf('khanhdq')}"`);
    expect(textOf(body)).toContain('PHÓ GIÁM ĐỐC – chưa có mã trên hệ thống QLVB');
    const submit = async (): Promise<string> =>
      app.nest.get(SubmitReply).submit(await letters.actor(idOf('ngocnth')), draftId);
    await expect(submit()).rejects.toMatchObject({ code: 'input-invalid', details: { field: 'signerId' } });
    expect(await act('khanhdq', 'thong-tin', { eOfficeCode: 'khanh.dq' })).toContain('Đã lưu thông tin');
    expect(textOf((await officer.get(`/du-thao/${draftId}`)).body)).not.toContain('chưa có mã');
    await submit();
  });

  it('opens nothing to a temporary password but the page where another is chosen', async () => {
    const clerk = app.browser();
    const password = entered.passwords.get('tuepm') ?? '';
    expect((await clerk.signIn('tuepm', password)).statusCode).toBe(303);
    for (const path of ['/', '/to-chuc', '/tai-khoan'])
      expect((await clerk.get(path)).headers.location).toBe('/tai-khoan/mat-khau');
    expect((await clerk.get('/api/v1/tickets', 'application/json')).statusCode).toBe(403);
    expect(textOf((await clerk.get('/tai-khoan/mat-khau')).body)).toContain('mật khẩu tạm, hoặc đã đến hạn đổi');
    await clerk.post('/tai-khoan/mat-khau', { password, newPassword: password, newPasswordAgain: password });
    expect((await clerk.get('/')).statusCode).toBe(303);
    await chooseOwnPassword(inProcess(clerk), password, OWN);
    expect((await clerk.get('/')).statusCode).toBe(200);
    expect(await pageOf('tuepm')).toContain('Mật khẩu giữ tại phần mềm này');
    expect((await app.browser().signIn('tuepm', password)).statusCode).toBe(401);
  });

  it('shows a temporary password once, and lets it end', async () => {
    const password = await issuePassword(admin, idOf('nguyethtm'));
    expect(await pageOf('nguyethtm')).not.toContain(password);
    expect((await app.browser().signIn('nguyethtm', entered.passwords.get('nguyethtm'))).statusCode).toBe(401);
    app.clock.advance(7 * DAY_MS);
    const late = await app.browser().signIn('nguyethtm', password);
    expect([late.statusCode, textOf(late.body).includes('Mật khẩu tạm này đã hết hạn')]).toEqual([403, true]);
    await browser.signIn('quantri', FIRST);
    expect(await pageOf('nguyethtm')).toContain('Mật khẩu tạm đã hết hạn');
  });

  it('says at its field what is wrong with a person, and keeps what was typed', async () => {
    await admin.open('/to-chuc/nguoi');
    const typed = { fullName: '<script>alert(1)</script>', honorific: 'Bà', position: 'Chuyên viên', username: 'moi' };
    const { html } = await admin.send('/to-chuc/nguoi', { ...typed, unitId: unitOf('VP') });
    expect(textOf(html)).toContain('Họ và tên chỉ gồm chữ cái');
    expect(html).toContain('value="&lt;script>alert(1)&lt;/script>"');
    const taken = await admin.send('/to-chuc/nguoi', { ...typed, fullName: 'Bùi Mới', username: 'TuePM' });
    expect(textOf(taken.html)).toContain('Tên tài khoản này là của Phạm Minh Tuệ');
    expect(await act('thangvd', 'thong-tin', { eOfficeCode: 'KHANH.dq' })).toContain(
      'Mã này đang là của Đỗ Quốc Khánh',
    );
  });

  it('finds people by words without marks, by unit, and page by page', async () => {
    const list = async (query: string): Promise<string> => textOf(await admin.open(`/to-chuc/nguoi?${query}`));
    expect(await list('tim=do+quoc')).toContain('Ông Đỗ Quốc Khánh');
    expect(await list(`don-vi=${unitOf('GDTrH')}`)).toContain('2 người');
    expect(await list('tim=khong+ai+ca')).toContain('Không có ai');
    for (const number of Array.from({ length: 46 }, (_, at) => at))
      await enterPerson(
        admin,
        {
          ...{ username: `nv${String(number + 10)}`, fullName: 'Trần An', honorific: 'Bà', position: 'Nhân viên' },
          ...{ unit: 'VP', roles: [] },
        },
        entered.units,
      );
    expect(await list('')).toContain('Người 1–50 trong 52 người');
    expect(await list('trang=2')).toContain('Người 51–52 trong 52 người');
  });

  it('ends the roles of a unit that is left, and refuses a form over which somebody else wrote', async () => {
    await admin.open(pathOf('nguyethtm'));
    const moved = admin.send(`${pathOf('nguyethtm')}/thong-tin`, { unitId: unitOf('VP') });
    expect(textOf((await moved).html)).toContain('Thanh tra viên, Văn phòng');
    const lines = await app.nest.get(JournalQueries, { strict: false }).linesAbout('staff', idOf('nguyethtm'));
    expect(lines.map(({ action }) => action)).toEqual(expect.arrayContaining(['staff.change', 'staff.endRole']));
    const shown = await admin.open(pathOf('nguyethtm'));
    const [, mark = ''] = /name="shown" value="([0-9a-f]{64})"/u.exec(shown) ?? [];
    await act('nguyethtm', 'thong-tin', { phone: '0225 3842 123' });
    expect(await act('nguyethtm', 'thong-tin', { phone: '', shown: mark })).toContain('Người khác vừa cập nhật trước');
  });

  it('stops an account at once and opens it again, never one’s own', async () => {
    const officer = await signedIn('thangvd');
    expect((await officer.get('/')).statusCode).toBe(200);
    expect(await act('thangvd', 'ngung')).toContain('tài khoản đã ngừng');
    expect((await officer.get('/')).headers.location).toContain('/dang-nhap');
    expect(textOf(await admin.open('/to-chuc/nguoi?loc=da-ngung'))).toContain('Vũ Đức Thắng');
    expect(await act('thangvd', 'mo-lai')).toContain('Tài khoản đã hoạt động lại');
    const [, own = ''] =
      /\/to-chuc\/nguoi\/([0-9a-f-]{36})/u.exec(await admin.open('/to-chuc/nguoi?tim=quantri')) ?? [];
    entered = { ...entered, people: new Map([...entered.people, ['quantri', own]]) };
    expect(await admin.open(pathOf('quantri'))).not.toContain('/ngung"');
    expect(textOf((await admin.send(`${pathOf('quantri')}/ngung`)).html)).toContain('Không tự ngừng tài khoản');
  });

  it('lets only administrators change people, shows codes to the Office besides, and accounts to nobody else', async () => {
    const clerk = app.browser();
    await clerk.signIn('tuepm', OWN);
    const seen = await clerk.get(pathOf('khanhdq'));
    expect(textOf(seen.body)).toContain('khanh.dq');
    expect(seen.body).not.toContain('/thong-tin"');
    expect((await clerk.post(`${pathOf('khanhdq')}/thong-tin`, { eOfficeCode: 'tue.hai' })).statusCode).toBe(303);
    expect(await pageOf('khanhdq')).toContain('khanh.dq');
    const officer = app.browser();
    await officer.signIn('ngocnth', OWN);
    expect(textOf((await officer.get(pathOf('khanhdq'))).body)).not.toContain('khanh.dq');
    expect(textOf((await officer.get('/to-chuc/nguoi')).body)).not.toContain('khanhdq');
  });

  it('keeps the last administrator without end', async () => {
    await act('tuepm', 'vai-tro', { role: 'administrator', from: '2026-03-25', to: '2026-04-25' });
    const second = app.browser();
    await second.signIn('tuepm', OWN);
    const by = inProcess(second);
    await by.open(pathOf('quantri'));
    expect(textOf((await by.send(`${pathOf('quantri')}/ngung`)).html)).toContain('quản trị hệ thống cuối cùng');
    expect(await pageOf('quantri')).not.toContain('tài khoản đã ngừng');
  });
});
