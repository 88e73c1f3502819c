import type { Page } from 'playwright-core';
import { findings } from '../support/page-findings.js';
import { ShownGallery } from '../support/shown-gallery.js';
import { TAKES_PICTURES } from '../support/taken-pictures.js';

let gallery: ShownGallery;
let page: Page;
let complaints: readonly string[];

beforeAll(async () => {
  gallery = await ShownGallery.open();
});
afterAll(() => gallery.close());
afterEach(() => page.close());

async function open(width = 1366, javaScriptEnabled = true): Promise<void> {
  const wished = await gallery.newPage({ width, height: 844, javaScriptEnabled });
  ({ page, complaints } = await gallery.show('phieu', wished));
}

const INPUT = '#ghi-tai-lieu';

/** Lets files go over an element, or pastes them there. */
async function bring(how: 'drop' | 'paste', place: string, names: readonly string[]): Promise<boolean> {
  return page.locator(place).evaluate(
    (element, { type, given }) => {
      const data = new DataTransfer();
      for (const name of given) data.items.add(new File(['một'], name, { type: 'image/png' }));
      const event =
        type === 'drop'
          ? new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true })
          : new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      return !element.dispatchEvent(event);
    },
    { type: how, given: names },
  );
}

const held = (): Promise<string[]> =>
  page.locator(INPUT).evaluate((input: HTMLInputElement) => [...(input.files ?? [])].map(({ name }) => name));
const listed = (): Promise<string[]> => page.locator('.ha-chosen li > span').allTextContents();

describe('files for a ticket', () => {
  it('are dropped on their field, listed with their weight, and left out one by one', async () => {
    await open();
    await bring('drop', INPUT, ['a.png', 'b.png']);
    await bring('drop', INPUT, ['c.png']);
    expect([await held(), await listed()]).toEqual([
      ['a.png', 'b.png', 'c.png'],
      ['a.png', 'b.png', 'c.png'],
    ]);
    if (TAKES_PICTURES) await page.locator('#ghi').screenshot({ path: 'var/view-gallery/tep-da-chon.png' });
    await page.addScriptTag({ url: '/axe/axe.min.js' });
    expect(await findings(page, 'light')).toEqual([]);
    await page.getByRole('button', { name: 'Bỏ b.png' }).focus();
    await page.keyboard.press('Enter');
    expect(await held()).toEqual(['a.png', 'c.png']);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('ghi-tai-lieu');
    expect(complaints).toEqual([]);
  });

  it('are pasted where somebody writes, each under a name of its own', async () => {
    await open();
    await bring('paste', '#noi-dung-ghi', ['image.png']);
    await bring('paste', '#noi-dung-ghi', ['image.png']);
    expect(await held()).toEqual(['anh-dan-1.png', 'anh-dan-2.png']);
  });

  it('that are let go beside the field do not take the place of the page', async () => {
    await open();
    expect(await bring('drop', 'h1', ['a.png'])).toBe(true);
    expect(await held()).toEqual([]);
  });

  it('of a kind that is not taken are named', async () => {
    await open();
    await page.locator(INPUT).evaluate((input: HTMLInputElement) => (input.accept = '.pdf,.jpg'));
    await bring('drop', INPUT, ['a.png']);
    await page.getByText('Ô này không nhận tệp “a.png”.').waitFor();
    expect(await held()).toEqual([]);
  });

  it('that are too many are told before anything is sent', async () => {
    await open();
    await page.locator(INPUT).evaluate((input: HTMLInputElement) => (input.dataset['most'] = '2'));
    await bring('drop', INPUT, ['a.png', 'b.png', 'c.png']);
    const told = await page.locator(INPUT).evaluate((input: HTMLInputElement) => input.validationMessage);
    expect(told).toBe('Đã chọn 3 tệp; mỗi lần gửi nhiều nhất 2 tệp. Bỏ bớt, hoặc chia ra gửi nhiều lần.');
    await page.getByRole('button', { name: 'Bỏ c.png' }).click();
    expect(await page.locator(INPUT).evaluate((input: HTMLInputElement) => input.validity.valid)).toBe(true);
  });

  it('are taken by the camera of a phone, beside what was chosen before', async () => {
    await open(390);
    await bring('drop', INPUT, ['a.png']);
    const camera = page.getByLabel('Chụp ảnh').first();
    expect(await camera.getAttribute('capture')).toBe('environment');
    await camera.setInputFiles({ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('ảnh') });
    expect([await held(), await camera.inputValue()]).toEqual([['a.png', 'IMG_1.jpg'], '']);
  });

  it('are chosen by plain fields without scripts, and the camera has one of its own', async () => {
    await open(390, false);
    expect(await page.locator(`#ghi form input[type="file"][name="files"]`).count()).toBe(2);
    expect(await page.locator('#ghi .ha-drop-words').isVisible()).toBe(false);
    expect(await page.getByText('Chụp ảnh').first().isVisible()).toBe(true);
  });
});
