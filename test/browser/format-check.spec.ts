import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { docxOfPlan } from '../support/decree-document.js';
import { goodLetter } from '../support/decree-plans.js';
import { AppInChromium } from '../support/app-in-chromium.js';

const PICTURES = 'var/browser/the-thuc';

/** A letter of a school, checked and mended in Chromium at the running app. */
describe('the form of a document by hand', () => {
  let app: AppInChromium;

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
  }, 120_000);

  afterAll(() => app.close());

  it('is found, mended, loaded down, and found good', async () => {
    const plan = goodLetter();
    plan.page.left = 25;
    plan.number.text = 'Số: 5/SGDĐT-VP';
    plan.body[1]!.font = 'Arial';
    const path = join(app.stage.directory, 'Công văn 5.docx');
    await writeFile(path, docxOfPlan(plan));

    const page = await app.people.at('chuyenvien', '/');
    await page.locator('.ha-me').click();
    await page.getByRole('link', { name: 'Kiểm tra thể thức' }).click();
    await page.locator('input[type=file]').setInputFiles(path);
    await app.people.press(page, 'Kiểm tra');
    expect(await page.locator('h1').innerText()).toBe('Công văn 5.docx');
    expect(await page.locator('.ha-head').innerText()).toContain('Không còn lỗi nào; 3 lỗi đã sửa trong bản tải về.');
    expect(await app.people.picture(page, 'da-kiem-tra')).toEqual({ desk: 0, phone: 0 });

    const [loaded] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải bản đã sửa' }).click(),
    ]);
    expect(loaded.suggestedFilename()).toBe('Công văn 5 (đã sửa).docx');
    const mended = join(app.stage.directory, 'da-sua.docx');
    await loaded.saveAs(mended);
    expect((await readFile(mended)).length).toBeGreaterThan(1000);

    await page.locator('input[type=file]').setInputFiles(mended);
    await app.people.press(page, 'Kiểm tra');
    expect(await page.locator('.ha-head').innerText()).toContain('Đạt: không thấy chỗ nào sai thể thức.');
    expect(app.people.complaints).toEqual([]);
  });
});
