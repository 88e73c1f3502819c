import type { Page } from 'playwright-core';
import { DEMONSTRATION_PASSWORD } from '../../src/cli/demo/people.js';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { answered } from '../support/answered.js';
import { beginLetter, copies, found, rest, says, type, typeAndRest } from '../support/letter-in-chromium.js';

const PICTURES = 'var/browser/noi-dung-chua-gui';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const OFFER = /Có nội dung chưa gửi từ \d\d:\d\d\./u;
const KEPT = 'Chưa lưu được, đang giữ trên máy này';
/** After which a form tries again what did not come there. */
const AGAIN_MS = 10_000;

/** Words that somebody types, and all that can go wrong before the server has them, in Chromium at the running app. */
describe('not one word is lost', () => {
  let app: AppInChromium;
  const step = stepsInOrder(120_000);
  let ticket = '';
  let draft = '';

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES, { windsClocks: true, ownProcesses: {} });
  }, 120_000);

  afterAll(() => app.close());

  async function signIn(page: Page, user: string): Promise<void> {
    await page.getByLabel('Tài khoản cơ quan').fill(user);
    await page.getByLabel('Mật khẩu').fill(DEMONSTRATION_PASSWORD);
    await answered(page, () => page.getByRole('button', { name: 'Đăng nhập' }).click());
  }

  step('a letter is begun', async () => {
    ({ ticket, draft } = await beginLetter(app, SUBJECT));
  });

  step('the server is killed while somebody types, and what was typed is saved once it is back', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const complaints = app.people.complaints.length;
    await app.stage.killApp();
    await typeAndRest(page, ' Nhà trường đã trả lại tiền.');
    await says(page, KEPT);
    expect(await app.people.picture(page, '02-chua-luu-duoc')).toEqual({ desk: 0, phone: 0 });
    await app.stage.startApp();
    await typeAndRest(page, ' Có danh sách ký nhận.');
    await says(page, /^Đã lưu lúc/u);
    app.people.complaints.splice(complaints);
    await page.reload();
    expect(await found(page).inputValue()).toMatch(/trả lại tiền\. Có danh sách ký nhận\.$/u);
    expect(await page.getByText(OFFER).count()).toBe(0);
    await page.close();
  });

  step('the server is killed and the tab is closed: the words are offered back', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const complaints = app.people.complaints.length;
    await app.stage.killApp();
    await typeAndRest(page, ' Sở đã kiểm tra lại.');
    await says(page, KEPT);
    await page.close();
    await app.stage.startApp();
    app.people.complaints.splice(complaints);
    const again = await app.people.at('chuyenvien', draft);
    await again.getByText(OFFER).waitFor();
    expect(await found(again).inputValue()).not.toContain('kiểm tra lại');
    expect(await app.people.picture(again, '03-khoi-phuc')).toEqual({ desk: 0, phone: 0 });
    await again.getByRole('button', { name: 'Khôi phục' }).click();
    expect(await found(again).inputValue()).toMatch(/Sở đã kiểm tra lại\.$/u);
    await rest(again);
    await says(again, /^Đã lưu lúc/u);
    expect(await copies(again)).toBe(0);
    await again.close();
  });

  step('the line is cut: nothing is lost, and it is saved when the line is back', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const complaints = app.people.complaints.length;
    await page.context().setOffline(true);
    await typeAndRest(page, ' Không còn ý kiến khác.');
    await says(page, KEPT);
    await page.context().setOffline(false);
    await says(page, /^Đã lưu lúc/u);
    app.people.complaints.splice(complaints);
    await page.reload();
    expect(await found(page).inputValue()).toMatch(/Không còn ý kiến khác\.$/u);
    await page.close();
  });

  step('the session ends while somebody types: signing in leads back, and the words are there', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const complaints = app.people.complaints.length;
    await page.context().clearCookies({ name: 'sid' });
    await typeAndRest(page, ' Đã báo cáo lãnh đạo.');
    await says(page, `${KEPT}. Phiên làm việc đã hết`);
    app.people.complaints.splice(complaints);
    await page.close({ runBeforeUnload: false });
    const again = await page.context().newPage();
    again.setDefaultTimeout(40_000);
    await again.goto(`${app.stage.url}${draft}`);
    await signIn(again, 'chuyenvien');
    expect(new URL(again.url()).pathname).toBe(draft);
    await again.getByText(OFFER).waitFor();
    await again.getByRole('button', { name: 'Khôi phục' }).click();
    await rest(again);
    await says(again, /^Đã lưu lúc/u);
    expect(await found(again).inputValue()).toMatch(/Đã báo cáo lãnh đạo\.$/u);
    await again.close();
  });

  step('a note that is not sent is offered back in its form, and nowhere once it is sent', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    const words = 'Đã làm việc với Ban giám hiệu nhà trường.';
    const text = (at: Page) => at.locator('#noi-dung-ghi');
    const result = (at: Page) => at.locator('#ghi').getByLabel('Kết quả');
    await result(page).check({ force: true });
    await text(page).fill(words);
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('ha-nhap:')));
    await page.close();
    const again = await app.people.at('chuyenvien', ticket);
    await again.getByText(OFFER).waitFor();
    expect(await result(again).isChecked()).toBe(false);
    await again.getByRole('button', { name: 'Khôi phục' }).click();
    expect(await result(again).isChecked()).toBe(true);
    expect(await text(again).inputValue()).toBe(words);
    expect(await text(again).evaluate((field) => field === document.activeElement)).toBe(true);
    await app.people.press(again, 'Ghi nội bộ');
    expect(await copies(again)).toBe(0);
    await again.reload();
    expect(await again.getByText(OFFER).count()).toBe(0);
    await again.close();
  });

  step('a refused form keeps its copy until it is taken', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    await app.people.open(page, 'Xin gia hạn…');
    const reason = page.getByLabel('Lý do (người duyệt đọc)');
    await reason.fill('Cần.');
    await page.getByLabel('Việc đã làm (người phản ánh đọc khi được duyệt)').fill('Đã xem.');
    await reason.evaluate((field: HTMLTextAreaElement) => {
      field.form?.setAttribute('novalidate', '');
    });
    await app.people.press(page, 'Gửi đề nghị gia hạn');
    expect(await page.getByText(OFFER).count()).toBe(0);
    expect(await copies(page)).toBe(1);
    await page.goto(`${app.stage.url}${ticket}`);
    await page.getByText(OFFER).waitFor();
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    expect(await copies(page)).toBe(0);
    await page.close();
  });

  step('what was typed into a form that is there no more can be read and copied', async () => {
    const page = await app.people.at('chuyenvien', ticket);
    await page.locator('#noi-dung-ghi').fill('Đã gọi cho người phản ánh.');
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('ha-nhap:')));
    await page.evaluate(() => {
      const [key = ''] = Object.keys(localStorage).filter((one) => one.startsWith('ha-nhap:'));
      const copy = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
      localStorage.setItem(key.replace(/:\/[^:]*:/u, ':/phieu/bieu-mau-cu:'), JSON.stringify(copy));
      localStorage.setItem(key, JSON.stringify({ ...copy, subject: 'ticketId=khac' }));
    });
    await page.reload();
    const left = page.getByText(/Có nội dung chưa gửi từ \d\d:\d\d; trang này không còn biểu mẫu ấy/u);
    await left.first().waitFor();
    expect([await left.count(), await page.getByText(OFFER).count()]).toEqual([2, 0]);
    await page.getByRole('button', { name: 'Bỏ', exact: true }).first().click();
    await page.getByRole('button', { name: 'Xem để chép' }).click();
    expect(await page.getByLabel('Nội dung chưa gửi').inputValue()).toBe('Đã gọi cho người phản ánh.');
    expect(await app.people.picture(page, '04-khong-con-bieu-mau')).toEqual({ desk: 0, phone: 0 });
    await page.getByRole('button', { name: 'Bỏ', exact: true }).click();
    expect(await copies(page)).toBe(0);
    await page.close();
  });

  step('the words of one person are never offered to another, and signing out removes them', async () => {
    const page = await app.people.at('chuyenvien', draft);
    await page.context().clearCookies({ name: 'sid' });
    await type(page, ' Câu của riêng tôi.');
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('ha-nhap:')));
    const context = page.context();
    await page.close();
    const other = await context.newPage();
    other.setDefaultTimeout(40_000);
    await other.goto(`${app.stage.url}${draft}`);
    await signIn(other, 'truongphong');
    await found(other).waitFor();
    expect(await other.getByText(OFFER).count()).toBe(0);
    await other.locator('.ha-me').click();
    await answered(other, () => other.getByRole('button', { name: 'Đăng xuất' }).click());
    expect(await copies(other)).toBe(1);
    await signIn(other, 'chuyenvien');
    await other.goto(`${app.stage.url}${draft}`);
    await other.getByText(OFFER).waitFor();
    await other.locator('.ha-me').click();
    await answered(other, () => other.getByRole('button', { name: 'Đăng xuất' }).click());
    expect(await copies(other)).toBe(0);
    await other.close();
  });

  step('signing out in one tab leaves nothing of another tab, which asks for nothing more', async () => {
    const page = await app.people.at('chuyenvien', draft);
    await signIn(page, 'chuyenvien');
    const other = await app.people.at('chuyenvien', draft);
    const complaints = app.people.complaints.length;
    await page.route('**/tu-luu', (route) => route.abort());
    await typeAndRest(page, ' Câu gõ trước khi thoát.');
    await says(page, KEPT);
    await other.bringToFront();
    await other.locator('.ha-me').click();
    await answered(other, () => other.getByRole('button', { name: 'Đăng xuất' }).click());
    await page.unroute('**/tu-luu');
    await page.clock.fastForward(AGAIN_MS);
    await says(page, /^Chưa lưu được\. Phiên làm việc đã hết/u);
    const posts: string[] = [];
    page.on('request', (request) => posts.push(new URL(request.url()).pathname));
    await page.clock.fastForward(AGAIN_MS + 2_000);
    // The browser tells of requests in their order: what was asked for in that time stands before this one.
    await Promise.all([page.waitForRequest('**/health/live'), page.evaluate(() => fetch('/health/live'))]);
    expect([await copies(other), posts.filter((path) => path.endsWith('/tu-luu'))]).toEqual([0, []]);
    await type(page, ' Gõ tiếp.');
    await page.waitForFunction(() => Object.keys(localStorage).some((key) => key.startsWith('ha-nhap:')));
    app.people.complaints.splice(complaints);
    await page.close({ runBeforeUnload: false });
    await other.close();
  });

  step('nothing lies on a machine that keeps nothing, and nothing for more than a day', async () => {
    const page = await (await app.browser.newContext()).newPage();
    await page.clock.install();
    page.setDefaultTimeout(40_000);
    await page.goto(`${app.stage.url}${draft}`);
    await signIn(page, 'chuyenvien');
    await page.route('**/tu-luu', (route) => route.abort());
    await typeAndRest(page, ' Một.');
    await says(page, KEPT);
    await page.evaluate(() => {
      const [key = ''] = Object.keys(localStorage).filter((one) => one.startsWith('ha-nhap:'));
      const copy = JSON.parse(localStorage.getItem(key) ?? '{}') as object;
      localStorage.setItem(key, JSON.stringify({ ...copy, at: Date.now() - 25 * 3_600_000 }));
    });
    await page.goto(`${app.stage.url}${draft}`);
    expect(await page.getByText(OFFER).count()).toBe(0);
    expect(await copies(page)).toBe(0);
    await page.locator('.ha-me').click();
    await page.getByRole('button', { name: 'Không giữ nội dung chưa gửi trên máy này' }).click();
    await page.locator('.ha-me').click();
    await typeAndRest(page, ' Hai.');
    await says(page, /^Chưa lưu được\./u);
    expect(await copies(page)).toBe(0);
    await page.context().close();
  });
});
