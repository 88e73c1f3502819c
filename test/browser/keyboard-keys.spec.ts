import type { Locator, Page } from 'playwright-core';
import { renderPage } from '../../src/web/kit/render-page.js';
import { answered } from '../support/answered.js';
import { SCREENS, ShownGallery } from '../support/shown-gallery.js';
import { GALLERY } from '../support/view-gallery/gallery.js';

let gallery: ShownGallery;
let page: Page;

beforeAll(async () => {
  gallery = await ShownGallery.open();
  page = await gallery.newPage();
});

afterAll(() => gallery.close());

const HTML = Object.entries(GALLERY).map(([name, view]) => [name, renderPage(view())] as const);

const namesWith = (mark: string): string[] => HTML.filter(([, html]) => html.includes(mark)).map(([name]) => name);

/** Unfolds what can be unfolded, so that all of it can have the focus. */
async function shown(name: string): Promise<void> {
  await page.setViewportSize(SCREENS.desk);
  await gallery.show(name, page);
  await page.evaluate(() => {
    for (const fold of document.querySelectorAll<HTMLDetailsElement>('details:not([data-closes])')) fold.open = true;
  });
}

const isFocused = (selector: string): Promise<boolean> =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector);

describe('a dialog', () => {
  it.each(namesWith('data-confirm='))('of %s keeps the focus, closes by Escape and gives it back', async (name) => {
    await shown(name);
    for (const field of await page.locator('form[data-confirm] [required]').all())
      if ((await field.inputValue()) === '') await field.fill('Vì thế');
    const asking = page.locator('form[data-confirm]');
    for (let at = 0; at < (await asking.count()); at += 1) {
      const button = asking.nth(at).locator('[type="submit"]').last();
      await button.focus();
      await page.keyboard.press('Enter');
      expect(await isFocused('dialog[open] *')).toBe(true);
      for (let tabs = 0; tabs < 6; tabs += 1) {
        await page.keyboard.press(tabs < 3 ? 'Tab' : 'Shift+Tab');
        expect(await isFocused('dialog[open] *, body')).toBe(true);
      }
      await page.keyboard.press('Escape');
      expect(await page.locator('dialog[open]').count()).toBe(0);
      expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
    }
  });

  it.each(['?', 'Control+k'])('opened by %s gives the focus back to where it was', async (key) => {
    await shown('phieu');
    const link = page.locator('main a').first();
    await link.focus();
    await page.keyboard.press(key);
    expect(await isFocused('dialog[open] *')).toBe(true);
    await page.keyboard.press('Tab');
    expect(await isFocused('dialog[open] *, body')).toBe(true);
    await page.keyboard.press('Escape');
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });
});

describe('a menu', () => {
  const asks = namesWith('ha-ask').map((name) => [name, '.ha-ask'] as const);
  const menus: readonly (readonly [string, string])[] = [...asks, ['phieu', '.ha-user']];

  it.each(menus)('of %s, %s, opens by Enter, closes by Escape and once it is left', async (name, menu) => {
    await shown(name);
    const summary = page.locator(`${menu} > summary`).first();
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await isFocused(`${menu}[open] *`)).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator(`${menu}[open]`).count()).toBe(0);
    expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await page.keyboard.press('Shift+Tab');
    expect(await page.locator(`${menu}[open]`).count()).toBe(0);
  });
});

describe('single keys are dead', () => {
  const kinds = ['text', 'search', 'password', 'email', 'tel', 'number', 'file'].map((type) => `input[type="${type}"]`);

  it.each([...kinds, 'textarea', 'select'])('in %s', async (field) => {
    const focused = await firstOf(field);
    const before = [page.url(), gallery.posted.length];
    await page.keyboard.type(
      [...new Set(KEYS.map(({ press }) => press.at(-1)).filter((key) => key?.length === 1))].join(''),
    );
    expect(await focused.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('dialog[open]').count()).toBe(0);
    expect([page.url(), gallery.posted.length]).toEqual(before);
  });

  it('once somebody does without them, on every page, until they are wanted again', async () => {
    await shown('huong-dan-can-bo-dau-moi');
    await choose(() => page.keyboard.press('?'));
    await gallery.show('phieu', page);
    for (const key of ['v', '?', '/', 'e']) await page.keyboard.press(key);
    expect(await isFocused('body:not(:has(dialog[open]))')).toBe(true);
    expect(new URL(page.url()).pathname).toBe('/phieu');
    expect(await page.locator('.ha-find kbd').isVisible()).toBe(false);

    await shown('huong-dan-can-bo-dau-moi');
    await choose(async () => {
      await page.locator('[data-opens="bang-phim"]').focus();
      await page.keyboard.press('Enter');
    });
    await page.keyboard.press('/');
    expect(await isFocused('#tim-nhanh')).toBe(true);
  });

  /** Turns the mark on the sheet of keys, which is opened in the way that there is. */
  async function choose(open: () => Promise<void>): Promise<void> {
    await open();
    for (const key of ['Tab', 'Space', 'Escape']) await page.keyboard.press(key);
  }

  /** Gives the focus to the first field of that kind that is seen on any page. */
  async function firstOf(field: string): Promise<Locator> {
    const [tag = '', type = ''] = field.split('[').map((part) => part.replace(']', ''));
    for (const name of namesWith(type === '' ? `<${tag}` : type)) {
      await shown(name);
      const seen = page.locator(field).filter({ visible: true });
      if ((await seen.count()) === 0) continue;
      await seen.first().focus();
      return seen.first();
    }
    throw new Error(`No page has a ${field}.`);
  }
});

interface KeyOfSheet {
  /** As it stands on the sheet. */
  readonly listed: string;
  readonly on: string;
  readonly press: readonly string[];
  /** What it does there: leads to an address, sends a form, gives something the focus, marks rows, opens a dialog. */
  readonly does: { readonly at?: string; readonly sent?: string; readonly shows?: string };
}

const selected = (row: number): string => `[data-work-list] tbody tr.is-on:nth-child(${row}) a:focus`;
const marked = (row: number): string => `[data-work-list] tbody tr:nth-child(${row}) [data-pick]:checked`;

const KEYS: readonly KeyOfSheet[] = [
  { listed: 'j', on: 'viec-cua-toi', press: ['j'], does: { shows: selected(8) } },
  { listed: 'k', on: 'viec-cua-toi', press: ['k'], does: { shows: selected(6) } },
  { listed: 'j', on: 'giam-sat-danh-sach', press: ['j'], does: { shows: selected(1) } },
  { listed: 'Shift J', on: 'viec-cua-toi', press: ['J'], does: { shows: selected(12) } },
  { listed: 'Shift K', on: 'viec-cua-toi', press: ['K'], does: { shows: selected(1) } },
  { listed: 'Enter', on: 'viec-cua-toi', press: ['Enter'], does: { at: '/phieu/PAKN.20260312.0042' } },
  { listed: 'v', on: 'phieu', press: ['v'], does: { at: '/' } },
  { listed: '[', on: 'phieu', press: ['['], does: { at: '/phieu/41' } },
  { listed: ']', on: 'phieu', press: [']'], does: { at: '/phieu/43' } },
  { listed: 'Esc', on: 'phieu', press: ['?', 'Escape'], does: { shows: 'body:not(:has(dialog[open]))' } },
  { listed: 'a', on: 'phieu-giao', press: ['a'], does: { sent: '/phieu/42/tiep-nhan' } },
  { listed: 'g', on: 'phieu-giao', press: ['g'], does: { shows: '#giao[open] #don-vi:focus' } },
  { listed: 'g', on: 'viec-cua-toi-giao', press: ['g'], does: { at: '/phieu/PAKN.20260312.0042#giao' } },
  { listed: 'g', on: 'giao-theo-de-xuat', press: ['g'], does: { sent: '/giao-theo-de-xuat' } },
  { listed: 'p', on: 'viec-cua-toi-giao', press: ['p'], does: { sent: '/giao-theo-de-xuat' } },
  { listed: 'e', on: 'phieu', press: ['e'], does: { shows: '#noi-dung-ghi:focus' } },
  { listed: 'e', on: 'viec-cua-toi', press: ['e'], does: { at: '/phieu/PAKN.20260312.0042#ghi' } },
  { listed: 'd', on: 'phieu', press: ['d'], does: { at: '/du-thao/3' } },
  { listed: 'd', on: 'viec-cua-toi', press: ['d'], does: { at: '/du-thao/3' } },
  { listed: 'x', on: 'viec-cua-toi', press: ['k', 'k', 'k', 'k', 'x'], does: { shows: marked(3) } },
  { listed: 'Shift X', on: 'giam-sat-danh-sach', press: ['j', 'x', 'j', 'j', 'X'], does: { shows: marked(2) } },
  { listed: 'Shift G', on: 'giam-sat-danh-sach', press: ['j', 'x', 'G'], does: { at: '/giao-theo-de-xuat' } },
  {
    listed: 'Shift E',
    on: 'viec-cua-toi',
    press: ['k', 'k', 'k', 'k', 'x', 'E'],
    does: { at: '/nhieu-phieu/ghi-tien-do' },
  },
  { listed: 'Shift V', on: 'giam-sat-danh-sach', press: ['j', 'x', 'V'], does: { at: '/nhieu-phieu/giao' } },
  { listed: 'Shift N', on: 'giam-sat-danh-sach', press: ['j', 'x', 'N'], does: { at: '/nhieu-phieu/nhac' } },
  { listed: 'Shift D', on: 'giam-sat-danh-sach', press: ['j', 'x', 'D'], does: { at: '/quyet-dinh' } },
  { listed: 'u', on: 'nhieu-phieu-ket-qua', press: ['u'], does: { sent: '/nhieu-phieu/hoan-tac' } },
  { listed: 'y', on: 'quyet-dinh', press: ['j', 'y'], does: { sent: '/quyet-dinh/dong-y' } },
  { listed: 'Ctrl S', on: 'soan-cong-van', press: ['Control+s'], does: { sent: '/du-thao/3' } },
  { listed: 'F8', on: 'soan-cong-van', press: ['F8'], does: { shows: '.ha-lacks a:focus' } },
  { listed: 'F8', on: 'soan-cong-van', press: ['F8', 'F8'], does: { shows: '#copies input:focus' } },
  {
    listed: 'Ctrl Enter',
    on: 'soan-cong-van-duyet',
    press: ['Control+Enter'],
    does: { sent: '/du-thao/3/duyet-noi-dung' },
  },
  { listed: '/', on: 'phieu', press: ['/'], does: { shows: '#tim-nhanh:focus' } },
  { listed: 'Ctrl K', on: 'phieu', press: ['Control+k'], does: { shows: 'dialog[data-quick-find][open]' } },
  { listed: '?', on: 'phieu', press: ['?'], does: { shows: '#bang-phim[open]' } },
];

it('the ticket beside the list takes the focus over from the one before', async () => {
  await shown('viec-cua-toi');
  const pane = page.locator('#xem-truoc');
  const ticket = (await pane.getAttribute('data-ticket')) ?? '';
  await pane.evaluate((shownBefore) => shownBefore.setAttribute('data-ticket', 'another'));
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/viec-cua-toi?*', async (route) => {
    await held;
    await route.continue();
  });
  for (const key of ['j', 'k']) await page.keyboard.press(key);
  await pane.locator('a, button').first().focus();
  release();
  await page.locator(`#xem-truoc[data-ticket="${ticket}"]`).waitFor();
  expect(await isFocused('#xem-truoc [role="region"]')).toBe(true);
  await page.unroute('**/viec-cua-toi?*');
});

describe('a key of the sheet', () => {
  it.each(KEYS)('$listed on $on does what is said of it', async ({ on, press, does }) => {
    await page.setViewportSize(SCREENS.desk);
    await gallery.show(on, page);
    const before = gallery.posted.length;
    const pressed = async (): Promise<void> => {
      for (const key of press) await page.keyboard.press(key);
    };
    await (does.sent === undefined ? pressed() : answered(page, pressed));
    if (does.shows !== undefined) await page.locator(does.shows).first().waitFor();
    if (does.at !== undefined) await page.waitForURL(({ pathname, hash }) => pathname + hash === does.at);
    expect(gallery.posted.slice(before).map(({ path }) => path)).toEqual(does.sent === undefined ? [] : [does.sent]);
  });

  it('stands there: each that a page listens to, and no other', async () => {
    const shift = (key: string): string => (/[A-Z]/u.test(key) ? `Shift ${key}` : key);
    const named = HTML.flatMap(([, html]) => [...html.matchAll(/data-(?:focus-)?key="([^"]+)"/gu)]);
    const listened = new Set(named.map(([, key = '']) => shift(key)));
    await gallery.show('phieu', page);
    const lines = await page
      .locator('#bang-phim dt')
      .evaluateAll((terms) => terms.map((term) => [...term.querySelectorAll('kbd')].map((key) => key.textContent)));
    const listed = lines.flatMap(([first = '', ...others]) =>
      ['Shift', 'Ctrl'].includes(first) ? others.map((key) => `${first} ${key}`) : [first, ...others],
    );
    expect([...new Set(KEYS.map((key) => key.listed))].toSorted()).toEqual(listed.toSorted());
    expect([...listened].filter((key) => !listed.includes(key))).toEqual([]);
  });
});
