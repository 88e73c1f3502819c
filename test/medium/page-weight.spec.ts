import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { BROTLI } from '../../src/platform/http/configure-http.js';
import { renderPage } from '../../src/web/kit/render-page.js';
import { GALLERY } from '../support/view-gallery/gallery.js';

/** In bytes, as the server sends them; pictures of documents, and of the guide as one scrolls, come besides. */
const FIRST_LOAD = 200_000;
/** What a browser keeps is not asked for again. */
const LATER_LOAD = 20_000;

const FOLDERS = { '/assets/app/': 'src/web/public', '/assets/tabler/': 'node_modules/@tabler/core/dist/css' };
const IS_TEXT = /\.(?:css|js|svg)$/u;

const pages = Object.entries(GALLERY).map(([name, page]) => ({ name, html: renderPage(page()) }));
const weights = new Map<string, number>();

/** As the server sends it. */
function compressed(text: string | Buffer): number {
  return brotliCompressSync(text, BROTLI).length;
}

function contentOf(address: string): Buffer {
  const folder = Object.entries(FOLDERS).find(([prefix]) => address.startsWith(prefix));
  if (folder === undefined) throw new Error(`Not served: ${address}`);
  return readFileSync(join(folder[1], address.slice(folder[0].length)));
}

function weightOf(address: string): number {
  const known = weights.get(address);
  if (known !== undefined) return known;
  const content = contentOf(address);
  const weight = IS_TEXT.test(address) ? compressed(content) : content.length;
  weights.set(address, weight);
  return weight;
}

/** The address and all that the file there asks for in its turn. */
function withImports(address: string, found: Set<string>): void {
  if (found.has(address)) return;
  found.add(address);
  if (!/\.(?:js|css)$/u.test(address)) return;
  const words = contentOf(address).toString();
  const asked = address.endsWith('.js')
    ? words.matchAll(/(?:\bfrom|\bimport) '(\.[^']+)'/gu)
    : words.matchAll(/url\("(\.\.\/img\/[^"]+)"\)/gu);
  for (const [, path = ''] of asked) withImports(normalize(join(dirname(address), path)), found);
}

/** All that a browser that has never been here asks for, but pictures of documents. */
function filesOf(html: string): Set<string> {
  const found = new Set<string>();
  for (const [tag, address = ''] of html.matchAll(/<[^<>]*?\s(?:src|href)="(\/assets\/[^"#]+)[^<>]*>/gu))
    if (!/loading="lazy"|^<a /u.test(tag)) withImports(address, found);
  return found;
}

describe('a page of the gallery', () => {
  it.each(pages)('$name weighs little, the first time and later', ({ html }) => {
    const own = compressed(html);
    expect(own).toBeLessThanOrEqual(LATER_LOAD);
    expect([...filesOf(html)].reduce((sum, address) => sum + weightOf(address), own)).toBeLessThanOrEqual(FIRST_LOAD);
  });

  it('asks for its scripts, its styles, its letters and its icons', () => {
    const asked = [...filesOf(pages[0]!.html)].map((address) => address.replace(/^.*\./u, ''));
    expect([...new Set(asked)].toSorted()).toEqual(['css', 'js', 'svg', 'woff2']);
  });
});
