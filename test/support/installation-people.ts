import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { codeOf, stepOf } from '../../src/organisation/domain/sign-in/totp.js';
import { answered } from './answered.js';
import { reloadedUntil } from './reloaded-until.js';

const PATIENCE = 20_000;
const LOOKS = 200;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** An act of a page. */
export interface PageAct {
  /** The button under which it opens. */
  readonly under: string;
  /** By label. */
  readonly answers: Readonly<Record<string, string | true>>;
  readonly press: string | RegExp;
  /** What the page that answers says. */
  readonly says: string;
}

/** People at an installation, each in a browser of their own, with the passwords and second factors that they really have. */
export class InstallationPeople {
  readonly complaints: string[] = [];
  /** What each act that was done is called. */
  readonly acts = new Set<string>();
  private readonly pages = new Map<string, Page>();

  /** @param pictures the folder for screenshots */
  constructor(
    private readonly browser: Browser,
    private readonly url: string,
    private readonly pictures: string,
  ) {}

  /** Signs in and leaves the page that follows open. */
  async signIn(username: string, password: string): Promise<Page> {
    const options = { viewport: { width: 1366, height: 768 }, locale: 'vi-VN', ignoreHTTPSErrors: true };
    const context = await this.browser.newContext(options);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${username} ${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => this.complaints.push(`${username} ${page.url()}: ${error.message}`));
    this.pages.set(username, page);
    await page.goto(`${this.url}/`);
    await page.getByLabel('Tài khoản cơ quan').fill(username);
    await page.getByLabel('Mật khẩu').fill(password);
    await this.press(page, 'Đăng nhập');
    return page;
  }

  /** Signs in by the password that was shown once, and gives it up for one of the person's own. */
  async signInFirst(username: string, temporary: string, own: string): Promise<Page> {
    const page = await this.signIn(username, temporary);
    await page.getByLabel('Mật khẩu vừa dùng').fill(temporary);
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(own);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(own);
    await this.press(page, 'Đổi mật khẩu');
    return page;
  }

  /** Sets up the authenticator that the page asks for. */
  async bindAuthenticator(page: Page): Promise<void> {
    const secret = fromBase32((await page.locator('code').first().innerText()).trim());
    await page.getByLabel('Mã', { exact: true }).fill(codeOf(secret, stepOf(new Date())));
    await this.press(page, 'Bật xác thực hai lớp');
  }

  /** The page that somebody has open, at another address. @param path left out, as it stands */
  async at(username: string, path?: string): Promise<Page> {
    const page = this.pages.get(username);
    if (!page) throw new Error(`${username} has not signed in.`);
    if (path !== undefined) await page.goto(`${this.url}${path}`);
    return page;
  }

  /** Presses a button and waits for the page that answers. */
  async press(within: Page | Locator, name: string | RegExp): Promise<void> {
    const page = 'page' in within ? within.page() : within;
    const button = within.getByRole('button', { name, exact: true }).filter({ visible: true }).first();
    await button.waitFor({ timeout: PATIENCE });
    await answered(page, () => button.click());
  }

  /** Does an act that opens under its button, and reads that it is done. */
  async act(page: Page, { under, answers, press, says }: PageAct): Promise<void> {
    const summary = page.locator('summary', { hasText: under }).first();
    const form = summary.locator('xpath=..');
    if ((await form.getAttribute('open', { timeout: PATIENCE })) === null) await summary.click();
    await fillIn(form, answers);
    await this.press(form, press);
    this.acts.add(under);
    if ((await page.getByText(says).count()) > 0) return;
    await this.picture(page, 'khong-lam-duoc');
    throw new Error(`${under}: "${says}" is not said, but: ${await page.locator('main').innerText()}`);
  }

  /** Reloads until the words stand on the page: what happens behind it takes its time. */
  async until(page: Page, words: string | RegExp): Promise<void> {
    const shown = page.getByText(words).filter({ visible: true });
    if (await reloadedUntil(page, async () => (await shown.count()) > 0, LOOKS)) return;
    await this.picture(page, 'khong-thay');
    throw new Error(`"${String(words)}" never came, but: ${await page.locator('main').innerText()}`);
  }

  /** Pictures of what everybody has before them, to find the cause of a failure. */
  async pictureAll(): Promise<void> {
    for (const [username, page] of this.pages) await this.picture(page, `hong-${username}`);
  }

  async picture(page: Page, name: string): Promise<void> {
    await mkdir(this.pictures, { recursive: true });
    await page.screenshot({ path: join(this.pictures, `${name}.png`), fullPage: true });
  }
}

/** Answers under their labels, as somebody at the page would give them; `true` is a choice that is made. */
export async function fillIn(within: Page | Locator, answers: Readonly<Record<string, string | true>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    const control = within.getByLabel(label, { exact: true }).first();
    if (answer === true) await control.check();
    else if ((await control.evaluate(({ tagName }) => tagName)) !== 'SELECT') await control.fill(answer);
    else await control.selectOption({ label: answer });
  }
}

function fromBase32(text: string): Buffer {
  let [bits, value] = [0, 0];
  const bytes: number[] = [];
  for (const letter of text.replaceAll(/[^A-Z2-7]/gu, '')) {
    value = ((value << 5) | ALPHABET.indexOf(letter)) & 0xfff;
    bits += 5;
    if (bits >= 8) bytes.push((value >> (bits -= 8)) & 0xff);
  }
  return Buffer.from(bytes);
}
