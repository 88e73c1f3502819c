import type { JSHandle, Page } from 'playwright-core';
import { ShownGallery } from '../support/shown-gallery.js';

/** Of each kind: a work list, a ticket, a letter, registers, a board, forms with days and files, pages of people who are not signed in. */
const PAGES = [
  ...['viec-cua-toi', 'viec-cua-toi-giao', 'phieu', 'soan-cong-van', 'trinh-ky', 'so-van-ban', 'so-van-ban-den'],
  ...['so-tiep-nhan', 'giam-sat', 'bao-cao-du-thao', 'mau-van-ban', 'lam-thay', 'tim-kiem', 'tra-cuu', 'dang-nhap'],
];

/** More is seen. */
const A_PIXEL = 1;

let gallery: ShownGallery;

beforeAll(async () => {
  gallery = await ShownGallery.open();
});
afterAll(() => gallery.close());

type Places = Map<Element, DOMRect>;

/** Remembers where everything stands that is seen, once letters and styles are there. */
async function remember(page: Page): Promise<JSHandle<Places>> {
  await page.waitForFunction(() => document.readyState !== 'loading');
  return page.evaluateHandle(async () => {
    await document.fonts.ready;
    const seen = [...document.querySelectorAll<HTMLElement>('body *:not(svg *)')].filter((one) =>
      one.checkVisibility(),
    );
    return new Map(seen.map((one) => [one, one.getBoundingClientRect()]));
  });
}

/** What stands elsewhere now, by its first words. */
function moved(places: JSHandle<Places>): Promise<readonly string[]> {
  return places.evaluate((before, most) => {
    const gone = [...before].filter(([one, then]) => {
      const now = one.getBoundingClientRect();
      return one.checkVisibility() && Math.max(Math.abs(now.x - then.x), Math.abs(now.y - then.y)) > most;
    });
    return gone.map(([one]) => `${one.tagName} ${one.textContent.trim().slice(0, 40)}`);
  }, A_PIXEL);
}

it.each(PAGES)('%s stands still when its scripts begin', async (name) => {
  const page = await gallery.newPage();
  const release = gallery.holdScripts();
  await page.goto(`${gallery.origin}/${name}`, { waitUntil: 'commit' });
  const places = await remember(page);
  release();
  await page.waitForLoadState('networkidle');
  expect(await moved(places)).toEqual([]);
  await page.close();
});
