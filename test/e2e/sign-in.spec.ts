import { TestApp } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { PASSWORD } from '../support/test-people.js';

describe('signing in', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  it('lets in a person who knows the password, and shows the work', async () => {
    const browser = app.browser();
    const answer = await browser.signIn('ngoc');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    const page = await browser.follow(answer);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Nguyễn Thị Hồng Ngọc');
  });

  it('shows the form again for a wrong password, keeping the name and not the password', async () => {
    const answer = await app.browser().signIn('ngoc', 'không phải mật khẩu');
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Tài khoản hoặc mật khẩu chưa đúng');
    expect(answer.body).toContain('value="ngoc"');
    expect(answer.body).not.toContain('không phải mật khẩu');
  });

  it('gives a new session when somebody signs in', async () => {
    const browser = app.browser();
    await browser.get('/dang-nhap');
    const before = browser.cookies.get('sid');
    await browser.post('/dang-nhap', { username: 'ngoc', password: PASSWORD, next: '/' });
    const after = browser.cookies.get('sid');
    expect(before).toBeDefined();
    expect(after).not.toBe(before);

    const thief = app.browser();
    thief.cookies.set('sid', before!);
    expect((await thief.get('/')).headers.location).toBe('/dang-nhap');
  });

  it('opens nothing with an old cookie after signing out', async () => {
    const browser = await app.browserOf('ngoc');
    await browser.get('/');
    const cookie = browser.cookies.get('sid');
    expect((await browser.post('/dang-xuat')).headers.location).toBe('/dang-nhap');

    const thief = app.browser();
    thief.cookies.set('sid', cookie!);
    expect((await thief.get('/')).headers.location).toBe('/dang-nhap');
  });

  it.each([
    ['without a token', (body: URLSearchParams) => body.delete('_csrf')],
    ['with the token of somebody else', (body: URLSearchParams) => body.set('_csrf', 'abc-def')],
  ])('refuses an act %s', async (_rule, change) => {
    const browser = await app.browserOf('ngoc');
    await browser.get('/');
    const body = new URLSearchParams({ _csrf: 'x' });
    change(body);
    const answer = await browser.send('/phieu/khong-co/nhan', body, { referer: '' });
    expect(answer.statusCode).toBe(403);
  });

  it('refuses to sign in without a token', async () => {
    const body = new URLSearchParams({ username: 'ngoc', password: PASSWORD });
    const answer = await app.browser().send('/dang-nhap', body);
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Trang đăng nhập đã mở quá lâu');
  });

  it.each([
    ['a page of ours', '/tin-loi', '/tin-loi'],
    ['never another site', '//example.com', '/'],
    ['never a whole address', 'https://example.com/', '/'],
  ])('leads afterwards to %s', async (_rule, next, expected) => {
    const browser = app.browser();
    await browser.get(`/dang-nhap?next=${encodeURIComponent(next)}`);
    const answer = await browser.post('/dang-nhap', { username: 'vanthu', password: PASSWORD, next });
    expect(answer.headers.location).toBe(expected);
  });
});

describe('guessing passwords', () => {
  it('is slowed down with a word on how long, and never for the desk at which the person works', async () => {
    const app = await TestApp.open();
    const desk = await app.browserOf('ngoc');
    await desk.post('/dang-xuat');
    const stranger = app.browser();
    await stranger.get('/dang-nhap');
    const guess = (): ReturnType<typeof stranger.post> =>
      stranger.post('/dang-nhap', { username: 'ngoc', password: 'đoán' });
    for (let tried = 0; tried < 5; tried += 1) expect((await guess()).statusCode).toBe(401);
    const refused = await guess();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
    expect(refused.body).toContain('Thử lại sau 5 giây');
    expect((await stranger.post('/dang-nhap', { username: 'ngoc', password: PASSWORD })).statusCode).toBe(429);
    expect((await desk.signIn('ngoc')).statusCode).toBe(303);
    app.clock.advance(5_000);
    expect((await stranger.post('/dang-nhap', { username: 'ngoc', password: PASSWORD })).statusCode).toBe(303);
    await app.close();
  });
});

describe('a form whose session has ended', () => {
  const REASON = 'Đề nghị gia hạn vì đang chờ nhà trường gửi hồ sơ.';
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open();
  });
  afterAll(() => app.close());

  /** A page of that person, drawn before the session ended. */
  const expired = async (username: string): Promise<TestBrowser> => {
    const browser = await app.browserOf(username);
    await browser.get('/lam-thay');
    app.clock.advance(24 * 3_600_000);
    return browser;
  };
  const waitingIn = (html: string): string => hiddenField(html, 'waiting');
  const signInWith = async (browser: TestBrowser, username: string, waiting: string): Promise<Answer> =>
    browser.post('/dang-nhap', { username, password: PASSWORD, next: '/lam-thay', waiting });

  it('keeps what was typed, and goes on when the same person has signed in', async () => {
    const browser = await expired('ngoc');
    const refused = await browser.post('/phieu/khong-co/gia-han', { reason: REASON, password: 'không giữ' });
    expect(refused.statusCode).toBe(401);
    expect(refused.body).toContain('Đăng nhập lại để gửi tiếp');
    expect(refused.body).not.toContain('không giữ');
    const wrong = await browser.showing(refused).post('/dang-nhap', {
      username: 'ngoc',
      password: 'sai',
      next: '/',
      waiting: waitingIn(refused.body),
    });
    expect(wrong.statusCode).toBe(401);
    const again = await signInWith(browser.showing(wrong), 'ngoc', waitingIn(wrong.body));
    expect(again.headers.location).toBe('/gui-tiep?tu=%2Flam-thay');
    const page = await browser.follow(again);
    expect(page.body).toContain('action="/phieu/khong-co/gia-han"');
    expect(page.body).toContain(`name="reason" value="${REASON}"`);
    // The act itself answers now: there is no such ticket, and the form is not lost to another token.
    const sent = await browser.post('/phieu/khong-co/gia-han', { reason: REASON });
    expect(sent.headers.location).toBe('/lam-thay');
    expect((await browser.get('/gui-tiep')).body).toContain('Không có nội dung nào chờ gửi');
  });

  it('shows and sends nothing of it when another person signs in', async () => {
    const browser = await expired('ngoc');
    const refused = await browser.post('/phieu/khong-co/gia-han', { reason: REASON });
    const other = await signInWith(browser.showing(refused), 'vanthu', waitingIn(refused.body));
    expect(other.headers.location).toBe('/lam-thay');
    const page = await browser.follow(other);
    expect(page.body).toContain('của tài khoản khác nên không được gửi');
    expect(page.body).not.toContain(REASON);
    expect((await browser.get('/gui-tiep')).body).not.toContain(REASON);
  });

  it('keeps the words of a form with a file, and says that the file must be chosen again', async () => {
    const browser = await expired('ngoc');
    const refused = await browser.postFile('/phieu/khong-co/tai-lieu', { words: REASON }, FILE);
    expect(refused.statusCode).toBe(401);
    expect(refused.body).toContain('phải chọn lại');
    const page = await browser.follow(await signInWith(browser.showing(refused), 'ngoc', waitingIn(refused.body)));
    expect(page.body).toContain(`name="words" value="${REASON}"`);
  });

  it('goes on with a fresh token where the session lives and the token does not', async () => {
    const browser = await app.browserOf('ngoc');
    await browser.get('/lam-thay');
    const before = browser.token;
    await browser.signIn('ngoc');
    await browser.get('/lam-thay');
    const answer = await browser.post('/phieu/khong-co/gia-han', { reason: REASON, _csrf: before });
    expect(answer.headers.location).toBe('/gui-tiep?tu=%2Flam-thay');
    expect((await browser.follow(answer)).body).toContain(`name="reason" value="${REASON}"`);
  });

  it('is neither sent nor shown in the living session of another person', async () => {
    const browser = await app.browserOf('ngoc');
    await browser.get('/lam-thay');
    const before = browser.token;
    await browser.signIn('vanthu');
    await browser.get('/lam-thay');
    const answer = await browser.post('/phieu/khong-co/gia-han', { reason: REASON, _csrf: before });
    expect(answer.headers.location).toBe('/lam-thay');
    const page = await browser.follow(answer);
    expect(page.body).toContain('phiên đăng nhập khác');
    expect(page.body).not.toContain(REASON);
    expect((await browser.get('/gui-tiep')).body).not.toContain(REASON);
  });

  it('tells scripts whose session it is by the same mark that forms carry', async () => {
    const browser = await app.browserOf('ngoc');
    await browser.get('/lam-thay');
    const drawn = browser.token;
    const answer = (await browser.get('/phien', 'application/json')).json<{ csrf: string; longestForm: number }>();
    expect(markOf(answer.csrf)).toBe(markOf(drawn));
    expect(answer.longestForm).toBe(1_048_576);
    const nobody = (await app.browser().get('/phien', 'application/json')).json<{ csrf: string }>();
    expect(nobody.csrf).not.toContain('~');
  });
});

const FILE = { field: 'tep', name: 'anh.txt', content: 'ảnh' };

type Answer = Awaited<ReturnType<TestBrowser['post']>>;

function markOf(token: string): string | undefined {
  return token.split('~')[1];
}

function hiddenField(html: string, name: string): string {
  const value = new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '';
  return value.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<');
}
