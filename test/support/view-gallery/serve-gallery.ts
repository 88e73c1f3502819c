import { readFile } from 'node:fs/promises';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { renderPage } from '../../../src/web/kit/render-page.js';
import { QUICK_FIND } from '../../../src/web/quick-find/quick-find-dialog.js';
import { CountedSearches } from '../../../src/web/my-work/saved-searches.js';
import { QuickFindList } from '../../../src/web/quick-find/quick-find-list.js';
import { GALLERY } from './gallery.js';
import { found } from './samples/quick-find.js';
import { savedSearches } from './samples/search.js';

const ROOT = process.cwd();
const FOLDERS: readonly (readonly [string, string])[] = [
  ['/assets/app/', join(ROOT, 'src/web/public')],
  ['/assets/tabler/', join(ROOT, 'node_modules/@tabler/core/dist/css')],
  ['/axe/', join(ROOT, 'node_modules/axe-core')],
];
/** Which file it is says what is shown of it. */
const VIEWED = /^xem\/van-ban\//u;
/** As the product says of them: a browser that shows two hundred pages reads each once. */
const KEPT = 'public, max-age=3600';
/** The module that begins all others. */
const SCRIPT = '/assets/app/js/app.js';
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webp': 'image/webp',
};

/** The policy of the product: what breaks here breaks there. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export interface GalleryServer {
  readonly origin: string;
  /** Bodies of the forms posted so far, with their paths. */
  readonly posted: readonly { readonly path: string; readonly body: string }[];
  /** Keeps the script of all pages back. @returns lets it go */
  holdScripts(): () => void;
  close(): Promise<void>;
}

/** Serves the gallery as the product would: same paths for assets, same policy, every POST answered by going back. */
export async function serveGallery(): Promise<GalleryServer> {
  const posted: { path: string; body: string }[] = [];
  let held: Promise<void> | undefined;
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://gallery').pathname);
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        posted.push({ path, body });
        response.writeHead(303, { location: request.headers.referer ?? '/' }).end();
      });
      return;
    }
    const until = path === SCRIPT ? held : undefined;
    void Promise.resolve(until).then(() => answer(path, response));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { origin: `http://127.0.0.1:${portOf(server)}`, posted, holdScripts, close: () => close(server) };

  function holdScripts(): () => void {
    let release = (): void => undefined;
    held = new Promise((resolve) => {
      release = resolve;
    });
    return release;
  }
}

async function answer(path: string, response: ServerResponse): Promise<void> {
  const page =
    GALLERY[path.slice(1).replace(VIEWED, 'xem-tep-')] ?? (path === '/' ? GALLERY['viec-cua-toi'] : undefined);
  if (page) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY });
    response.end(renderPage(page()));
    return;
  }
  if (path === QUICK_FIND) {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(renderPage(QuickFindList({ view: found })));
    return;
  }
  if (path === '/tim-kiem/da-luu') {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.end(renderPage(CountedSearches({ searches: savedSearches })));
    return;
  }
  if (path === '/song') {
    // Nothing moves here.
    response.writeHead(204).end();
    return;
  }
  const file = fileOf(path);
  try {
    if (file === null) throw new Error('not served');
    const content = await readFile(file);
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { 'content-type': type, 'cache-control': KEPT }).end(content);
  } catch {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('Not in the gallery.');
  }
}

function fileOf(path: string): string | null {
  if (/^\/(drafts|mau-van-ban|xem)\/.*/u.test(path)) return join(ROOT, 'test/support/view-gallery/letter-page.png');
  const folder = FOLDERS.find(([prefix]) => path.startsWith(prefix));
  return folder ? join(folder[1], normalize(path.slice(folder[0].length))) : null;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port.');
  return address.port;
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.closeAllConnections();
    server.close(() => resolve());
  });
}
