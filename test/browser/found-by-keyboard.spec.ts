import { randomUUID } from 'node:crypto';
import type { Locator, Page } from 'playwright-core';
import { openUseCases } from '../../src/bootstrap/start.js';
import { StaffDirectory, StaffEntity } from '../../src/organisation/index.js';
import { Database } from '../../src/platform/database/database.js';
import { TakeFeedback } from '../../src/tickets/index.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { TAKES_PICTURES } from '../support/taken-pictures.js';
import { reloadedUntil } from '../support/reloaded-until.js';

const PICTURES = 'var/browser/tim-phieu';
const CHANNELS = ['call', 'visit', 'call'] as const;
const LOOKS = 120;

/** A clerk looks for tickets without a mouse. */
describe('what is looked for by keyboard', () => {
  let app: AppInChromium;
  let page: Page;
  const step = stepsInOrder(120_000);

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
    const context = await openUseCases(app.stage.settings);
    const clerk = await context.get(Database).reader.manager.findOneByOrFail(StaffEntity, { username: 'vanthu' });
    const { actor } = await context.get(StaffDirectory).person(clerk.id);
    for (const [at, channel] of CHANNELS.entries()) {
      const subject = `Sân trường ngập nước, lần ${String(at)}`;
      await context.get(TakeFeedback).take(actor, {
        token: randomUUID(),
        files: [],
        feedback: {
          ...{ channel, receivedAt: new Date(), subject, words: `${subject}: mưa là ngập.` },
          ...{ place: 'Trường THPT Núi Voi', category: 'facilities', level: 'normal', kind: 'feedback' },
          ...{ senderName: 'Vũ Thị Thử', senderPhone: '0901000001', senderEmail: '', senderAddress: '' },
          ...{ complainedUnitId: null, keepSecret: false },
        },
      });
    }
    await context.close();
    page = await app.people.at('vanthu', '/tim-kiem?tim=san+truong+ngap+');
    expect(await reloadedUntil(page, async () => (await found().count()) >= CHANNELS.length, LOOKS)).toBe(true);
  }, 240_000);

  afterAll(() => app.close());

  const found = (): Locator => page.locator('.ha-reg tbody tr');

  /** Presses Tab until that link has the focus, and Enter on it. */
  async function enter(link: Locator): Promise<void> {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press('Tab');
      if (!(await link.evaluate((element) => element === document.activeElement))) continue;
      await page.keyboard.press('Enter');
      return;
    }
    throw new Error('Tab does not come to it.');
  }

  async function take(name: string): Promise<void> {
    if (!TAKES_PICTURES) return;
    for (const [screen, size] of Object.entries({
      desk: { width: 1366, height: 768 },
      phone: { width: 390, height: 844 },
    }))
      for (const theme of ['light', 'dark']) {
        await page.setViewportSize(size);
        await page.evaluate((chosen) => {
          document.documentElement.dataset['bsTheme'] = chosen;
        }, theme);
        await page.screenshot({ path: `${PICTURES}/${name}-${screen}-${theme}.png` });
      }
    await page.setViewportSize({ width: 1366, height: 768 });
  }

  step('is narrowed by conditions, of which one is taken away', async () => {
    await page.goto(`${app.stage.url}/tim-kiem?tim=san+truong+ngap+&kenh=visit&muc=normal`);
    expect(await found().count()).toBe(1);
    await take('dieu-kien');
    await enter(page.getByRole('link', { name: 'Kênh: Trực tiếp tại Sở' }));
    await page.waitForURL((url) => !url.search.includes('kenh'));
    expect(await found().count()).toBe(CHANNELS.length);
    expect(await page.locator('.ha-chip').count()).toBe(2);
  });

  step('is put in order by its heads', async () => {
    await enter(page.getByRole('link', { name: 'xếp hạn gần nhất trước' }));
    await page.waitForURL('**/tim-kiem?*xep=han-gan');
    expect(await page.locator('th[aria-sort="ascending"]').textContent()).toContain('Hạn');
    expect(await found().count()).toBe(CHANNELS.length);
    await take('theo-han');
  });

  step('goes into a workbook', async () => {
    const coming = page.waitForEvent('download');
    await enter(page.getByRole('link', { name: 'Xuất Excel' }));
    expect((await coming).suggestedFilename()).toMatch(/^tim-kiem-\d{4}-\d{2}-\d{2}\.xlsx$/u);
  });

  step('a work list is put in order likewise, and keeps it on the way to a ticket and back', async () => {
    page = await app.people.at('vanthu', '/?danh-sach=toan-so');
    await take('danh-sach');
    await enter(page.getByRole('link', { name: 'xếp mới nhận trước' }));
    await page.waitForURL('**/?danh-sach=toan-so.moi-nhan');
    expect(await page.locator('th[aria-sort="descending"]').textContent()).toContain('mới nhận trước');
    const newest = await page.locator('tbody tr').first().locator('.ha-subject').textContent();
    expect(newest).toContain('Sân trường ngập nước');
    await page.locator('tbody tr').first().locator('.ha-subject').press('Enter');
    await page.waitForURL('**/phieu/*?danh-sach=toan-so.moi-nhan');
    await page.getByRole('link', { name: 'Mọi phiếu đang mở' }).press('Enter');
    await page.waitForURL('**/?danh-sach=toan-so.moi-nhan*');
  });

  step('its heads stand on a phone too, large enough for a thumb', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const head of await page.locator('.ha-sort').all()) {
      const box = await head.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThan(20);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(app.people.complaints).toEqual([]);
  });
});
