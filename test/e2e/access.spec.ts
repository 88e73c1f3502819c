import type { Attachment } from '../../src/exchange/ports/message.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TestBrowser } from '../support/test-browser.js';
import { pngOf } from '../support/picture-writer.js';
import { TestApp } from '../support/test-app.js';
import { OPEN } from './access-matrix/api.js';

const PUBLIC = OPEN.map((route) => route.split(' ')[1] ?? '');

const PICTURE: Attachment = { name: 'ảnh chụp.png', contentType: 'image/png', content: pngOf() };

describe('who may go where', () => {
  let app: TestApp;
  let ticket: TicketEntity;
  const people = new Map<string, TestBrowser>();

  const as = (username: string): TestBrowser => people.get(username)!;
  const statusFor = async (username: string, path: string): Promise<number> =>
    (await as(username).get(path)).statusCode;

  beforeAll(async () => {
    app = await TestApp.open();
    for (const username of ['vanthu', 'ngoc', 'thang', 'luc', 'khanh', 'giamsat', 'quantri']) {
      people.set(username, await app.browserOf(username));
    }
    ticket = await app.receive({}, [PICTURE]);
    await as('vanthu').get(`/phieu/${ticket.id}`);
    await as('vanthu').post(`/phieu/${ticket.id}/giao`, { unitId: 'gdtrh', officerId: 'ngoc' });
  });
  afterAll(() => app.close());

  it('asks everybody to sign in first, on every route but the open ones', async () => {
    const closed = (await app.routes()).filter(({ url }) => !PUBLIC.includes(url) && !url.startsWith('/api/'));
    expect(closed.length).toBeGreaterThan(25);
    for (const { url } of closed.filter(({ method }) => method === 'GET')) {
      const path = url.replace(/:\w+/gu, '1');
      const answer = await app.browser().get(path);
      expect([path, answer.statusCode, String(answer.headers.location).split('?')[0]]).toEqual([
        path,
        303,
        '/dang-nhap',
      ]);
    }
  });

  it('does nothing for somebody unknown, even with a token', async () => {
    for (const { url } of (await app.routes()).filter(
      ({ method, url }) => method === 'POST' && !PUBLIC.includes(url) && !url.startsWith('/api/'),
    )) {
      const path = url.replace(/:\w+/gu, ticket.id);
      const browser = app.browser();
      await browser.get('/dang-nhap');
      const answer = await browser.post(path);
      expect([path, answer.statusCode, String(answer.headers.location).split('?')[0]]).toEqual([
        path,
        303,
        '/dang-nhap',
      ]);
    }
  });

  it('comes back after signing in to the page that was asked for', async () => {
    const answer = await app.browser().get('/so-van-ban/di?nam=2026');
    expect(answer.headers.location).toBe(`/dang-nhap?next=${encodeURIComponent('/so-van-ban/di?nam=2026')}`);
  });

  it.each([
    ['ngoc', 200],
    ['thang', 200],
    ['vanthu', 200],
    ['khanh', 200],
    ['giamsat', 200],
    ['luc', 404],
    ['quantri', 403],
  ])('shows %s the ticket of a unit with status %i', async (username, status) => {
    expect(await statusFor(username, `/phieu/${ticket.id}`)).toBe(status);
  });

  it("keeps a foreign unit's ticket out of lists, search and preview", async () => {
    for (const path of ['/', '/tim-kiem?tim=hoc+them', `/?phieu=${ticket.id}`]) {
      expect((await as('luc').get(path)).body).not.toContain(ticket.code);
    }
    expect((await as('ngoc').get('/tim-kiem?tim=hoc+them')).body).toContain(ticket.code);
  });

  it("refuses acts on a foreign unit's ticket as if it were not there", async () => {
    const machine = { accept: 'application/json', referer: '' };
    await as('luc').get('/');
    const token = /name="_csrf" value="([^"]+)"/u.exec((await as('luc').get('/')).body)![1]!;
    for (const act of ['nhan', 'du-thao', 'giao', 'tien-do']) {
      const body = new URLSearchParams({
        _csrf: token,
        unitId: 'nui-voi',
        officerId: 'luc',
        text: 'một ghi chú đủ dài',
        audience: 'hotline',
        field: 'progress',
      });
      const answer = await as('luc').send(`/phieu/${ticket.id}/${act}`, body, machine);
      expect([act, answer.statusCode]).toEqual([act, 404]);
    }
  });

  it.each([
    ['/trao-doi', { vanthu: 200, khanh: 200, giamsat: 200, ngoc: 403, thang: 403, quantri: 200 }],
    ['/tin-loi', { vanthu: 200, khanh: 200, giamsat: 200, ngoc: 403, thang: 403, quantri: 403 }],
    ['/trao-doi/doi-chieu', { vanthu: 200, khanh: 200, giamsat: 200, ngoc: 403, thang: 403, quantri: 200 }],
    ['/so-van-ban/den', { vanthu: 200, khanh: 200, giamsat: 200, ngoc: 200, luc: 200, quantri: 403 }],
    ['/so-van-ban/theo-doi', { vanthu: 200, ngoc: 200, quantri: 403 }],
    ['/trinh-ky', { vanthu: 200, ngoc: 200, khanh: 200, quantri: 403 }],
    ['/an-toan', { quantri: 200, vanthu: 403, ngoc: 403, khanh: 403, giamsat: 403 }],
    ['/', { vanthu: 200, quantri: 200 }],
    ['/khong-co-trang-nay', { vanthu: 404 }],
  ])('opens %s by what a person is', async (path, expected) => {
    for (const [username, status] of Object.entries(expected)) {
      expect([username, await statusFor(username, path)]).toEqual([username, status]);
    }
  });

  it.each(['vanthu', 'ngoc', 'thang', 'khanh', 'giamsat', 'quantri'])(
    'offers %s no link that does not open, in the bar, in the menu, or on a page behind them',
    async (username) => {
      const linksOf = ({ body }: { body: string }): readonly string[] =>
        [...body.matchAll(/<a [^>]*href="(\/[^"#]*)/gu)].map(([, href = '']) => href.replaceAll('&amp;', '&'));
      const opened = new Map<string, number>();
      const shut: string[] = [];
      const open = async (path: string, from: string): Promise<readonly string[]> => {
        if (opened.has(path)) return [];
        const answer = await as(username).get(path);
        opened.set(path, answer.statusCode);
        if (answer.statusCode >= 400) shut.push(`${from} → ${path}: ${answer.statusCode}`);
        return linksOf(answer);
      };
      const places = await open('/', 'the address');
      const behind: (readonly [string, string])[] = [];
      for (const place of places) behind.push(...(await open(place, '/')).map((link) => [link, place] as const));
      for (const [link, place] of behind) await open(link, place);
      expect(shut).toEqual([]);
      expect(opened.size).toBeGreaterThan(20);
    },
  );

  it('answers a page’s address cut short with a page, never with nothing', async () => {
    const prefixes = (await app.routes())
      .filter(
        ({ method, url }) => method === 'GET' && !/\.|^\/(?:api|open311|tep|soap|health|danh-gia|tra-loi)/u.test(url),
      )
      .flatMap(({ url }) => {
        const parts = url.split('/').slice(1);
        return parts.slice(0, -1).map((_, at) => `/${parts.slice(0, at + 1).join('/')}`);
      })
      .filter((path) => !path.includes(':'));
    const nowhere: string[] = [];
    for (const path of new Set(prefixes)) {
      const statuses = [await statusFor('vanthu', path), await statusFor('quantri', path)];
      if (statuses.every((status) => status === 404)) nowhere.push(path);
    }
    expect(nowhere).toEqual([]);
  });

  it('lets nobody but the registry release', async () => {
    for (const username of ['ngoc', 'khanh', 'giamsat']) {
      await as(username).get('/');
      const answer = await as(username).post('/phat-hanh/1');
      const page = await as(username).follow(answer);
      expect(page.body).toContain('Việc này thuộc chức năng hoặc đơn vị khác');
    }
  });

  it('hands a file out only with its ticket, as an attachment in a sandbox', async () => {
    const page = await as('ngoc').get(`/phieu/${ticket.id}`);
    const [href] = /\/tep\/van-ban\/[^"]+/u.exec(page.body)!;
    const file = await as('ngoc').get(href);
    expect(file.statusCode).toBe(200);
    expect(file.rawPayload).toEqual(PICTURE.content);
    expect(file.headers).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="_nh ch_p.png"; filename*=UTF-8''%E1%BA%A3nh%20ch%E1%BB%A5p.png`,
    });
    expect(await statusFor('luc', href)).toBe(404);
  });

  it('never hands out the hotline’s own form, which names the sender', async () => {
    const { body } = await as('vanthu').get(`/phieu/${ticket.id}`);
    expect(body).not.toContain('phan-anh.json');
    expect(body.match(/\/tep\/van-ban\//gu)).toHaveLength(1);
  });

  it('puts out at once who is made inactive', async () => {
    const browser = await app.browserOf('luc');
    await app.dismiss('luc');
    expect((await browser.get('/')).headers.location).toBe('/dang-nhap');
  });
});
