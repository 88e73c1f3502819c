import { mkdir } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { SCREENS, ShownGallery } from '../support/shown-gallery.js';
import { GALLERY } from '../support/view-gallery/gallery.js';
import { barredWithoutReason, brokenWords, findings, wordsOf, type Theme } from '../support/page-findings.js';
import { bannedIn } from '../support/words-of-offices.js';
import { TAKES_PICTURES } from '../support/taken-pictures.js';

/** A4 at 96 dots an inch. */
const PAPER = { width: 794, height: 1123 };
const PICTURES = 'var/view-gallery';
/** As narrow as WCAG 1.4.10 asks for; a desk at twice its size is given the phone's layout, and lies between the two. */
const NARROWEST = { width: 320, height: 384 };

let gallery: ShownGallery;

beforeAll(async () => {
  gallery = await ShownGallery.open();
  await mkdir(PICTURES, { recursive: true });
});

afterAll(() => gallery.close());

/** Nothing need be drawn: who asks for a colour or a place gets it as it has become. */
async function turn(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.dataset['bsTheme'] = chosen;
  }, theme);
}

async function takePicture(name: string, screen: keyof typeof SCREENS, theme: Theme): Promise<void> {
  const { page } = await gallery.show(name);
  await page.setViewportSize(SCREENS[screen]);
  await turn(page, theme);
  await page.screenshot({ path: `${PICTURES}/${name}-${screen}-${theme}.png` });
  await page.close();
}

async function takePrintout(name: string): Promise<void> {
  const { page } = await gallery.show(name);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize(PAPER);
  await page.screenshot({ path: `${PICTURES}/${name}-print.png`, fullPage: true });
  await page.close();
}

/** What is broken on paper: A4 upright, or across where the page asks for it, without its margins. */
async function brokenOnPaper(page: Page): Promise<string[]> {
  const isWide = await page.locator('.ha-print-wide').count();
  await page.setViewportSize(isWide > 0 ? { width: 1009, height: 642 } : { width: 624, height: 971 });
  await page.emulateMedia({ media: 'print' });
  const broken = await brokenWords(page);
  await page.emulateMedia({ media: null });
  return broken;
}

async function tooWide(page: Page): Promise<string[]> {
  const [over, width] = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return [scrollWidth - clientWidth, clientWidth] as const;
  });
  return over > 0 ? [`${over} px too wide at ${width}`] : [];
}

describe('rule 66: each page', () => {
  let page: Page;

  beforeAll(async () => {
    page = await gallery.newPage();
  });

  afterAll(() => page.close());

  it.each(Object.keys(GALLERY))(
    '%s keeps its policy, its frame, the words of offices and WCAG 2.2 on a desk and a phone, light and dark',
    async (name) => {
      await page.setViewportSize(SCREENS.desk);
      const { complaints } = await gallery.show(name, page);
      await page.addScriptTag({ url: '/axe/axe.min.js' });
      const found: string[] = [];
      for (const screen of ['desk', 'phone'] as const) {
        if (page.viewportSize()?.width !== SCREENS[screen].width) await page.setViewportSize(SCREENS[screen]);
        found.push(...(await tooWide(page)));
        if (screen === 'desk') found.push(...(await brokenWords(page)));
        for (const theme of ['light', 'dark'] as const) {
          await turn(page, theme);
          const here = await findings(page, theme);
          found.push(...here);
          if (TAKES_PICTURES || here.length > 0) await takePicture(name, screen, theme);
        }
      }
      await page.setViewportSize(NARROWEST);
      found.push(...(await tooWide(page)));
      found.push(...(await brokenOnPaper(page)));
      if (TAKES_PICTURES) await takePrintout(name);
      found.push(...(await barredWithoutReason(page)), ...bannedIn(await wordsOf(page)));
      expect(complaints).toEqual([]);
      expect(found).toEqual([]);
    },
  );
});
