import { mkdir, readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { GALLERY } from '../support/view-gallery/gallery.js';
import { serveGallery, type GalleryServer } from '../support/view-gallery/serve-gallery.js';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const SCREENS = { desk: { width: 1366, height: 768 }, phone: { width: 390, height: 844 } } as const;
const PICTURES = 'var/view-gallery';

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly string[]; readonly failureSummary?: string }[];
}
declare const axe: { run(options: unknown): Promise<{ readonly violations: readonly AxeFinding[] }> };

let gallery: GalleryServer;
let browser: Browser;
let axeSource: string;

beforeAll(async () => {
  gallery = await serveGallery();
  browser = await chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: ARGUMENTS });
  axeSource = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
  await mkdir(PICTURES, { recursive: true });
});

afterAll(async () => {
  await browser.close();
  await gallery.close();
});

async function open(
  context: BrowserContext,
  name: string,
  theme: 'light' | 'dark',
): Promise<{ page: Page; complaints: string[] }> {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.addInitScript((chosen) => localStorage.setItem('ha-theme', chosen), theme);
  await page.goto(`${gallery.origin}/${name}`, { waitUntil: 'load' });
  await page.evaluate(() => document.fonts.ready);
  return { page, complaints };
}

/** Reads the page as an assistive program would; evaluated outside the page's policy, which allows no script but ours. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() => axe.run({ resultTypes: ['violations'] }));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`),
  );
}

describe.each(Object.keys(GALLERY))('the page %s', (name) => {
  it.each([
    ['on a desk, light', 'desk', 'light'],
    ['on a desk, dark', 'desk', 'dark'],
    ['on a phone, light', 'phone', 'light'],
    ['on a phone, dark', 'phone', 'dark'],
  ] as const)('keeps its policy, its frame and WCAG 2.1 %s', async (_case, screen, theme) => {
    const context = await browser.newContext({ viewport: SCREENS[screen], locale: 'vi-VN' });
    const { page, complaints } = await open(context, name, theme);

    await page.screenshot({ path: `${PICTURES}/${name}-${screen}-${theme}.png` });
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    const found = await findings(page);
    await context.close();

    expect(complaints).toEqual([]);
    expect(wider).toBe(0);
    expect(found).toEqual([]);
  });
});
