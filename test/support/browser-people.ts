import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '../../src/cli/demo/people.js';
import { answered } from './answered.js';
import { reloadedUntil } from './reloaded-until.js';
import { TAKES_PICTURES } from './taken-pictures.js';

const PATIENCE = { timeout: 40_000 };
const LOOKS = 120;
const DESK = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };

/** People of the demonstration, each in a browser of their own, watched for complaints of the browser. */
export class BrowserPeople {
  /** What browsers complained of: errors in the console, refusals of the content security policy, scripts that broke. */
  readonly complaints: string[] = [];
  private readonly contexts = new Map<string, Promise<BrowserContext>>();

  /**
   * @param pictures the folder for screenshots
   * @param windsClocks whether a test may put the clocks of their pages forward; until it does, they go as any clock
   */
  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly pictures: string,
    private readonly windsClocks = false,
  ) {}

  /** A page of that person. */
  async at(username: string, path: string): Promise<Page> {
    const known = this.contexts.get(username) ?? this.signIn(username);
    this.contexts.set(username, known);
    const page = await (await known).newPage();
    page.setDefaultTimeout(PATIENCE.timeout);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${username} ${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${username} ${path}: ${error.message}`));
    await page.goto(`${this.url}${path}`);
    return page;
  }

  /** Presses a button and waits for the page that answers. */
  async press(page: Page, name: string | RegExp): Promise<void> {
    const button = page.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
    await button.waitFor(PATIENCE);
    await answered(page, () => button.click());
  }

  /** Opens an act under its button. */
  async open(page: Page, label: string): Promise<void> {
    const summary = page.locator('summary', { hasText: label }).first();
    if ((await summary.locator('xpath=..').getAttribute('open')) === null) await summary.click();
  }

  /** Reloads until the words stand on the page: what happens behind it takes its time. */
  async until(page: Page, words: string | RegExp): Promise<void> {
    if (await reloadedUntil(page, async () => (await page.getByText(words).count()) > 0, LOOKS)) return;
    await page.screenshot({ path: join(this.pictures, 'khong-thay.png'), fullPage: true });
    throw new Error(`"${String(words)}" never came; see ${this.pictures}/khong-thay.png`);
  }

  /** How wide a page is at a desk and on a phone, with pictures where somebody asks for them. @returns by how many pixels it is wider than each screen */
  async picture(page: Page, name: string): Promise<{ readonly desk: number; readonly phone: number }> {
    await page.setViewportSize(DESK);
    if (TAKES_PICTURES) {
      await page.evaluate(() => {
        scrollTo(0, 0);
      });
      await page.screenshot({ path: join(this.pictures, `${name}-1366.png`) });
      await page.screenshot({ path: join(this.pictures, `${name}-1366-ca-trang.png`), fullPage: true });
    }
    const desk = await tooWide(page);
    await page.setViewportSize(PHONE);
    if (TAKES_PICTURES) await page.screenshot({ path: join(this.pictures, `${name}-390.png`), fullPage: true });
    const phone = await tooWide(page);
    await page.setViewportSize(DESK);
    return { desk, phone };
  }

  private async signIn(username: string): Promise<BrowserContext> {
    const context = await this.browser.newContext({ viewport: DESK, locale: 'vi-VN' });
    if (this.windsClocks) await context.clock.install();
    const page = await context.newPage();
    await page.goto(`${this.url}/`);
    await page.getByLabel('Tài khoản cơ quan').fill(username);
    await page.getByLabel('Mật khẩu').fill(DEMONSTRATION_PASSWORD);
    await page.getByRole('button', { name: 'Đăng nhập' }).click();
    // The page of the login has a heading, too.
    await page.locator('.ha-me').waitFor(PATIENCE);
    await page.close();
    return context;
  }
}

function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}
