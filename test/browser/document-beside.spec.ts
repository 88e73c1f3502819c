import type { Page } from 'playwright-core';
import { findings } from '../support/page-findings.js';
import { ShownGallery } from '../support/shown-gallery.js';
import { TAKES_PICTURES } from '../support/taken-pictures.js';

let gallery: ShownGallery;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  gallery = await ShownGallery.open();
});
afterAll(() => gallery.close());
afterEach(() => page.close());

async function open(width = 1366, javaScriptEnabled = true): Promise<void> {
  const wished = await gallery.newPage({ width, height: 768, javaScriptEnabled });
  ({ page, complaints } = await gallery.show('phieu', wished));
}

const photograph = () => page.getByRole('link', { name: 'giay-bao-thu.jpg' }).first();
const beside = () => page.getByRole('complementary', { name: 'Tệp đang xem' });
const focused = (): Promise<string | null> =>
  page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null,
  );

async function take(name: string): Promise<void> {
  if (TAKES_PICTURES) await page.screenshot({ path: `var/view-gallery/${name}.png` });
}

describe('a file of a ticket', () => {
  it('opens beside the ticket by keyboard, is read there, and gives its place back', async () => {
    await open();
    await page.locator('#noi-dung-ghi').fill('Đã gọi nhà trường.');
    await photograph().focus();
    await page.keyboard.press('Enter');
    await beside().getByRole('heading', { name: 'giay-bao-thu.jpg' }).waitFor();
    expect(await focused()).toBe('Ảnh giay-bao-thu.jpg');
    expect(new URL(page.url()).pathname).toBe('/phieu');
    expect(await page.locator('#noi-dung-ghi').inputValue()).toBe('Đã gọi nhà trường.');
    expect(await page.locator('h1').count()).toBe(1);
    await take('tep-ben-canh-anh');

    await page.getByRole('button', { name: 'Tệp sau' }).click();
    await beside().getByRole('heading', { name: 'giay-xac-nhan.pdf' }).waitFor();
    expect(await beside().locator('img').count()).toBe(3);
    expect(await page.getByRole('button', { name: 'Tệp sau' }).count()).toBe(0);

    await page.keyboard.press('Escape');
    expect(await beside().count()).toBe(0);
    expect(await focused()).toContain('giay-xac-nhan.pdf');
    expect(complaints).toEqual([]);
  });

  it('stands beside it without a fault, in light and dark', async () => {
    await open();
    await photograph().click();
    await beside().getByRole('heading').waitFor();
    await page.addScriptTag({ url: '/axe/axe.min.js' });
    const found: string[] = [];
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((chosen) => {
        document.documentElement.dataset['bsTheme'] = chosen;
      }, theme);
      found.push(...(await findings(page, theme)));
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const { left, right } = await page.evaluate(() => {
      const edge = (selector: string) => document.querySelector(selector)?.getBoundingClientRect();
      return { left: edge('.ha-ticket')?.right ?? 0, right: edge('.ha-beside')?.left ?? 0 };
    });
    expect({ found, wide, over: left > right }).toEqual({ found: [], wide: 0, over: false });
    expect(complaints).toEqual([]);
  });

  it('is a page of its own on a phone, the letter first, and leads back to the list', async () => {
    await open(390);
    await photograph().click();
    await page.waitForURL('**/xem/van-ban/anh');
    expect(await beside().count()).toBe(0);
    const top = await page.locator('.ha-viewed img').evaluate((image) => image.getBoundingClientRect().top);
    expect(top).toBeLessThan(260);
    await take('tep-tren-dien-thoai');
    await page.getByRole('link', { name: 'Danh sách tệp' }).click();
    await page.waitForURL('**/phieu');
    expect(complaints).toEqual([]);
  });

  it('is the same page without scripts', async () => {
    await open(1366, false);
    await photograph().click();
    await page.waitForURL('**/xem/van-ban/anh');
    expect(await page.locator('.ha-viewed img').count()).toBe(1);
  });

  it('opens whole where the answer is no file: the session has ended, or somebody else signed in', async () => {
    await open();
    await page.route('**/xem/van-ban/anh', (route) =>
      route.request().headers()['accept'] === 'text/html' ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await photograph().click();
    await page.waitForURL('**/xem/van-ban/anh');
  });
});
