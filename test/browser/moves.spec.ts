import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';

const PICTURES = 'var/browser/viec-moi';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const NOTE = 'Đã hẹn làm việc với Ban giám hiệu.';
const TYPED = 'Ban giám hiệu báo đã dừng thu';
const LATER = 'Ban giám hiệu đã gửi sổ thu.';
const WITHIN_MS = 2_000;

/** Two people at work at the same time: what one does stands on the page of the other, and disturbs nothing there. */
describe('pages of several people', () => {
  let app: AppInChromium;
  const step = stepsInOrder(90_000);
  let ticket = '';
  let officer: Page;
  let head: Page;

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES);
  }, 120_000);

  afterAll(() => app.close());

  /** Does something and measures from the answer to it until the other page shows it. */
  async function shownSoon(act: () => Promise<void>, shows: () => Promise<unknown>): Promise<void> {
    await act();
    const begun = performance.now();
    await shows();
    expect(performance.now() - begun).toBeLessThan(WITHIN_MS);
  }

  const isFocused = (page: Page, selector: string): Promise<boolean> =>
    page.locator(selector).evaluate((element) => element === document.activeElement);

  async function note(page: Page, text: string): Promise<void> {
    await page.locator('input[name="audience"][value="internal"]').check();
    await page.locator('#noi-dung-ghi').fill(text);
    await app.people.press(page, /^Ghi/u);
  }

  step('the clerk has a ticket, and an officer whose list is open sees it come', async () => {
    const hotline = await app.browser.newPage();
    await hotline.goto(`${app.stage.eOfficeUrl}/tong-dai`);
    await app.people.press(hotline, 'Gửi sang Sở');
    await hotline.close();
    const clerk = await app.people.at('vanthu', '/');
    await clerk.getByRole('link', { name: SUBJECT }).first().waitFor();
    await clerk.getByRole('link', { name: SUBJECT }).first().click();
    await clerk.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
    ticket = new URL(clerk.url()).pathname;
    officer = await app.people.at('chuyenvien', '/');
    head = await app.people.at('truongphong', '/?danh-sach=don-vi');
    await app.people.press(clerk, 'Tiếp nhận');
    await app.people.open(clerk, 'Phân loại…');
    await clerk.getByLabel('Lĩnh vực', { exact: true }).selectOption({ label: 'Thu chi, dạy thêm' });
    await app.people.press(clerk, 'Lưu phân loại');
    await clerk.keyboard.press('g');
    await clerk.getByLabel('Đơn vị chủ trì').selectOption({ label: 'Phòng Giáo dục Trung học' });
    const options = await clerk.getByLabel('Cán bộ đầu mối').locator('option').allTextContents();
    const label = options.find((name) => name.includes('Nguyễn Thị Hồng Ngọc')) ?? '';
    await clerk.getByLabel('Cán bộ đầu mối').selectOption({ label });
    await shownSoon(
      () => app.people.press(clerk, 'Giao việc'),
      () => officer.getByRole('link', { name: SUBJECT }).waitFor(),
    );
    expect(await officer.title()).toBe('(1) Tất cả việc đang mở · Hồi Âm');
    await clerk.close();
  });

  step('a change stands in the list of another, where focus, selection and typed words stay', async () => {
    await head.getByRole('link', { name: SUBJECT }).first().waitFor();
    await head.locator('#tim-nhanh').fill('đang gõ dở');
    await head.locator('#tim-nhanh').blur();
    await head.keyboard.press('j');
    await head.evaluate(() => {
      Object.assign(window, { kept: document.activeElement });
    });
    const untaken = await app.people.at('truongphong', '/?danh-sach=don-vi-chua-nhan');
    await untaken.keyboard.press('j');
    await officer.goto(`${app.stage.url}${ticket}`);
    await shownSoon(
      () => app.people.press(officer, /^Nhận việc/u),
      () => head.locator('tbody tr', { hasText: 'Đang xác minh' }).waitFor(),
    );
    expect(await head.evaluate(() => (window as { kept?: unknown }).kept === document.activeElement)).toBe(true);
    expect(await isFocused(head, 'tr.is-on a')).toBe(true);
    expect(await head.locator('#tim-nhanh').inputValue()).toBe('đang gõ dở');
    // What has left a list stays under the hand until the hand leaves it.
    await untaken.locator('[data-gone]', { hasText: SUBJECT }).waitFor();
    expect(await isFocused(untaken, '[data-gone] tr.is-on a')).toBe(true);
    expect(await untaken.locator('[aria-current="true"] .ha-num').innerText()).toBe('0');
    await untaken.close();
  });

  step('a ticket that is open says quietly that it has changed, and keeps what is being written', async () => {
    const second = await app.people.at('chuyenvien', ticket);
    await second.locator('#noi-dung-ghi').fill(TYPED);
    const bar = second.getByRole('status').filter({ hasText: 'Phiếu vừa có thay đổi.' });
    await shownSoon(
      () => note(officer, NOTE),
      () => bar.waitFor(),
    );
    expect(await second.locator('#noi-dung-ghi').inputValue()).toBe(TYPED);
    expect(await second.getByText(NOTE).count()).toBe(0);
    expect(await app.people.picture(second, '01-vua-thay-doi')).toEqual({ desk: 0, phone: 0 });
    // The own page has what it did itself, and says nothing of it.
    expect(await officer.getByText('Phiếu vừa có thay đổi.').count()).toBe(0);
    const [fresh] = await Promise.all([second.context().waitForEvent('page'), bar.getByRole('link').click()]);
    await fresh.getByText(NOTE).first().waitFor();
    expect(await second.locator('#noi-dung-ghi').inputValue()).toBe(TYPED);
    await second.locator('#noi-dung-ghi').fill('');
    await note(officer, LATER);
    await bar.getByRole('link').click();
    await second.getByText(LATER).first().waitFor();
  });

  step('a page that hears nothing asks each minute, and not for somebody else', async () => {
    const deaf = await officer.context().newPage();
    await deaf.clock.install();
    await deaf.route('**/song?*', (route) => route.abort());
    await deaf.goto(`${app.stage.url}/`);
    await deaf.getByRole('link', { name: SUBJECT }).waitFor();
    await deaf.evaluate(() => document.querySelector('.ha-subject')?.replaceChildren('cũ'));
    await deaf.clock.fastForward(61_000);
    await deaf.clock.fastForward(1_000);
    await deaf.getByRole('link', { name: SUBJECT }).waitFor();
    await deaf.evaluate(() => {
      document.querySelector('.ha-subject')?.replaceChildren('cũ');
      for (const field of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]')) field.value = 'a~b.c';
    });
    const asked = deaf.waitForResponse(`${app.stage.url}/**`);
    await deaf.clock.fastForward(61_000);
    await deaf.clock.fastForward(1_000);
    await (await asked).finished();
    expect(await deaf.getByRole('link', { name: SUBJECT }).count()).toBe(0);
    await deaf.close();
  });

  step('no browser complained', () => {
    expect(app.people.complaints).toEqual([]);
    return Promise.resolve();
  });
});
