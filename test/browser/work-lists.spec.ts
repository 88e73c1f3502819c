import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../support/chromium.js';
import { serveGallery, type GalleryServer } from '../support/view-gallery/serve-gallery.js';

let gallery: GalleryServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await openChromium();
  page = await browser.newPage();
  await page.goto(`${gallery.origin}/viec-cua-toi`, { waitUntil: 'load' });
});
afterAll(async () => {
  await browser.close();
  await gallery.close();
});

/** The counters of a fresh copy of the page, as if somebody had moved tickets meanwhile. */
async function renewWith(from: string, to: string): Promise<void> {
  await page.evaluate(
    async ([before, after]) => {
      const address = '/assets/app/js/renew.js';
      const { renewParts, pageOf } = (await import(address)) as {
        renewParts: (fresh: Document) => void;
        pageOf: (html: string) => Document;
      };
      const html = await (await fetch(location.href)).text();
      renewParts(pageOf(html.replace(before ?? '', after ?? '')));
    },
    [from, to],
  );
}

describe('lists in which nothing waits', () => {
  it('take one line until they are opened, and stay open while the counters are renewed', async () => {
    const folded = page.locator('.ha-folded').first();
    const link = folded.locator('a').first();
    expect(await link.isVisible()).toBe(false);
    await folded.locator('summary').click();
    expect(await link.isVisible()).toBe(true);

    await renewWith('<span class="ha-num">21</span>', '<span class="ha-num">22</span>');
    expect(await page.locator('.ha-lists a[aria-current] .ha-num').textContent()).toBe('22');
    expect(await link.isVisible()).toBe(true);
  });
});

describe('a list that has the focus', () => {
  const list = (of: Page, at: number) => of.locator('#danh-sach-viec > .ha-lists-g > ul > li').nth(at);
  const focusedList = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent);

  it.each([
    ['another before it is folded away', 1],
    ['nothing waits in it any more', 2],
  ])('keeps it when %s', async (_what, folded) => {
    const before = await list(page, folded).evaluate((one) => one.outerHTML);
    await list(page, 2).locator('a').focus();
    const name = await focusedList();
    await renewWith(before, '');
    expect(await focusedList()).toBe(name);
  });
});

describe('another list that was chosen', () => {
  let desk: Page;
  let arrival: Promise<void>;
  let arrive: () => void;
  const asked: string[] = [];

  beforeEach(async () => {
    desk = await browser.newPage();
    await desk.goto(`${gallery.origin}/viec-cua-toi`, { waitUntil: 'load' });
    arrival = new Promise<void>((resolve) => (arrive = resolve));
    await desk.route(/danh-sach=/u, async (route) => {
      asked.push(route.request().url());
      await arrival;
      await route.fulfill({ body: await standing(), contentType: 'text/html' });
    });
    asked.length = 0;
  });
  afterEach(() => desk.close());

  const standing = async () => (await fetch(`${gallery.origin}/viec-cua-toi`)).text();
  const choose = () => desk.locator('.ha-lists a:not([aria-current])').first().click();

  it('takes no key before it stands: what it would do would be done with another ticket', async () => {
    const row = desk.locator('tr.is-on').first();
    const selected = await row.getAttribute('data-ticket');
    await choose();
    for (const key of ['j', 'a']) {
      await desk.keyboard.press(key);
      await desk.getByText(`Danh sách đang mở, phím ${key} chưa được nhận.`).waitFor();
    }
    expect(await row.getAttribute('data-ticket')).toBe(selected);
    arrive();
    await desk.waitForURL(/danh-sach=/u);
    await desk.keyboard.press('j');
    await desk.locator(`tr.is-on:not([data-ticket="${String(selected)}"])`).waitFor();
  });

  it('holds up no key on a page that Back brings as the browser kept it', async () => {
    const selected = await desk.locator('tr.is-on').first().getAttribute('data-ticket');
    await choose();
    await desk.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await desk.keyboard.press('j');
    await desk.locator(`tr.is-on:not([data-ticket="${String(selected)}"])`).waitFor();
    arrive();
  });

  it('takes keys at once when it is the one that stands, and keeps the row that they select', async () => {
    const selected = await desk.locator('tr.is-on').first().getAttribute('data-ticket');
    await desk.route(`${gallery.origin}/`, async (route) => {
      await arrival;
      await route.fulfill({ body: (await standing()).replace('>21<', '>22<'), contentType: 'text/html' });
    });
    const current = desk.locator('.ha-lists a[aria-current]');
    await current.click();
    await desk.keyboard.press('j');
    const next = desk.locator(`tr.is-on:not([data-ticket="${String(selected)}"])`);
    await next.waitFor();
    arrive();
    await current.getByText('22').waitFor();
    expect(await next.locator('a').evaluate((link) => link === document.activeElement)).toBe(true);
  });

  it('has no ticket of the list before it fetched', async () => {
    await desk.keyboard.press('j');
    await choose();
    arrive();
    await desk.waitForURL(/danh-sach=/u);
    await desk.waitForTimeout(400);
    expect(asked.filter((address) => address.includes('phieu='))).toEqual([]);
  });
});

describe('searches that were kept', () => {
  it('stand beside the lists with what they find, and stay while those are renewed', async () => {
    const kept = page.locator('[data-saved-searches] a');
    await page.getByRole('link', { name: 'Dạy thêm, học thêm 8' }).waitFor();
    expect(await kept.count()).toBe(4);
    await renewWith('<span class="ha-num">64</span>', '<span class="ha-num">65</span>');
    expect(await kept.count()).toBe(4);
  });
});

describe('the rows of a list on a phone', () => {
  it('end in one line, whether or not they can be marked', async () => {
    const phone = await browser.newPage({ viewport: { width: 390, height: 844 } });
    await phone.goto(`${gallery.origin}/viec-cua-toi-giao`, { waitUntil: 'load' });
    const ends = await phone
      .locator('td.ha-work-state')
      .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().right)));
    expect(ends.length).toBeGreaterThan(5);
    expect(new Set(ends).size).toBe(1);
  });
});
