import { Settings } from '../../src/config/settings.js';
import { codeOf, stepOf } from '../../src/organisation/domain/sign-in/totp.js';
import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { PASSWORD } from '../support/test-people.js';

const MINUTE = 60_000;

describe('dangerous acts, some time after signing in', () => {
  let app: TestApp;
  let browser: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open({ ASK_AGAIN_MINUTES: '10' });
    browser = await app.browserOf('quantri');
  });
  afterAll(() => app.close());

  /** The form of a page that asks again, as a browser would send it. */
  const answered = (body: string, proof: string): Record<string, string> => {
    const fields = [...body.matchAll(/<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"/gu)];
    const carried = fields.map(({ groups }) => [groups!['name']!, groups!['value']!] as const);
    return { ...Object.fromEntries(carried.filter(([name]) => name !== '_csrf')), _proof: proof };
  };

  it('ask nothing at first', async () => {
    expect((await browser.get('/thong-tin-co-quan/soan')).statusCode).toBe(200);
  });

  it('ask for the password later, tell a wrong one, and go on to the page with a new session', async () => {
    app.clock.advance(11 * MINUTE);
    const asked = await browser.get('/thong-tin-co-quan/soan');
    expect([asked.statusCode, asked.body.includes('Xác nhận lại')]).toEqual([403, true]);

    const wrong = await browser.post('/xac-nhan-lai', answered(asked.body, 'không phải'));
    expect([wrong.statusCode, wrong.body.includes('Chưa đúng')]).toEqual([403, true]);

    const before = browser.cookies.get('sid');
    const right = await browser.post('/xac-nhan-lai', answered(wrong.body, PASSWORD));
    expect([right.statusCode, right.headers.location]).toEqual([303, '/thong-tin-co-quan/soan']);
    expect((await browser.follow(right)).statusCode).toBe(200);

    const thief = app.browser();
    thief.cookies.set('sid', before!);
    expect((await thief.get('/')).headers.location).toBe('/dang-nhap');
  });

  it('carry a form on whole', async () => {
    const page = await browser.get('/quy-dinh-thoi-han/soan');
    expect(page.statusCode).toBe(200);
    app.clock.advance(11 * MINUTE);
    const asked = await browser.post('/quy-dinh-thoi-han', { reason: 'Theo "Quyết định" mới', twice: ['a', 'b'] });
    expect(asked.statusCode).toBe(403);
    expect(asked.body).toContain('action="/quy-dinh-thoi-han"');
    expect(asked.body).toContain('name="reason" value="Theo &quot;Quyết định&quot; mới"');
    expect(asked.body.match(/name="twice" value="[ab]"/gu)).toHaveLength(2);
  });

  it('tell programs what is missing', async () => {
    const answer = await browser.get('/thong-tin-co-quan/soan', 'application/json');
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([403, 'proof-needed']);
  });

  it('ask nothing of a person who may not act at all', async () => {
    const clerk = await app.browserOf('ngoc');
    app.clock.advance(11 * MINUTE);
    expect((await clerk.get('/thong-tin-co-quan/soan')).body).not.toContain('Xác nhận lại');
  });
});

describe('the account of a person', () => {
  let app: TestApp;
  let administrator: TestBrowser;
  beforeAll(async () => {
    app = await TestApp.open({ SECOND_FACTOR: 'administrators' });
  });
  afterAll(() => app.close());

  const isIn = async (browser: TestBrowser): Promise<boolean> => (await browser.get('/')).statusCode === 200;

  it('shows where one is signed in, ends one, all others, and by a new password too', async () => {
    const [here, there, elsewhere] = [app.browser(), app.browser(), app.browser()];
    for (const browser of [here, there]) await browser.signIn('ngoc');
    const page = await here.get('/tai-khoan');
    for (const words of ['Nguyễn Thị Hồng Ngọc', 'Phòng Giáo dục Trung học', 'Máy này', '127.0.0.1']) {
      expect(page.body).toContain(words);
    }
    const [, end = ''] = /action="(\/tai-khoan\/phien\/[0-9a-f]{64}\/dang-xuat)"/u.exec(page.body) ?? [];
    const stranger = await app.browserOf('thang');
    await stranger.get('/');
    await stranger.post(end);
    expect(await isIn(there)).toBe(true);
    await here.get('/tai-khoan');
    await here.post(end);
    expect([await isIn(here), await isIn(there)]).toEqual([true, false]);

    await elsewhere.signIn('ngoc');
    await here.get('/tai-khoan');
    await here.post('/tai-khoan/phien/dang-xuat-noi-khac');
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);

    await elsewhere.signIn('ngoc');
    await here.get('/tai-khoan/mat-khau');
    const weak = { password: PASSWORD, newPassword: 'matkhau123456', newPasswordAgain: 'matkhau123456' };
    expect((await here.follow(await here.post('/tai-khoan/mat-khau', weak))).body).toContain('nhiều người dùng');
    const fresh = 'trà sen buổi sáng';
    const good = { password: PASSWORD, newPassword: fresh, newPasswordAgain: fresh };
    expect((await here.post('/tai-khoan/mat-khau', good)).headers.location).toBe('/tai-khoan');
    expect([await isIn(here), await isIn(elsewhere)]).toEqual([true, false]);
    expect((await elsewhere.signIn('ngoc')).statusCode).toBe(401);
    expect((await elsewhere.signIn('ngoc', fresh)).statusCode).toBe(303);
  });

  it('of any person does nothing until a second factor is set up, where the settings demand it of all', async () => {
    const { session } = app.nest.get(Settings);
    const officer = await app.browserOf('luc');
    expect(await isIn(officer)).toBe(true);
    Object.assign(session, { secondFactor: 'all' });
    const led = await officer.get('/');
    expect([led.statusCode, led.headers.location]).toEqual([303, '/tai-khoan/xac-thuc-hai-lop']);
    expect((await officer.follow(led)).statusCode).toBe(200);
    Object.assign(session, { secondFactor: 'administrators' });
    expect(await isIn(officer)).toBe(true);
  });

  it('of an administrator does nothing until a second factor is set up, and then asks for its code at the door', async () => {
    const browser = await app.browserOf('quantri');
    const led = await browser.get('/kho-tin-cay');
    expect([led.statusCode, led.headers.location]).toEqual([303, '/tai-khoan/xac-thuc-hai-lop']);
    const page = await browser.follow(led);
    const [, written = ''] = /<code>([A-Z2-7-]+)<\/code>/u.exec(page.body) ?? [];
    const secret = bytesOf(written.replaceAll('-', ''));
    const code = (): string => codeOf(secret, stepOf(app.clock.now()));
    const sheet = await browser.post('/tai-khoan/xac-thuc-hai-lop', { code: code() });
    const codes = [...sheet.body.matchAll(/<code>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){5})<\/code>/gu)].map(
      ([, one]) => one ?? '',
    );
    expect([sheet.statusCode, codes.length]).toEqual([200, 8]);
    expect((await browser.get('/kho-tin-cay')).statusCode).toBe(200);

    const next = app.browser();
    const asked = await next.signIn('quantri');
    expect(asked.headers.location).toBe('/dang-nhap/ma');
    expect(await isIn(next)).toBe(false);
    await next.get('/dang-nhap/ma');
    expect((await next.follow(await next.post('/dang-nhap/ma', { code: code() }))).body).toContain('Mã chưa đúng');
    app.clock.advance(30_000);
    expect((await next.post('/dang-nhap/ma', { code: code() })).headers.location).toBe('/');
    expect((await next.get('/kho-tin-cay')).statusCode).toBe(200);

    administrator = next;

    const lost = app.browser();
    await lost.follow(await lost.signIn('quantri'));
    expect((await lost.post('/dang-nhap/ma', { code: codes[0] ?? '' })).headers.location).toBe('/');
  });

  it('is ended everywhere by an administrator only', async () => {
    const clerk = await app.browserOf('vanthu');
    const officer = await app.browserOf('thang');
    await officer.get('/');
    await officer.post('/tai-khoan/nguoi/vanthu/dang-xuat');
    expect([(await officer.get('/tai-khoan/nguoi/vanthu')).statusCode, await isIn(clerk)]).toEqual([403, true]);
    await administrator.get('/tai-khoan');
    const found = await administrator.get('/tai-khoan/nguoi?ten=VanThu');
    expect(found.headers.location).toBe('/tai-khoan/nguoi/vanthu');
    expect((await administrator.follow(found)).body).toContain('Phạm Minh Tuệ');
    await administrator.post('/tai-khoan/nguoi/vanthu/dang-xuat');
    expect(await isIn(clerk)).toBe(false);
  });
});

/** The secret of an authenticator app as it is written. */
function bytesOf(base32: string): Buffer {
  const bits = Array.from(base32)
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from(bits.match(/.{8}/gu)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
