import type { Page } from 'playwright-core';
import { ShownGallery } from '../support/shown-gallery.js';

let gallery: ShownGallery;

beforeAll(async () => {
  gallery = await ShownGallery.open();
});
afterAll(() => gallery.close());

/** A browser set to American English, as it comes out of the box. */
async function american(name: string, javaScriptEnabled = true): Promise<Page> {
  const page = await gallery.browser.newPage({ locale: 'en-US', javaScriptEnabled });
  await gallery.show(name, page);
  return page;
}

describe('days in an American browser', () => {
  it.each([true, false])('are shown and typed as officials write them, scripts: %s', async (scripts) => {
    const page = await american('so-tiep-nhan', scripts);
    expect(await page.locator('#tu').inputValue()).toMatch(/^\d{2}\/\d{2}\/\d{4}$/u);
    await page.locator('#tu').fill('1/9/2026');
    expect(await page.locator('#tu').inputValue()).toBe('1/9/2026');
    await page.close();
  });

  it('are chosen from a calendar, too, and written as officials write them', async () => {
    const page = await american('so-tiep-nhan');
    await page.locator('.ha-day', { has: page.locator('#tu') }).evaluate((beside) => {
      const calendar = beside.querySelector<HTMLInputElement>('input[type="date"]');
      if (!calendar) throw new Error('No calendar stands beside the field.');
      calendar.value = '2026-09-01';
      calendar.dispatchEvent(new Event('change'));
    });
    expect(await page.locator('#tu').inputValue()).toBe('01/09/2026');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('tu');
    await page.close();
  });

  it.each([
    ['18/03/2026 9h05', '01/09/2026 9h05'],
    ['18/3/2026 7h', '01/09/2026 7h'],
    ['7h 18/3/2026', '01/09/2026 7h'],
    ['18/03/2026', '01/09/2026'],
  ])('keep the hour that was typed: %s', async (typed, shown) => {
    const page = await american('lam-thay');
    const field = page.locator('input[data-time="moment"]').first();
    await field.evaluate((input: HTMLInputElement, text) => {
      input.value = text;
      const calendar = input.parentElement?.querySelector<HTMLInputElement>('input[type="date"]');
      if (!calendar) throw new Error('No calendar stands beside the field.');
      calendar.value = '2026-09-01';
      calendar.dispatchEvent(new Event('change'));
    }, typed);
    expect(await field.inputValue()).toBe(shown);
    await page.close();
  });
});
