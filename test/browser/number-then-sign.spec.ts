import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

/** The Office decides that numbers are given before signing. */
describe('the order in which letters are signed and numbered, in Chromium', () => {
  let app: AppInChromium;
  let office: Page;
  const step = stepsInOrder(60_000);

  beforeAll(async () => {
    app = await AppInChromium.open('var/browser/thu-tu-cap-so');
  }, 120_000);
  afterAll(() => app.close());

  const seen = async (name: string): Promise<void> => {
    expect(await app.people.picture(office, name)).toEqual({ desk: 0, phone: 0 });
  };

  step('stands on the page of the agency, the leader first', async () => {
    office = await app.people.at('vanthu', '/thong-tin-co-quan');
    await office.getByText('Lãnh đạo ký trước, cấp số và đóng dấu sau').first().waitFor();
    await seen('dang-dung');
  });

  step('is chosen with what each means', async () => {
    await office.getByRole('link', { name: 'Đổi thông tin cơ quan' }).click();
    await office.getByLabel('Giữ số khi trình, in vào văn bản, lãnh đạo ký, rồi đóng dấu').check();
    await office.getByLabel('Nhận và ghi rõ, khi chỉ số và ngày được viết, đúng chỗ đã chừa').check();
    const tomorrow = new Date(Date.now() + 31 * 3_600_000).toISOString().slice(0, 10);
    await office.getByLabel('Bắt đầu dùng từ ngày').fill(tomorrow);
    await office.getByLabel('Căn cứ, lý do').fill('Giám đốc Sở quyết định giữ số khi trình ký.');
    await office.getByLabel('Phòng Giáo dục Mầm non và Tiểu học').fill('GDMN');
    await seen('chon');
  });

  step('is kept with its day, its reason and what changed', async () => {
    await app.people.press(office, 'Lưu thông tin cơ quan');
    await office.getByText('Thứ tự cấp số và ký: “Lãnh đạo ký trước').waitFor();
    await seen('da-luu');
    expect(app.people.complaints).toEqual([]);
  });
});
