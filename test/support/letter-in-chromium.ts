import type { Locator, Page } from 'playwright-core';
import type { AppInChromium } from './app-in-chromium.js';

/** How long after the last key a form saves itself. */
const PAUSE_MS = 5_000;

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

export const found = (page: Page): Locator => page.getByRole('textbox', { name: 'Kết quả xác minh' });

/** Waits until the form says of its own saving what is expected. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('[data-save-state]').filter({ hasText: words }).waitFor();

/** How many copies of what was typed lie in the browser. */
export const copies = (page: Page): Promise<number> =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('ha-nhap:')).length);

export async function type(page: Page, words: string): Promise<void> {
  await found(page).press('Control+End');
  await found(page).pressSequentially(words);
}

/** Puts the clock forward to where a form saves itself that no key was pressed in since. */
export const rest = (page: Page): Promise<void> => page.clock.fastForward(PAUSE_MS);

export async function typeAndRest(page: Page, words: string): Promise<void> {
  await type(page, words);
  await rest(page);
}
