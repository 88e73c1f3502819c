import type { Page } from 'playwright-core';
import { answered } from '../support/answered.js';
import { ShownGallery } from '../support/shown-gallery.js';
import { findings } from '../support/page-findings.js';

let gallery: ShownGallery;

beforeAll(async () => {
  gallery = await ShownGallery.open();
});
afterAll(() => gallery.close());

const LARGE = Buffer.alloc(3_000_000, 1);
const FORM = 'form[enctype="multipart/form-data"]';
const SUBMIT = `${FORM} [type="submit"]`;

/** A page with a form for files, on a line that sends so many bytes a second. */
async function withFile(bytesASecond: number): Promise<Page> {
  const { page } = await gallery.show('to-chuc-nhap');
  const line = await page.context().newCDPSession(page);
  await line.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: bytesASecond },
  });
  const input = page.locator(`${FORM} input[type="file"]`).first();
  await input.setInputFiles({
    name: 'don-vi.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: LARGE,
  });
  return page;
}

describe('files under way', () => {
  it('show how far they are, and are cancelled with everything left as it was', async () => {
    const page = await withFile(300_000);
    const before = gallery.posted.length;
    await page.locator(FORM).evaluate((form) => form.setAttribute('data-changed', ''));
    await page.locator(SUBMIT).click();
    const box = page.locator(`${FORM} .ha-progress`);
    await box.waitFor();
    expect(await box.getByRole('status').innerText()).toBe('Đang gửi 1 tệp, 3 MB…');
    await page.waitForFunction(
      () => (document.querySelector<HTMLProgressElement>('progress[aria-label]')?.value ?? 0) > 0,
    );
    await page.addScriptTag({ url: '/axe/axe.min.js' });
    expect(await findings(page, 'light')).toEqual([]);
    await box.getByRole('button', { name: 'Hủy gửi' }).click();
    await box.waitFor({ state: 'detached' });
    expect(await page.locator(SUBMIT).getAttribute('aria-disabled')).toBeNull();
    expect(await page.locator(FORM).getAttribute('data-changed')).toBe('');
    const held = page.locator(`${FORM} input[type="file"]`).first();
    expect(await held.evaluate((input: HTMLInputElement) => input.files?.length)).toBe(1);
    expect(gallery.posted.length).toBe(before);
    await page.close();
  });

  it('arrive, and the page to which the server leads is opened', async () => {
    const page = await withFile(-1);
    const before = gallery.posted.length;
    await answered(page, () => page.locator(SUBMIT).click());
    expect(gallery.posted.length).toBe(before + 1);
    expect(gallery.posted.at(-1)?.body).toContain('filename="don-vi.xlsx"');
    expect(await page.locator('.ha-progress').count()).toBe(0);
    await page.close();
  });

  it('stay where they are when the line breaks, and the form says so', async () => {
    const page = await withFile(-1);
    await page.route('**/to-chuc/nhap', (route) => route.abort());
    await page.locator(SUBMIT).click();
    await page.getByText('Không gửi được vì mất kết nối.').waitFor();
    expect(await page.locator(`${FORM} .ha-progress`).count()).toBe(0);
    await page.close();
  });

  it('are not sent again, and not called unsent, where the server has them and does not answer', async () => {
    const page = await withFile(-1);
    let sent = 0;
    await page.route('**/to-chuc/nhap', (route) => {
      sent += 1;
      return route.fulfill({ status: 502, contentType: 'text/html', body: '' });
    });
    await page.locator(SUBMIT).click();
    await page.getByText('Mở lại trang này xem đã lưu chưa rồi mới gửi lại.').waitFor();
    expect(sent).toBe(1);
    await page.close();
  });

  it('that are refused are refused by the act whose button was pressed', async () => {
    const page = await withFile(-1);
    const before = gallery.posted.length;
    await page.route('**/viec-khac', (route) =>
      route.fulfill({ status: 400, contentType: 'text/html; charset=utf-8', body: '<h1>Không nhận</h1>' }),
    );
    await page.locator(SUBMIT).evaluate((button) => button.setAttribute('formaction', '/viec-khac'));
    await answered(page, () => page.locator(SUBMIT).click());
    expect(new URL(page.url()).pathname).toBe('/viec-khac');
    expect(await page.locator('h1').innerText()).toBe('Không nhận');
    expect(gallery.posted.length).toBe(before);
    await page.close();
  });

  it('stay here where the pressed button sends words alone', async () => {
    const page = await withFile(-1);
    await page.locator(SUBMIT).evaluate((button) => {
      button.setAttribute('formenctype', 'application/x-www-form-urlencoded');
    });
    await answered(page, () => page.locator(SUBMIT).click());
    expect(gallery.posted.at(-1)?.body).not.toContain('Content-Disposition');
    await page.close();
  });
});
