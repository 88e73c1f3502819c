import { readFile } from 'node:fs/promises';
import PizZip from 'pizzip';
import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

const PICTURES = 'var/browser/mau';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const KIND = 'Công văn trả lời phản ánh, kiến nghị';
const REASON = 'Công văn 12/SGDĐT-VP về câu mở đầu của công văn trả lời.';
const BODY = 'word/document.xml';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A clerk changes a template by hand: downloads it, edits it, brings it back, and a letter is begun with it. */
describe('a template changed by hand', () => {
  let app: AppInChromium;
  const step = stepsInOrder(60_000);
  let template: Buffer;
  let clerk: Page;

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
  }, 120_000);

  afterAll(() => app.close());

  async function seen(page: Page, name: string): Promise<void> {
    expect(await app.people.picture(page, name)).toEqual({ desk: 0, phone: 0 });
    expect(await page.locator('.ha-head .btn-primary:visible').count()).toBeLessThanOrEqual(1);
  }

  async function saved(page: Page, link: string): Promise<Buffer> {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: link }).first().click(),
    ]);
    return readFile(await download.path());
  }

  /** As a person would in Word. */
  function edited(docx: Buffer, from: string, to: string): Buffer {
    const parts = new PizZip(docx);
    const before = parts.file(BODY)?.asText() ?? '';
    const after = before.replace(from, to);
    expect(after).not.toBe(before);
    parts.file(BODY, after);
    return parts.generate({ type: 'nodebuffer', compression: 'DEFLATE' });
  }

  async function bring(docx: Buffer): Promise<void> {
    await clerk
      .getByLabel('Tệp Word (.docx)')
      .setInputFiles({ name: 'mau-tra-loi.docx', mimeType: DOCX, buffer: docx });
    await app.people.press(clerk, 'Kiểm tra mẫu');
    await clerk.getByRole('heading', { level: 1, name: 'Kiểm tra mẫu: mau-tra-loi.docx' }).waitFor();
  }

  step('the clerk finds the kind by its picture and takes the Word file that is in use', async () => {
    clerk = await app.people.at('vanthu', '/');
    await clerk.getByRole('link', { name: 'Mẫu văn bản' }).first().click();
    await clerk.getByRole('heading', { level: 1, name: 'Mẫu văn bản' }).waitFor();
    await seen(clerk, '01-danh-sach');
    await clerk.getByRole('link', { name: KIND }).click();
    await clerk.getByRole('heading', { level: 1, name: KIND }).waitFor();
    await seen(clerk, '02-mot-loai');
    template = await saved(clerk, 'Tải mẫu đang dùng');
  });

  step('a field misspelt in Word is refused by its name, with the nearest known one', async () => {
    await bring(edited(template, '{nguoi_ky}', '{nguoi_ki}'));
    expect(await clerk.getByText('Thân văn bản, trường {nguoi_ki}').count()).toBe(1);
    expect(await clerk.getByText('Viết {nguoi_ky}.').count()).toBe(1);
    expect(await clerk.getByRole('button', { name: 'Dùng mẫu này' }).count()).toBe(0);
    await seen(clerk, '03-phai-sua');
  });

  step('mended and reworded it passes, shows its page, and is used from today', async () => {
    await clerk.getByRole('link', { name: KIND }).click();
    await bring(edited(template, 'nhận được {loai_y_kien}', 'đã tiếp nhận {loai_y_kien}'));
    expect(await clerk.getByText('Mẫu đạt').count()).toBe(1);
    await clerk.locator('img[src*="/trang/1.jpg"]').waitFor();
    await clerk.getByLabel('Căn cứ, lý do').fill(REASON);
    await seen(clerk, '04-dat');
    await app.people.press(clerk, 'Dùng mẫu này');
    await clerk.getByRole('heading', { level: 1, name: KIND }).waitFor();
    expect(await clerk.getByText('Đang dùng: bản 1 của cơ quan').count()).toBe(1);
    expect(await clerk.getByText(REASON).count()).toBe(1);
    await seen(clerk, '05-dang-dung');
  });

  step('a letter that is begun now is written with it', async () => {
    const hotline = await app.browser.newPage();
    await hotline.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await app.people.press(hotline, 'Gửi sang Sở');
    await hotline.close();
    await clerk.goto(`${app.stage.url}/`);
    await app.people.until(clerk, SUBJECT);
    await clerk.getByRole('link', { name: SUBJECT }).first().click();
    await clerk.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Phòng Giáo dục Trung học' });
    const options = await clerk.getByLabel('Cán bộ đầu mối').locator('option').allTextContents();
    const label = options.find((name) => name.includes('Nguyễn Thị Hồng Ngọc')) ?? '';
    await clerk.getByLabel('Cán bộ đầu mối').selectOption({ label });
    await app.people.press(clerk, 'Giao việc');

    const officer = await app.people.at('chuyenvien', '/');
    await app.people.until(officer, SUBJECT);
    await officer.getByRole('link', { name: SUBJECT }).first().click();
    await app.people.press(officer, /^Nhận việc/u);
    await app.people.press(officer, /Dự thảo/u);
    expect(await officer.getByText('bản 1 của cơ quan').count()).toBeGreaterThan(0);
    await officer.getByLabel('Kết quả xác minh').fill('Nội dung phản ánh là đúng.');
    await officer.getByLabel('Biện pháp xử lý').fill('Sở đã yêu cầu nhà trường dừng việc thu.');
    await app.people.press(officer, /^Lưu/u);
    await officer.locator('img[src*="/trang/1"]').waitFor();
    const letter = new PizZip(await saved(officer, 'Tải DOCX'));
    expect(letter.file(BODY)?.asText()).toContain('đã tiếp nhận kiến nghị của tổ chức, cá nhân');
    await seen(officer, '06-cong-van');
  });

  it('no browser complained', () => {
    expect(app.people.complaints).toEqual([]);
  });
});
