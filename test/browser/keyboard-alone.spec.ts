import type { Page } from 'playwright-core';
import { SCREENS, ShownGallery } from '../support/shown-gallery.js';
import { GALLERY } from '../support/view-gallery/gallery.js';
import { PressedTabs } from '../support/keyboard/pressed-tabs.js';
import { watchFocus } from '../support/keyboard/watched-focus.js';

let gallery: ShownGallery;

beforeAll(async () => {
  gallery = await ShownGallery.open();
});

afterAll(() => gallery.close());

describe('without a mouse, each page', () => {
  let page: Page;
  let tabs: PressedTabs;

  beforeAll(async () => {
    page = await gallery.newPage();
    await page.addInitScript(watchFocus);
    tabs = await PressedTabs.of(page);
  });

  afterAll(() => page.close());

  it.each(Object.keys(GALLERY))('%s is gone through by Tab, each stop in its place and seen', async (name) => {
    await page.setViewportSize(SCREENS.desk);
    await gallery.show(name, page);
    const presses = await page.evaluate(() => watchedFocus.begin());
    await tabs.press(presses);
    await page.evaluate(() => watchedFocus.turn());
    await tabs.press(presses, 'back');
    const found = [...(await page.evaluate(() => watchedFocus.end()))];
    await page.locator('.ha-skip').focus();
    for (const key of ['Enter', 'Tab']) await page.keyboard.press(key);
    found.push(...(await page.evaluate(() => watchedFocus.skipped())));
    await page.setViewportSize(SCREENS.phone);
    found.push(...(await page.evaluate(() => watchedFocus.sweep('dark'))));
    expect(found).toEqual([]);
  });
});

it('nothing is shown only to a pointer', async () => {
  const { page } = await gallery.show('phieu');
  const hovered = await page.evaluate(() =>
    [...document.styleSheets]
      .filter(({ href }) => href?.includes('/assets/app/') === true)
      .flatMap(({ cssRules }) => [...cssRules])
      .filter((rule) => rule instanceof CSSStyleRule && rule.selectorText.includes(':hover'))
      .flatMap((rule) => [...(rule as CSSStyleRule).style]),
  );
  expect(hovered.length).toBeGreaterThan(0);
  expect(hovered.filter((property) => /^(?:background|border|color|text-decoration)/u.exec(property) === null)).toEqual(
    [],
  );
  await page.close();
});

it('that a ticket has moved stays in sight below the top bar, however far down one reads', async () => {
  const { page } = await gallery.show('phieu');
  const isSeen = await page.locator('.ha-moved').evaluate((bar) => {
    bar.append('Phiếu vừa có thay đổi.');
    scrollTo(0, document.documentElement.scrollHeight);
    const { left, top } = bar.getBoundingClientRect();
    return scrollY > 0 && bar.contains(document.elementFromPoint(left + 8, top + 8));
  });
  expect(isSeen).toBe(true);
  await page.close();
});
