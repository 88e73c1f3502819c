import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { Stage } from '../../src/cli/demo/stage.js';
import { BrowserPeople } from '../support/browser-people.js';
import { openChromium } from '../support/chromium.js';
import { livedStage } from '../support/lived-stage.js';
import { TAKES_PICTURES } from '../support/taken-pictures.js';

const PICTURES = 'var/browser';
/** What the front page shows of the lived year, written anew by `npm run pictures`. */
const FRONT_PAGE = new Map([
  ['giam-sat', 'board'],
  ['viec-cua-toi', 'worklist'],
  ['cong-khai-so-lieu', 'figures'],
]);
const WIDTHS = [1366, 390] as const;

/** What somebody who opens the demonstration looks at first, as it looks with a year of work behind it. */
describe('the demonstration with its lived year, looked at', () => {
  let directory: string;
  let stage: Stage;
  let browser: Browser;
  let people: BrowserPeople;

  beforeAll(async () => {
    await mkdir(PICTURES, { recursive: true });
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-nam-'));
    stage = await livedStage(directory);
    browser = await openChromium();
    people = new BrowserPeople(browser, stage.url, PICTURES);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await stage.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it.each([
    ['thanhtra', '/giam-sat', 'giam-sat'],
    ['vanthu', '/', 'viec-cua-toi'],
    ['chuyenvien', '/', 'viec-cua-toi-chuyen-vien'],
    ['lanhdao', '/', 'viec-cua-toi-lanh-dao'],
    ['vanthu', '/so-tiep-nhan', 'so-tiep-nhan'],
    ['vanthu', '/tra-cuu', 'tra-cuu'],
    ['vanthu', '/so-van-ban/di', 'so-van-ban-di'],
    ['vanthu', '/so-van-ban/den', 'so-van-ban-den'],
    ['vanthu', '/trinh-ky', 'trinh-ky'],
    ['thanhtra', '/bao-cao', 'bao-cao'],
    ['thanhtra', '/cong-khai/so-lieu', 'cong-khai-so-lieu'],
    ['thanhtra', '/cong-khai/ket-qua', 'cong-khai-ket-qua'],
  ])('%s at %s: all of it within the width of a desk and of a phone', async (username, path, name) => {
    const page = await people.at(username, path);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: width === 390 ? 844 : 768 });
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      await picture(page, name, width);
    }
    await page.close();
    expect(people.complaints).toEqual([]);
  });

  it('breaks neither the numbers nor the states of its tickets in the register of feedback', async () => {
    const page = await people.at('vanthu', '/so-tiep-nhan');
    await page.setViewportSize({ width: 1366, height: 768 });
    const words = await page.locator('.ha-received td:is(:nth-child(2), :nth-child(10)) div').evaluateAll((cells) =>
      cells.flatMap(({ firstChild: text }) =>
        [...(text?.textContent ?? '').matchAll(/\S+/gu)].map(({ 0: word, index }) => {
          const range = document.createRange();
          if (text !== null) {
            range.setStart(text, index);
            range.setEnd(text, index + word.length);
          }
          return [word, range.getClientRects().length] as const;
        }),
      ),
    );
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter(([, lines]) => lines !== 1)).toEqual([]);
    await page.close();
  });

  async function picture(page: Page, name: string, width: number): Promise<void> {
    if (TAKES_PICTURES)
      await page.screenshot({ path: join(PICTURES, `nam-${name}-${String(width)}.png`), fullPage: true });
    const shown = FRONT_PAGE.get(name);
    if (shown !== undefined && width === 1366 && process.env['WRITE_PICTURES'] === '1')
      await page.screenshot({ path: `docs/pictures/${shown}.png` });
  }
});
