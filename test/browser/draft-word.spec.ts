import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppInChromium } from '../support/app-in-chromium.js';
import { edited, words } from '../support/word-edits.js';

const PICTURES = 'var/browser/ban-thao';
const FOUND = 'Qua kiểm tra hồ sơ, nội dung phản ánh là đúng.';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';

/** A letter that an officer changes in Word, in Chromium at the running app, its pages made by LibreOffice. */
describe('a letter on its way to Word and back, by hand', () => {
  let app: AppInChromium;

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
  }, 120_000);

  afterAll(() => app.close());

  it('is downloaded, changed, brought back, compared, and shown as it will be signed', async () => {
    const { people, stage } = app;
    const hotline = await app.browser.newPage();
    await hotline.goto(`${stage.eOfficeUrl}/tong-dai`);
    await people.press(hotline, 'Gửi sang Sở');
    const clerk = await people.at('vanthu', '/');
    await people.until(clerk, SUBJECT);
    await clerk.getByRole('link', { name: SUBJECT }).first().click();
    await clerk.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Phòng Giáo dục Trung học' });
    await clerk.getByLabel('Cán bộ đầu mối').selectOption({ label: 'Nguyễn Thị Hồng Ngọc' });
    await people.press(clerk, 'Giao việc');

    const page = await people.at('chuyenvien', '/');
    await people.until(page, SUBJECT);
    await page.getByRole('link', { name: SUBJECT }).first().click();
    await people.press(page, /^Nhận việc/u);
    await people.press(page, /Dự thảo/u);
    await page.getByLabel('Kết quả xác minh').fill(FOUND);
    await page.getByLabel('Biện pháp xử lý').fill('Sở đã yêu cầu nhà trường dừng việc thu.');
    await page.getByLabel('Lý do sửa').first().fill('Viết kết quả xác minh.');
    await people.press(page, /^Lưu/u);
    await page.locator('img[src*="/ban/2/trang/1"]').waitFor();

    const [loaded] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Tải về để sửa trong Word' }).click(),
    ]);
    const path = join(app.stage.directory, 'sua.docx');
    await loaded.saveAs(path);
    const { docx } = await edited(await readFile(path), words('hồ sơ, nội dung', 'hồ sơ tại trường, nội dung'));
    await writeFile(path, docx);
    await page.locator('summary', { hasText: 'Nộp bản sửa…' }).click();
    await page.getByLabel('Tệp Word (.docx) đã sửa').setInputFiles(path);
    expect(await people.picture(page, 'nop-ban-sua')).toEqual({ desk: 0, phone: 0 });
    await people.press(page, 'Nộp bản sửa');
    await page.locator('img[src*="/ban/3/trang/1"]').waitFor();
    expect(await page.locator('.ha-find-list').first().innerText()).not.toContain('Lỗi');
    expect(await people.picture(page, 'ban-tu-word')).toEqual({ desk: 0, phone: 0 });

    const drafts = page.locator('summary', { hasText: 'Các bản thảo' });
    await drafts.click();
    await page.getByRole('link', { name: 'Khác bản 2 chỗ nào' }).click();
    expect(await page.locator('.ha-compared p ins').allInnerTexts()).toEqual([expect.stringContaining('tại trường')]);
    expect(await people.picture(page, 'so-sanh')).toEqual({ desk: 0, phone: 0 });
    await page.goBack();
    await drafts.click();
    await page.getByRole('link', { name: 'Bản 2', exact: true }).click();
    await page.locator('img[src*="/ban/2/trang/1"]').waitFor();
    expect(await people.picture(page, 'ban-cu')).toEqual({ desk: 0, phone: 0 });
    expect(people.complaints).toEqual([]);
  }, 180_000);
});
