import { decode } from 'html-entities';
import type { Browser, Page } from 'playwright-core';
import PizZip from 'pizzip';
import writeExcelFile from 'write-excel-file/node';
import { ReceivePending } from '../../src/exchange/index.js';
import { TicketImportEntity } from '../../src/tickets/persistence/intake.entities.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { Database } from '../../src/platform/database/database.js';
import { openChromium } from '../support/chromium.js';
import { answered } from '../support/answered.js';
import { AppAtOffice } from '../support/app-at-office.js';
import { ALL_HOSTILE, asShown, MARK } from '../support/hostile-strings.js';
import { FEEDBACK } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { PASSWORD } from '../support/test-people.js';
import { TestProgram } from '../support/test-program.js';

const BATCH = 40;
const PATIENCE_MS = 120_000;
/** Notes are shorter than what citizens write. */
const MAX_NOTED_LENGTH = 1000;
const READERS = ['vanthu', 'ngoc', 'quantri'] as const;

/** What one way in brought: the page that shows it, and the words that must stand there. */
interface Brought {
  readonly by: 'SOAP' | 'form' | 'import' | 'API';
  readonly path: string;
  readonly words: readonly string[];
}

/** What must not be in any page, whatever somebody wrote: anything that runs, fetches, frames or sends elsewhere. */
const ACTIVE = [
  'script:not([src^="/assets/"])',
  '[onerror],[onload],[onclick],[onfocus],[onmouseover],[ontoggle],[onstart],[onbegin]',
  'iframe,object,embed,base,frame,applet,marquee,math,plaintext,xmp,meta[http-equiv]',
  'a[href^="javascript:" i],a[href^="data:" i]',
  // A search of ours takes along what was asked.
  'a[href*="ke-xau"]:not([href^="/tim-kiem?"],[href^="/tim-kiem.xlsx?"])',
  'form[action^="http"],form[action^="//"],[formaction^="javascript:" i]',
  'link[href^="http"],img[src^="http"],[style]',
].join(',');

/** Signs, and pages of letters and templates that are drawn here. */
const OUR_PICTURES = /^\/assets\/|\/hinh\/\d+\.png$/u;

describe('hostile strings by every way in, in Chromium', () => {
  let office: AppAtOffice;
  let browser: Browser;
  let url: string;
  const visitors = new Map<string, TestBrowser>();
  /** One of each reader: to open another for each address would take longer than to show it. */
  const pages = new Map<string, Page>();
  const brought: Brought[] = [];
  /** What ran, was refused by the policy, or asked another site. */
  const traces: string[] = [];
  /** The address that is open. */
  let shown = '';
  const batches = Array.from({ length: Math.ceil(ALL_HOSTILE.length / BATCH) }, (_, at) =>
    ALL_HOSTILE.slice(at * BATCH, (at + 1) * BATCH),
  );
  /** A short one for fields of one line, each another. */
  const oneLine = (at: number): string => `${ALL_HOSTILE.filter(({ length }) => length < 90)[at] ?? ''} (thử)`;
  const wordsOf = (first: string): readonly string[] =>
    batches.find(([start = '']) => asShown(first).startsWith(asShown(start))) ?? [];

  beforeAll(async () => {
    office = await AppAtOffice.open();
    url = await (await office.app.http()).getUrl();
    for (const reader of READERS) visitors.set(reader, await office.app.browserOf(reader));
    browser = await openChromium();
    for (const reader of READERS) pages.set(reader, await signedIn(reader));
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await office.close();
  });

  async function signedIn(reader: string): Promise<Page> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'vi-VN' });
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
        globalThis.reportError(new Error(`policy: ${violatedDirective}`));
      });
    });
    const page = await context.newPage();
    await page.goto(`${url}/dang-nhap`);
    await page.getByLabel('Tài khoản cơ quan').fill(reader);
    await page.getByLabel('Mật khẩu').fill(PASSWORD);
    await answered(page, () => page.getByRole('button', { name: 'Đăng nhập' }).click());
    await page.locator('.ha-me').waitFor();
    page.setDefaultNavigationTimeout(PATIENCE_MS);
    watch(page);
    return page;
  }

  const visitor = (reader: string): TestBrowser => visitors.get(reader)!;
  const manager = () => office.app.nest.get(Database).reader.manager;

  function watch(page: Page): void {
    page.on('dialog', (dialog) => {
      traces.push(`${shown}: dialog ${dialog.message()}`);
      void dialog.dismiss();
    });
    page.on('pageerror', ({ message }) => traces.push(`${shown}: ${message}`));
    page.on('console', (message) => {
      if (/policy/iu.test(message.text())) traces.push(`${shown}: ${message.text()}`);
    });
    page.on('request', (request) => {
      const asked = new URL(request.url());
      const isOurs = asked.origin === new URL(url).origin;
      const isPicture = request.resourceType() === 'image' && !OUR_PICTURES.test(asked.pathname);
      if (!isOurs || isPicture) traces.push(`${shown}: asked for ${request.url()}`);
    });
  }

  /** Opens a page as a person would, with everything watched. @returns its text, as shown */
  async function opened(reader: string, path: string): Promise<string> {
    const page = pages.get(reader)!;
    shown = path;
    await page.goto(`${url}${path}`, { waitUntil: 'load' });
    const seen = await page.evaluate((active) => {
      const fields = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')];
      return {
        title: document.title,
        text: `${document.body.textContent} ${document.body.innerText} ${fields.map(({ value }) => value).join(' ')}`,
        active: [...document.querySelectorAll(active)].map(({ outerHTML }) => outerHTML.slice(0, 200)),
      };
    }, ACTIVE);
    if (seen.title.includes(MARK)) traces.push(`${path}: title ${seen.title}`);
    traces.push(...seen.active.map((html) => `${path}: ${html}`));
    return asShown(seen.text);
  }

  it('take in at least 200, of every kind', () => {
    expect(new Set(ALL_HOSTILE).size).toBe(ALL_HOSTILE.length);
    expect(ALL_HOSTILE.length).toBeGreaterThanOrEqual(200);
  });

  it('come over SOAP, as feedback of citizens', async () => {
    for (const [at, words] of batches.entries()) {
      const feedback = {
        ...FEEDBACK,
        text: words.join('\n'),
        subject: oneLine(4 * at),
        place: oneLine(4 * at + 1),
        category: oneLine(4 * at + 2),
        sender: { name: oneLine(4 * at + 3), phone: '0900 000 142', keepSecret: false },
      };
      await office.robot('/api/feedback', feedback);
    }
    await office.app.nest.get(ReceivePending).receive();
    await office.app.work();
    const tickets = await manager().find(TicketEntity, { order: { code: 'ASC' } });
    expect(tickets).toHaveLength(batches.length);
    for (const ticket of tickets) {
      const { id, words, subject, place } = ticket;
      brought.push({ by: 'SOAP', path: `/phieu/${id}`, words: [...wordsOf(words), subject, place] });
    }
  }, 300_000);

  it('are typed into a form', async () => {
    const clerk = visitor('vanthu');
    for (const [at, words] of batches.entries()) {
      const { body } = await clerk.get('/phieu-moi');
      const posted = await clerk.post('/phieu-moi', {
        ...{ channel: 'visit', receivedAt: '2026-03-18T08:40', category: 'fees', level: 'normal', kind: 'feedback' },
        ...{
          token: /name="token" value="([^"]+)"/u.exec(body)?.[1] ?? '',
          senderPhone: '0900 000 142',
          senderEmail: '',
        },
        ...{
          words: words.join('\r\n'),
          subject: oneLine(40 + 4 * at),
          place: oneLine(41 + 4 * at),
          complainedUnitId: '',
        },
        ...{ senderName: oneLine(42 + 4 * at), senderAddress: oneLine(43 + 4 * at) },
      });
      expect(posted.headers.location).toMatch(/^\/phieu\/[\w-]+$/u);
      const shown = [...words, oneLine(40 + 4 * at), oneLine(41 + 4 * at)];
      brought.push({ by: 'form', path: String(posted.headers.location), words: shown });
    }
  }, 300_000);

  it('are imported from a workbook', async () => {
    const clerk = visitor('vanthu');
    const head = ['Kênh', 'Thời điểm nhận', 'Nội dung', 'Trích yếu', 'Lĩnh vực', 'Họ và tên', 'Điện thoại'];
    const rows = batches.map((words, at) => [
      ...['Đơn thư', '17/03/2026 08:30', words.join('\n'), oneLine(80 + 2 * at), 'Thu chi, dạy thêm'],
      ...[oneLine(81 + 2 * at), '0900000142'],
    ]);
    const sheet = [head, ...rows].map((cells) => cells.map((value) => ({ value, type: String })));
    const content = await writeExcelFile(sheet).toBuffer();
    await clerk.get('/nhap-phieu');
    const file = { field: 'file', name: `<img src=x onerror=alert(1)>=1+1.xlsx`, content: new Uint8Array(content) };
    const review = String((await clerk.postFile('/nhap-phieu', {}, file)).headers.location);
    expect(review).toMatch(/^\/nhap-phieu\/[\w-]+$/u);
    await opened('vanthu', review);
    await clerk.get(review);
    await clerk.post(`${review}/xac-nhan`);
    await office.app.work();
    const [made] = await manager().find(TicketImportEntity);
    expect(made).toMatchObject({ entered: batches.length });
    const tickets = await manager().findBy(TicketEntity, { channel: 'letter' });
    for (const { id, words, subject } of tickets) {
      brought.push({ by: 'import', path: `/phieu/${id}`, words: [...wordsOf(words), subject] });
    }
  }, 300_000);

  it('are noted through the API', async () => {
    const [ticket] = await manager().find(TicketEntity, { order: { code: 'ASC' } });
    const { id } = ticket!;
    await office.letters.assign(id, 'gdtrh', 'ngoc');
    const officer = await TestProgram.of(office.app, 'ngoc');
    expect((await officer.act(id, 'unitAccept')).status).toBeLessThan(300);
    const noted = batches.map((words) => words.filter(({ length }) => length < MAX_NOTED_LENGTH));
    for (const words of noted) {
      const note = { text: words.join('\n'), audience: 'internal', field: 'progress', verbatim: true };
      expect((await officer.act(id, 'note', note)).status).toBeLessThan(300);
    }
    brought.push({ by: 'API', path: `/phieu/${id}`, words: noted.flat() });
  }, 300_000);

  it('are shown as text, all of them, whichever way they came', async () => {
    expect(brought.length).toBeGreaterThan(3 * (batches.length - 1));
    const missing: string[] = [];
    for (const { by, path, words } of brought) {
      const text = await opened(by === 'API' ? 'ngoc' : 'vanthu', path);
      missing.push(
        ...words.filter((word) => !text.includes(asShown(word))).map((word) => `${by}: ${word.slice(0, 80)}`),
      );
    }
    expect(missing).toEqual([]);
  }, 300_000);

  it('are given back as text by whatever repeats a question', async () => {
    const missing: string[] = [];
    const words = ALL_HOSTILE.filter(({ length }, at) => length < 200 && at % 16 === 0);
    for (const word of words) {
      const text = await opened('vanthu', `/tim-kiem?tim=${encodeURIComponent(word)}`);
      if (!text.includes(asShown(word))) missing.push(word);
    }
    const asked = encodeURIComponent(`"><script>document.title='${MARK}'</script>`);
    for (const path of [`/dang-nhap?next=${asked}`, `/khong-co/${asked}`, `/?danh-sach=${asked}`, `/tra-cuu/${asked}`])
      await opened('vanthu', path);
    expect(missing).toEqual([]);
  }, 300_000);

  it('stand in every page that there is', async () => {
    const id = brought[0]?.path.split('/').at(-1) ?? '';
    const routes = await office.app.routes();
    const places = [...new Set(routes.filter(({ method }) => method === 'GET').map((route) => route.url))];
    let pages = 0;
    for (const place of places.filter((one) => !one.startsWith('/api/'))) {
      const path = place.replace(/:\w+/gu, id);
      for (const reader of READERS) {
        const { statusCode, headers, body } = await visitor(reader).get(path);
        if (statusCode !== 200 || !String(headers['content-type']).startsWith('text/html')) continue;
        expect(decode(/<title>([^<]*)<\/title>/u.exec(body)?.[1] ?? '')).not.toContain(MARK);
        await opened(reader, path);
        pages += 1;
        break;
      }
    }
    expect(pages).toBeGreaterThan(40);
  }, 300_000);

  it('are cells of text in workbooks that go out, and never formulas', async () => {
    for (const path of ['/so-van-ban/den.xlsx?nam=2026', '/so-tiep-nhan.xlsx']) {
      const { statusCode, rawPayload } = await visitor('vanthu').get(path);
      expect([path, statusCode]).toEqual([path, 200]);
      const parts = Object.values(new PizZip(rawPayload).files).filter(({ name }) => name.endsWith('.xml'));
      const xml = parts.map((part) => part.asText()).join('\n');
      expect(xml).toContain('(thử)');
      expect(xml).not.toMatch(/<f[ >]|t="e"|externalLink|ddeLink/u);
    }
  });

  it('have run nowhere, fetched nothing and broken no policy', () => {
    expect(traces).toEqual([]);
  });
});
