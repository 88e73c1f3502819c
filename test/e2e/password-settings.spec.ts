import { DAY_MS } from '../../src/kernel/civil-date.js';
import { TestApp } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';
import type { TestBrowser } from '../support/test-browser.js';

const LONG = 'trà sen buổi sáng mùa thu';
const PATH = '/tai-khoan/mat-khau';

describe('passwords that are kept here', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.open({ PASSWORD_MIN_LENGTH: '20', PASSWORD_MAX_DAYS: '90' });
  });
  afterAll(() => app.close());

  const choose = async (browser: TestBrowser, password: string, newPassword: string): Promise<string> => {
    await browser.get(PATH);
    return (await browser.follow(await browser.post(PATH, { password, newPassword, newPasswordAgain: newPassword })))
      .body;
  };

  it('must be changed at the next sign-in once they are older than the settings allow, and be as long as they ask for', async () => {
    const browser = await app.browserOf('ngoc');
    for (const path of ['/', '/to-chuc', '/tai-khoan']) expect((await browser.get(path)).headers.location).toBe(PATH);
    expect((await browser.get(PATH)).body).toContain('Từ 20 ký tự');
    expect(await choose(browser, PASSWORD, 'trà sen buổi sáng')).toContain('cần từ 20 ký tự, hiện có 17');
    expect((await browser.get('/')).statusCode).toBe(303);
    await choose(browser, PASSWORD, LONG);
    expect((await browser.get('/')).statusCode).toBe(200);
  });

  it('are good for the days of the settings', async () => {
    app.clock.advance(90 * DAY_MS);
    const [inTime, late] = [app.browser(), app.browser()];
    await inTime.signIn('ngoc', LONG);
    expect((await inTime.get('/')).statusCode).toBe(200);
    app.clock.advance(1);
    await late.signIn('ngoc', LONG);
    expect((await late.get('/')).headers.location).toBe(PATH);
  });
});
