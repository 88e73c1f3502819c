import type { AppInChromium } from './app-in-chromium.js';

/**
 * A ticket of the hotline on its way to an officer, who begins the letter that answers it.
 *
 * @returns the paths of the ticket and of its letter
 */
export async function beginLetter(
  app: AppInChromium,
  subject: string,
): Promise<{ readonly ticket: string; readonly draft: string }> {
  const hotline = await app.browser.newPage();
  await hotline.goto(`${app.stage.eOfficeUrl}/tong-dai`);
  await app.people.press(hotline, 'Gửi sang Sở');
  await hotline.close();
  const clerk = await app.people.at('vanthu', '/');
  await app.people.until(clerk, subject);
  await clerk.getByRole('link', { name: subject }).first().click();
  await clerk.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Phòng Giáo dục Trung học' });
  await clerk.getByLabel('Cán bộ đầu mối').selectOption({ label: 'Nguyễn Thị Hồng Ngọc' });
  const ticket = new URL(clerk.url()).pathname;
  await app.people.press(clerk, 'Giao việc');
  const page = await app.people.at('chuyenvien', ticket);
  await app.people.press(page, /^Nhận việc/u);
  await app.people.press(page, /Dự thảo/u);
  const draft = new URL(page.url()).pathname;
  await page.close();
  return { ticket, draft };
}
