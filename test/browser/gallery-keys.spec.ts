import type { Page } from 'playwright-core';
import { answered } from '../support/answered.js';
import { SCREENS, ShownGallery } from '../support/shown-gallery.js';

let gallery: ShownGallery;

beforeAll(async () => {
  gallery = await ShownGallery.open();
});

afterAll(() => gallery.close());

describe('the keys', () => {
  it('move in the work list, fetch the preview of the row, and leave others alone while it is of another row', async () => {
    const { page } = await gallery.show('viec-cua-toi');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Nhà vệ sinh khu B hỏng hơn một tháng chưa sửa',
    );
    // The gallery answers every address with the same preview, which is not of the selected row.
    await page.keyboard.press('d');
    await page.getByRole('status').filter({ hasText: 'Ở đây không dùng được phím d.' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/viec-cua-toi');

    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('d');
    await page.waitForURL('**/du-thao/3');
    await page.close();
  });

  it('open the selected ticket by Enter, before any other key, and its form by g, however often', async () => {
    const { page } = await gallery.show('viec-cua-toi');
    const selected = await page.locator('[data-work-list] tr.is-on a').first().getAttribute('href');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${selected ?? '/none'}`);
    await gallery.show('phieu-giao', page);
    for (const key of ['g', 'Escape', 'g']) await page.keyboard.press(key);
    expect(await page.locator('#giao[open]').count()).toBe(1);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('don-vi');
    await page.close();
  });

  it('mark rows to be handed out together, one or all from the last one marked', async () => {
    const { page } = await gallery.show('viec-cua-toi');
    const picked = (): Promise<string | null> => page.textContent('[data-picked]');
    for (const key of ['k', 'k', 'k', 'k', 'x']) await page.keyboard.press(key);
    expect(await picked()).toBe('Đã chọn 1 phiếu.');
    await page.keyboard.press('x');
    expect(await picked()).toBe('Đánh dấu các phiếu cần xử lý cùng lúc.');
    for (const key of ['k', 'x', 'j', 'j', 'X']) await page.keyboard.press(key);
    expect(await picked()).toBe('Đã chọn 1 phiếu.');
    await page.close();
  });

  it.each([
    [
      'the one with the focus',
      ['j', 'j', 'y'],
      ['proposal.2.2.4'],
      'Xác minh trực tiếp tại trường, báo cáo trước ngày 20/3.',
    ],
    ['those that are marked', ['j', 'x', 'j', 'j', 'x', 'y'], ['proposal.1.1.4', 'extension.3.3.9'], null],
  ])('agree to what waits for a leader: %s', async (_what, keys, items, directive) => {
    const { page } = await gallery.show('quyet-dinh');
    await page.setViewportSize(SCREENS.phone);
    await answered(page, async () => {
      for (const key of keys) await page.keyboard.press(key);
    });
    const form = new URLSearchParams(gallery.posted.at(-1)?.body);
    expect([form.getAll('items'), form.get('directive')]).toEqual([items, directive]);
    await page.close();
  });

  it('agree to nothing that a leader must see on its ticket', async () => {
    const { page } = await gallery.show('quyet-dinh');
    for (const key of ['j', 'j', 'j', 'j', 'y']) await page.keyboard.press(key);
    await page.getByRole('status').filter({ hasText: 'Việc này mở phiếu để quyết định.' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/quyet-dinh');
    await page.close();
  });

  it('wait for the ticket that they mean, in the order in which they were pressed', async () => {
    const { page } = await gallery.show('viec-cua-toi');
    const shown = await page.locator('#xem-truoc').getAttribute('data-ticket');
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/viec-cua-toi?*', async (route) => {
      await held;
      await route.continue();
    });
    // The row of which the gallery knows the preview; what stands beside the list is made another's.
    await page.locator('#xem-truoc').evaluate((pane) => pane.setAttribute('data-ticket', 'another'));
    for (const key of ['j', 'k', 'd', '?']) await page.keyboard.press(key);
    expect(await page.locator('tr.is-on').getAttribute('data-ticket')).toBe(shown);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    release();
    await page.waitForURL('**/du-thao/3');
    await page.close();
  });

  it('move by ten rows with Shift, and say where nothing can be marked', async () => {
    const { page } = await gallery.show('viec-cua-toi');
    const selected = (): Promise<number> =>
      page.locator('tbody tr').evaluateAll((rows) => rows.findIndex((row) => row.classList.contains('is-on')));
    const rows = await page.locator('tbody tr').count();
    await page.keyboard.press('J');
    expect(await selected()).toBe(rows - 1);
    await page.keyboard.press('K');
    expect(await selected()).toBe(Math.max(0, rows - 11));
    await page.keyboard.press('J');
    await page.keyboard.press('x');
    await page.getByRole('status').filter({ hasText: 'Phiếu này không chọn được.' }).waitFor();
    await page.close();
  });

  it('Ctrl Enter sends what is being written, else takes the next step, and leaves a search alone', async () => {
    const { page } = await gallery.show('phieu');
    await page.fill('#noi-dung-ghi', 'Đã hẹn làm việc với nhà trường.');
    const noted = await postedBy(page, () => page.keyboard.press('Control+Enter'));
    expect(noted.map(({ path }) => path)).toEqual(['/phieu/42/tien-do']);
    await gallery.show('soan-cong-van-duyet', page);
    const approved = await postedBy(page, () => page.keyboard.press('Control+Enter'));
    expect(approved.map(({ path }) => path)).toEqual(['/du-thao/3/duyet-noi-dung']);
    await gallery.show('soan-cong-van-duyet', page);
    const before = gallery.posted.length;
    await page.keyboard.press('/');
    await page.keyboard.press('Control+Enter');
    await gallery.show('lich-lam-viec', page);
    await page.keyboard.press('Control+Enter');
    await page.getByRole('status').filter({ hasText: 'không dùng được phím Ctrl Enter' }).waitFor();
    expect(gallery.posted.length).toBe(before);
    await page.close();
  });

  it('are dead while a field has focus', async () => {
    const { page } = await gallery.show('phieu');
    await page.keyboard.press('e');
    await page.keyboard.type('dv?[');
    expect(await page.inputValue('#noi-dung-ghi')).toContain('dv?[');
    expect(new URL(page.url()).pathname).toBe('/phieu');

    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#bang-phim').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#bang-phim').isVisible()).toBe(false);
    await page.close();
  });
});

/** The forms that reach the server while `act` runs, once the page that answers them stands. */
async function postedBy(page: Page, act: () => Promise<void>): Promise<ShownGallery['posted']> {
  const before = gallery.posted.length;
  await answered(page, act);
  return gallery.posted.slice(before);
}

describe('an act', () => {
  it('that cannot be taken back is sent only after its question', async () => {
    const { page } = await gallery.show('so-van-ban');
    const button = page.getByRole('button', { name: 'Phát hành số 513' });
    const dialog = page.locator('dialog[open]');
    const before = gallery.posted.length;
    await button.click();
    await dialog.getByRole('button', { name: 'Để sau' }).click();
    expect(await dialog.count()).toBe(0);
    expect(gallery.posted.length).toBe(before);

    const posted = await postedBy(page, async () => {
      await button.click();
      await dialog.getByRole('button', { name: 'Phát hành số 513' }).click();
    });
    expect(posted).toEqual([{ path: '/phat-hanh/9', body: '_csrf=mau-thu' }]);
    await page.close();
  });

  it('is sent once, however often it is pressed, with the version it was seen in', async () => {
    const { page } = await gallery.show('soan-cong-van-duyet');
    const posted = await postedBy(page, () =>
      page.getByRole('button', { name: 'Duyệt nội dung' }).evaluate((button: HTMLElement) => {
        button.click();
        button.click();
        button.click();
      }),
    );
    expect(posted).toEqual([{ path: '/du-thao/3/duyet-noi-dung', body: '_csrf=mau-thu&version=7' }]);
    await page.close();
  });

  it('asks for its reason, with or without scripts', async () => {
    const { page } = await gallery.show('soan-cong-van-duyet');
    await page.getByText('Trả lại…').click();
    await page.getByLabel('Lý do trả lại').fill('Mục 2 chưa nói rõ ai làm.');
    const posted = await postedBy(page, () => page.getByRole('button', { name: 'Trả lại bản thảo' }).click());
    expect(new URLSearchParams(posted[0]?.body).get('reason')).toBe('Mục 2 chưa nói rõ ai làm.');
    await page.close();
  });

  it('keeps the lines of a letter in the order they were put', async () => {
    const { page } = await gallery.show('soan-cong-van');
    await page.locator('#addressees [data-up]').nth(1).click();
    await page.getByRole('button', { name: 'Thêm nơi gửi' }).click();
    await page.keyboard.type('UBND thành phố');
    const posted = await postedBy(page, () => page.keyboard.press('Control+s'));
    const body = new URLSearchParams(posted[0]?.body);
    expect(body.getAll('addressees')).toEqual([
      'Tổ chức, cá nhân có phản ánh số 1022-260312-0042',
      'Tổng đài 1022 thành phố Hải Phòng',
      'UBND thành phố',
    ]);
    expect(body.get('version')).toBe('7');
    await page.close();
  });

  it('that brings files sends its words alone to be masked', async () => {
    const { page } = await gallery.show('phieu');
    const posted = await postedBy(page, () => page.getByRole('button', { name: 'Tự động che' }).click());
    expect(posted[0]?.path).toBe('/phieu/42/che/tien-do/text');
    expect(new URLSearchParams(posted[0]?.body).get('field')).toBe('progress');
    await page.close();
  });

  it('offers only the officers of the chosen unit', async () => {
    const { page } = await gallery.show('phieu-giao');
    await page.selectOption('#don-vi', 'cau-rao');
    const posted = await postedBy(page, () => page.getByRole('button', { name: 'Giao việc', exact: true }).click());
    const body = new URLSearchParams(posted[0]?.body);
    expect([posted[0]?.path, body.get('unitId'), body.get('officerId')]).toEqual(['/phieu/42/giao', 'cau-rao', 'luc']);
    await page.close();
  });

  it('works without scripts', async () => {
    const context = await gallery.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${gallery.origin}/so-van-ban`);
    const posted = await postedBy(page, () => page.getByRole('button', { name: 'Phát hành số 513' }).click());
    expect(posted.map(({ path }) => path)).toEqual(['/phat-hanh/9']);
    await context.close();
  });
});
