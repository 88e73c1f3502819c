import type { Page } from 'playwright-core';
import { AppInChromium, stepsInOrder } from '../support/app-in-chromium.js';
import { beginLetter, copies, found, rest, says, type, typeAndRest } from '../support/letter-in-chromium.js';

const PICTURES = 'var/browser/tu-luu';
const SUBJECT = 'Thu tiền học thêm môn Toán trong giờ chính khóa tại lớp 11A5';
const OFFER = /Có nội dung chưa gửi từ \d\d:\d\d\./u;
const KEPT = 'Chưa lưu được, đang giữ trên máy này';

/** A letter that saves itself while it is typed, in Chromium at the running app. */
describe('a letter saves itself', () => {
  let app: AppInChromium;
  const step = stepsInOrder(120_000);
  let draft = '';

  beforeAll(async () => {
    app = await AppInChromium.open(PICTURES, { windsClocks: true });
  }, 120_000);

  afterAll(() => app.close());

  const revisions = (page: Page) => page.locator('#song-cac-ban li').count();

  step('a letter is begun', async () => {
    ({ draft } = await beginLetter(app, SUBJECT));
  });

  step('the letter saves itself after the last key and when the field is left, as one revision', async () => {
    const page = await app.people.at('chuyenvien', draft);
    await typeAndRest(page, 'Qua kiểm tra,');
    await says(page, /^Đã lưu lúc \d\d:\d\d$/u);
    await type(page, ' nội dung phản ánh là đúng.');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/tu-luu', async (route) => {
      await held;
      await route.continue();
    });
    await page.keyboard.press('Tab');
    await says(page, 'Đang lưu…');
    release();
    await says(page, /^Đã lưu lúc \d\d:\d\d$/u);
    expect(await copies(page)).toBe(0);
    await page.getByRole('heading', { level: 1, name: /bản thảo 2/u }).waitFor();
    await page.locator('#song-cac-ban a', { hasText: /^Bản 2$/u }).waitFor({ state: 'attached' });
    expect(await app.people.picture(page, '01-da-luu')).toEqual({ desk: 0, phone: 0 });
    await page.reload();
    expect(await found(page).inputValue()).toBe('Qua kiểm tra, nội dung phản ánh là đúng.');
    expect(await page.getByText(OFFER).count()).toBe(0);
    expect(await revisions(page)).toBe(2);
    await page.close();
  });

  step('a letter that is typed and taken back is not saved, not even when it is sent on', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const posts: string[] = [];
    page.on('request', (request) => posts.push(new URL(request.url()).pathname));
    await found(page).press('Control+End');
    await page.keyboard.press('x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Tab');
    await page.locator('form#cong-van:not([data-changed])').waitFor();
    await page.route('**/trinh', (route) => route.fulfill({ status: 204 }));
    await found(page).press('x');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Control+Enter');
    await page.locator('form#cong-van:not([data-changed])').waitFor();
    expect(posts.filter((path) => path.endsWith('/tu-luu'))).toEqual([]);
    await page.close({ runBeforeUnload: false });
  });

  step('the printed page changes behind the keys without a jump', async () => {
    const page = await app.people.at('chuyenvien', draft);
    await page.getByLabel('Biện pháp xử lý').fill('Sở đã yêu cầu nhà trường dừng việc thu.');
    await app.people.press(page, 'Lưu bản thảo');
    const picture = page.locator('img.ha-page').first();
    await picture.waitFor();
    const before = await picture.getAttribute('src');
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        if (!document.querySelector('img.ha-page')) document.documentElement.dataset['gone'] = '';
      });
      watch.observe(document.body, { subtree: true, childList: true });
    });
    await type(page, ' Việc thu có sổ theo dõi.');
    const top = () => found(page).evaluate((field) => field.getBoundingClientRect().top);
    // The browser brings the field into view first, slowly.
    await page.evaluate(() => new Promise((done) => setTimeout(done, 1_000)));
    const stood = await top();
    await rest(page);
    await page
      .locator(`img.ha-page:not([src="${before ?? ''}"])`)
      .first()
      .waitFor();
    expect(await page.locator('html[data-gone]').count()).toBe(0);
    expect(Math.abs((await top()) - stood)).toBeLessThan(4);
    expect(await found(page).evaluate((field) => field === document.activeElement)).toBe(true);
    await page.close();
  });

  step('two people: who is overtaken is told so, writes over nothing, and keeps the words', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const head = await app.people.at('truongphong', draft);
    await type(head, ' Trưởng phòng thêm');
    await app.people.press(head, 'Lưu bản thảo');
    await typeAndRest(head, ' câu này.');
    await says(head, /^Đã lưu lúc/u);
    await typeAndRest(page, ' Chuyên viên thêm câu kia.');
    await says(page, `${KEPT}. Bản thảo vừa được lưu ở nơi khác`);
    await app.people.press(page, 'Lưu bản thảo');
    await page.getByText(/Trong khi đang sửa bản \d+, Vũ Đức Thắng lưu bản \d+/u).waitFor();
    expect(await found(page).inputValue()).toContain('Chuyên viên thêm câu kia.');
    await app.people.press(page, 'Lưu bản thảo');
    expect(await copies(page)).toBe(0);
    app.people.complaints.length = 0;
    await head.close();
    await page.close();
  });

  step('a text of the unit is put in at the cursor, saved, and taken away by one key', async () => {
    const texts = await app.people.at('chuyenvien', '/doan-mau');
    await texts.getByLabel('Tên đoạn mẫu').fill('Trả lại tiền đã thu');
    await texts.getByRole('textbox', { name: 'Nội dung' }).fill('Sở yêu cầu nhà trường trả lại tiền đã thu.');
    await app.people.press(texts, 'Thêm đoạn mẫu');
    await texts.close();
    const page = await app.people.at('chuyenvien', draft);
    await found(page).press('Control+End');
    const before = await found(page).inputValue();
    await page.getByText('Đoạn mẫu', { exact: true }).click();
    expect(await page.locator('img.ha-page').first().isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Chèn vào công văn' }).click();
    expect(await found(page).inputValue()).toBe(`${before}\nSở yêu cầu nhà trường trả lại tiền đã thu.`);
    expect(await app.people.picture(page, '02-doan-mau')).toEqual({ desk: 0, phone: 0 });
    await rest(page);
    await says(page, /^Đã lưu lúc/u);
    await page.keyboard.press('Delete');
    expect(await found(page).inputValue()).toBe(before);
    await rest(page);
    await page.getByText('Nội dung phản ánh, tài liệu', { exact: true }).click();
    await page.locator('.ha-draft-beside .ha-words p').first().waitFor();
    await page.close();
  });

  step('F8 leads to what must be corrected, and a press corrects it', async () => {
    const page = await app.people.at('chuyenvien', draft);
    const closing = page.getByRole('textbox', { name: 'Lời kết' });
    const written = await closing.inputValue();
    await closing.fill(written.replace(/[./\s]+$/u, ''));
    await app.people.press(page, 'Lưu bản thảo');
    const finding = page.getByText('Cuối nội dung thiếu dấu “./.”.').first();
    await finding.waitFor();
    await found(page).focus();
    for (let at = 0; at < 6 && !(await closing.evaluate((field) => field === document.activeElement)); at += 1)
      await page.keyboard.press('F8');
    expect(await closing.evaluate((field) => field === document.activeElement)).toBe(true);
    await app.people.press(page, /^Thêm dấu “\.\/\.”/u);
    await page.getByText('Đã sửa lỗi thể thức và lưu.').first().waitFor();
    expect(await closing.inputValue()).toBe(written);
    expect(await finding.count()).toBe(0);
    await page.close();
  });

  step('a reason to keep private details answers for those that the page showed', async () => {
    const page = await app.people.at('chuyenvien', draft);
    await type(page, ' Liên hệ 0912 345 678.');
    await app.people.press(page, 'Lưu bản thảo');
    await typeAndRest(page, ' Liên hệ 0987 654 321.');
    await says(page, /^Đã lưu lúc/u);
    const keep = page.locator('#giu-chi-tiet');
    await keep.locator('summary').click();
    await keep.getByLabel('Lý do phải giữ').fill('Người phản ánh đề nghị ghi số để liên hệ.');
    const lead = await keep.locator('p').first().textContent();
    await app.people.press(page, 'Giữ và ghi lý do');
    expect(await page.getByText('Đã ghi lý do giữ').count()).toBe(0);
    expect(await keep.getByLabel('Lý do phải giữ').inputValue()).toContain('ghi số để liên hệ');
    expect(await keep.locator('p').first().textContent()).not.toBe(lead);
    await app.people.press(page, 'Giữ và ghi lý do');
    await page.getByText('Đã ghi lý do giữ').first().waitFor();
    app.people.complaints.length = 0;
    await page.close();
  });

  step('what the page asks by itself keeps no session alive', async () => {
    const page = await (await app.people.at('chuyenvien', '/')).context().newPage();
    const complaints = app.people.complaints.length;
    await page.goto(`${app.stage.url}${draft}`);
    await page.route('**/tu-luu', (route) => route.abort());
    const unattended = async (path: string, ms: number) => {
      const request = page.waitForRequest(`**/${path}`);
      await page.clock.runFor(ms);
      return (await request).headers()['x-unattended'];
    };
    await type(page, ' Câu cuối.');
    expect(await unattended('tu-luu', 6_000)).toBeUndefined();
    await says(page, KEPT);
    expect(await unattended('tu-luu', 11_000)).toBe('1');
    // The first turn after a key tells of the key, the next of nobody.
    expect(await unattended('dang-sua', 41_000)).toBeUndefined();
    expect(await unattended('dang-sua', 41_000)).toBe('1');
    app.people.complaints.splice(complaints);
    await page.close({ runBeforeUnload: false });
  });
});
