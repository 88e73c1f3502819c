import { mkdir, rm, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { ShownGallery } from '../support/shown-gallery.js';
import { PICTURE_SIZE } from '../../src/web/guide/guide.js';
import { GUIDES } from '../../src/web/guide/words/all.js';

const FOLDER = 'src/web/public/img/guide';
const PAGES = [...new Set(GUIDES.flatMap(({ steps }) => steps.flatMap(({ picture }) => picture?.page ?? [])))];

/** Small enough to be loaded with the page: a browser writes it. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const written = await page.evaluate(
    async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', 0.7);
    },
    `data:image/png;base64,${png.toString('base64')}`,
  );
  return Buffer.from(written.slice(written.indexOf(',') + 1), 'base64');
}

/** Written anew by `npm run pictures`, when a page has changed; that they are there is held by `src/web/guide/guides.spec.ts`. */
describe('the pictures of the guide', () => {
  it('are taken where somebody asks for them', async () => {
    if (process.env['WRITE_PICTURES'] !== '1') return;
    const gallery = await ShownGallery.open();
    try {
      await rm(FOLDER, { recursive: true, force: true });
      await mkdir(FOLDER, { recursive: true });
      const blank = await gallery.browser.newPage();
      for (const name of PAGES) {
        const { page } = await gallery.show(name);
        await page.setViewportSize(PICTURE_SIZE);
        await writeFile(`${FOLDER}/${name}.webp`, await asWebp(blank, await page.screenshot()));
        await page.close();
      }
    } finally {
      await gallery.close();
    }
  }, 120_000);
});
