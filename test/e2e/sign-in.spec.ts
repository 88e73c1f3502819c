import { TestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';

describe('signing in', () => {
  let house: TestApp;
  beforeAll(async () => {
    house = await TestApp.open();
  });
  afterAll(() => house.close());

  it('lets in whoever knows the password, and shows the work', async () => {
    const browser = house.browser();
    const answer = await browser.signIn('ngoc');
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    const page = await browser.follow(answer);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Nguyễn Thị Hồng Ngọc');
  });

  it('shows the form again for a wrong password, keeping the name and not the password', async () => {
    const answer = await house.browser().signIn('ngoc', 'không phải mật khẩu');
    expect(answer.statusCode).toBe(401);
    expect(answer.body).toContain('Tài khoản hoặc mật khẩu chưa đúng');
    expect(answer.body).toContain('value="ngoc"');
    expect(answer.body).not.toContain('không phải mật khẩu');
  });

  it('gives a new session when somebody signs in', async () => {
    const browser = house.browser();
    await browser.get('/dang-nhap');
    const before = browser.cookies.get('sid');
    await browser.post('/dang-nhap', { username: 'ngoc', password: PASSWORD, next: '/' });
    const after = browser.cookies.get('sid');
    expect(before).toBeDefined();
    expect(after).not.toBe(before);

    const thief = house.browser();
    thief.cookies.set('sid', before!);
    expect((await thief.get('/')).headers.location).toBe('/dang-nhap');
  });

  it('opens nothing with an old cookie after signing out', async () => {
    const browser = await house.browserOf('ngoc');
    await browser.get('/');
    const cookie = browser.cookies.get('sid');
    expect((await browser.post('/dang-xuat')).headers.location).toBe('/dang-nhap');

    const thief = house.browser();
    thief.cookies.set('sid', cookie!);
    expect((await thief.get('/')).headers.location).toBe('/dang-nhap');
  });

  it.each([
    ['without a token', (body: URLSearchParams) => body.delete('_csrf')],
    ['with the token of somebody else', (body: URLSearchParams) => body.set('_csrf', 'abc-def')],
  ])('refuses an act %s', async (_rule, change) => {
    const browser = await house.browserOf('ngoc');
    await browser.get('/');
    const body = new URLSearchParams({ _csrf: 'x' });
    change(body);
    const answer = await browser.send('/phieu/khong-co/nhan', body, { referer: '' });
    expect(answer.statusCode).toBe(403);
  });

  it('refuses to sign in without a token', async () => {
    const body = new URLSearchParams({ username: 'ngoc', password: PASSWORD });
    const answer = await house.browser().send('/dang-nhap', body);
    expect(answer.statusCode).toBe(403);
    expect(answer.cookies).toEqual([]);
  });

  it.each([
    ['a page of ours', '/tin-loi', '/tin-loi'],
    ['never another site', '//example.com', '/'],
    ['never a whole address', 'https://example.com/', '/'],
  ])('leads afterwards to %s', async (_rule, next, expected) => {
    const browser = house.browser();
    await browser.get(`/dang-nhap?next=${encodeURIComponent(next)}`);
    const answer = await browser.post('/dang-nhap', { username: 'vanthu', password: PASSWORD, next });
    expect(answer.headers.location).toBe(expected);
  });
});

describe('guessing passwords', () => {
  it('is slowed down with a word on how long, and never for the desk at which the person works', async () => {
    const house = await TestApp.open();
    const desk = await house.browserOf('ngoc');
    await desk.post('/dang-xuat');
    const stranger = house.browser();
    await stranger.get('/dang-nhap');
    const guess = (): ReturnType<typeof stranger.post> =>
      stranger.post('/dang-nhap', { username: 'ngoc', password: 'đoán' });
    for (let tried = 0; tried < 5; tried += 1) expect((await guess()).statusCode).toBe(401);
    const refused = await guess();
    expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, '5']);
    expect(refused.body).toContain('Thử lại sau 5 giây');
    expect((await stranger.post('/dang-nhap', { username: 'ngoc', password: PASSWORD })).statusCode).toBe(429);
    expect((await desk.signIn('ngoc')).statusCode).toBe(303);
    house.clock.advance(5_000);
    expect((await stranger.post('/dang-nhap', { username: 'ngoc', password: PASSWORD })).statusCode).toBe(303);
    await house.close();
  });
});
