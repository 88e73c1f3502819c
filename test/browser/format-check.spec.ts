import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { seedDemonstration } from '../../src/cli/demo/seed.js';
import { Stage } from '../../src/cli/demo/stage.js';
import { openUseCases } from '../../src/start.js';
import { BrowserPeople } from '../support/browser-people.js';
import { openChromium } from '../support/chromium.js';
import { docxOfPlan } from '../support/decree-document.js';
import { goodLetter } from '../support/decree-plans.js';

const PICTURES = 'var/browser/the-thuc';

/** A letter of a school, checked and mended in Chromium at the running app. */
describe('the form of a document by hand', () => {
  let directory: string;
  let stage: Stage;
  let browser: Browser;
  let people: BrowserPeople;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'hoi-am-the-thuc-'));
    stage = await Stage.at(directory, 'dist', { app: 0, eOffice: 0 });
    await stage.startEOffice();
    const context = await openUseCases(stage.settings);
    await seedDemonstration(context);
    await context.close();
    await stage.startApp();
    browser = await openChromium();
    people = new BrowserPeople(browser, stage.url, PICTURES);
  }, 120_000);

  afterAll(async () => {
    await browser.close();
    await stage.stop();
    await rm(directory, { recursive: true, force: true });
  });

  it('is found, mended, loaded down, and found good', async () => {
    const plan = goodLetter();
    plan.page.left = 25;
    plan.number.text = 'Số: 5/SGDĐT-VP';
    plan.body[1]!.font = 'Arial';
    const path = join(directory, 'Công văn 5.docx');
    await writeFile(path, docxOfPlan(plan));

    const page = await people.at('chuyenvien', '/');
    await page.locator('.ha-me').click();
    await page.getByRole('link', { name: 'Kiểm tra thể thức' }).click();
    await page.locator('input[type=file]').setInputFiles(path);
    await people.press(page, 'Kiểm tra');
    expect(await page.locator('h1').innerText()).toBe('Công văn 5.docx');
    expect(await page.locator('.ha-head').innerText()).toContain('Không còn lỗi nào; 3 lỗi đã sửa trong bản tải về.');
    expect(await people.picture(page, 'da-kiem-tra')).toEqual({ desk: 0, phone: 0 });

    const [loaded] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải bản đã sửa' }).click(),
    ]);
    expect(loaded.suggestedFilename()).toBe('Công văn 5 (đã sửa).docx');
    const mended = join(directory, 'da-sua.docx');
    await loaded.saveAs(mended);
    expect((await readFile(mended)).length).toBeGreaterThan(1000);

    await page.locator('input[type=file]').setInputFiles(mended);
    await people.press(page, 'Kiểm tra');
    expect(await page.locator('.ha-head').innerText()).toContain('Đạt: không thấy chỗ nào sai thể thức.');
    expect(people.complaints).toEqual([]);
  }, 90_000);
});
