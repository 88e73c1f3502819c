import type { Page } from 'playwright-core';
import { ShownGallery } from '../support/shown-gallery.js';

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}
declare const axe: { run(options: unknown): Promise<{ readonly violations: readonly AxeFinding[] }> };

let gallery: ShownGallery;
let page: Page;

beforeAll(async () => {
  gallery = await ShownGallery.open();
});
afterAll(() => gallery.close());
afterEach(() => page.close());

async function open(width = 1366): Promise<void> {
  ({ page } = await gallery.show('phieu', await gallery.newPage({ width })));
}

const chosen = (): Promise<string | null> => page.locator('[role="option"][aria-selected="true"] span').textContent();

describe('Ctrl+K', () => {
  it('opens one field from anywhere, chooses by the arrows and opens by Enter', async () => {
    await open();
    await page.locator('#noi-dung-ghi').evaluate((field: HTMLElement) => field.focus());
    await page.keyboard.press('Control+k');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('moi-noi');
    await page.keyboard.type('học thêm');
    await page.getByRole('option', { name: 'Trả lời phản ánh' }).waitFor();
    expect(await chosen()).toContain('Thu tiền học thêm');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await chosen()).toBe('Nhập phản ánh, kiến nghị');
    const active = await page.locator('#moi-noi').getAttribute('aria-activedescendant');
    expect(await page.locator(`#${active ?? 'none'}`).textContent()).toBe('Nhập phản ánh, kiến nghị');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/phieu-moi');
  });

  it('opens nothing that was found for other words: Enter before the answer searches all tickets', async () => {
    await open();
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    await page.route('**/tim-nhanh?tim=h*', () => undefined);
    await page.keyboard.type('học thêm');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/tim-kiem?tim=*');
  });

  it('goes round at the ends, and Esc gives back the field in which one was', async () => {
    await open();
    await page.locator('#tim-nhanh').focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowUp');
    expect(await chosen()).toBe('Nguyễn Thị Hồng Ngọc');
    await page.keyboard.press('Escape');
    expect(await page.locator('#tim-moi-noi').isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tim-nhanh');
  });

  it('opens from the menu where there are no keys, and stays within a phone', async () => {
    await open(390);
    await page.locator('.ha-user > summary').click();
    await page.getByRole('button', { name: 'Tìm mọi nơi' }).click();
    await page.getByRole('option').first().waitFor();
    const { left, right } = await page.locator('#tim-moi-noi').evaluate((dialog) => dialog.getBoundingClientRect());
    expect([left >= 0, right <= 390]).toEqual([true, true]);
    await page.getByRole('option', { name: 'Phòng Giáo dục Trung học' }).first().click();
    await page.waitForURL('**/to-chuc/gdtrh');
  });

  it.each(['light', 'dark'] as const)('is read by assistive programs and seen in the %s theme', async (theme) => {
    await open();
    await page.evaluate((chosenTheme) => {
      document.documentElement.dataset['bsTheme'] = chosenTheme;
    }, theme);
    await page.keyboard.press('Control+k');
    await page.getByRole('option').first().waitFor();
    expect(await page.locator('#tim-moi-noi [role="status"]').textContent()).toBe('Tìm thấy 7 mục.');
    await page.addScriptTag({ url: '/axe/axe.min.js' });
    const { violations } = await page.evaluate((options) => axe.run(options), { resultTypes: ['violations'] });
    expect(violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`))).toEqual([]);
  });
});
