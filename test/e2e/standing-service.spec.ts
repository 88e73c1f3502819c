import { MAX_FIELDS } from '../../src/platform/http/bodies/bound-fields.js';
import { MAX_PARTS } from '../../src/platform/http/bodies/posted-file.js';
import { Database } from '../../src/platform/database/database.js';
import { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { SessionEntity } from '../../src/platform/sessions/session.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { TestApp, type Route } from '../support/test-app.js';
import { PASSWORD } from '../support/test-people.js';

/** A form of more parts than any of ours, and far fewer bytes. */
const MANY_PARTS = Buffer.from(
  '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n'.repeat(MAX_PARTS + 1) + '--x--\r\n',
);
/** A field more than a form may have. */
const MANY_FIELDS = Array.from({ length: MAX_FIELDS + 1 }, (_, at) => `a${String(at)}=1`);
const FORM = 'application/x-www-form-urlencoded';
const TYPES = [
  'multipart/form-data; boundary=x',
  'Multipart/Form-Data; Boundary=x',
  'MULTIPART/FORM-DATA;boundary="x"',
];

/** Routes whose forms bring files; every other refuses such a form unread. The last is for those who hold an address that was given out. */
const WITH_FILES = [
  '/api/v1/documents/:document/annexes',
  '/api/v1/incoming-documents',
  '/api/v1/tickets/:ticket/acts/:act',
  '/bang-phan-cong/nhap',
  '/du-thao/:id/nop-word',
  '/du-thao/:id/phu-luc',
  '/giam-sat/phieu/:id/ghi-nhan',
  '/kho-tin-cay/them',
  '/kiem-tra-chu-ky',
  '/kiem-tra-the-thuc',
  '/lich-lam-viec/tep',
  '/mau-van-ban/:kind',
  '/nhap-phieu',
  '/phieu-moi',
  '/phieu/:id/tai-lieu',
  '/phieu/:id/tien-do',
  '/quan-triet/:id/pho-bien',
  '/quan-triet/:id/sua',
  '/quan-triet/soan',
  '/so-van-ban/:book/tiep-quan',
  '/so-van-ban/sao',
  '/tham-quyen-ky',
  '/tham-quyen-ky/xem',
  '/to-chuc/nguoi/nhap',
  '/to-chuc/nhap',
  '/trao-doi/dang-cho/:seq/da-toi',
  '/trinh-ky/:id/dua-len',
  '/trinh-ky/:id/dua-phu-luc',
  '/van-ban-den/moi',
  '/van-ban-di/:id/dua-lai',
  '/tham-quyen-quyet-dinh',
  '/tra-loi/:token',
];

let app: TestApp;

beforeAll(async () => {
  app = await TestApp.open();
});
afterAll(() => app.close());

const addressOf = ({ url }: Route): string => url.replaceAll(/:\w+/gu, 'x');

describe('a form of hundreds of parts', () => {
  const written = async (): Promise<readonly Route[]> => (await app.routes()).filter(({ method }) => method !== 'GET');

  const post = async (route: Route, type: string, headers: Record<string, string> = {}): Promise<number> => {
    // Of one address only so many calls a minute are read.
    const remoteAddress = `10.0.0.${String(TYPES.indexOf(type) + 2)}`;
    const call = { method: route.method, url: addressOf(route), payload: MANY_PARTS, remoteAddress };
    return (await app.inject({ ...call, headers: { 'content-type': type, ...headers } })).statusCode;
  };

  it.each(TYPES)('as %s is read of no stranger, on no route', async (type) => {
    const taken: string[] = [];
    const refused: string[] = [];
    for (const route of await written()) {
      const status = await post(route, type);
      if (status === (route.url === '/tra-loi/:token' ? 404 : 401)) refused.push(route.url);
      else if (status !== 415) taken.push(`${route.method} ${route.url}: ${String(status)}`);
    }
    expect(taken).toEqual([]);
    expect(refused.toSorted()).toEqual(WITH_FILES.toSorted());
  });

  it('is refused of a member of staff on routes that are not theirs before it is read, and as too large on those that are', async () => {
    const officer = await app.browserOf('ngoc');
    const cookie = [...officer.cookies].map((pair) => pair.join('=')).join('; ');
    const [type = ''] = TYPES;
    const at = (url: string): Promise<number> => post({ method: 'POST', url }, type, { cookie });
    expect([await at('/to-chuc/nhap'), await at('/kiem-tra-chu-ky')]).toEqual([403, 413]);
  });
});

describe('a stranger', () => {
  const rows = (): Promise<number> => app.nest.get(Database).reader.manager.count(SessionEntity);

  it('leaves no session behind by opening pages, and signs in from the page that was opened', async () => {
    const before = await rows();
    for (let visit = 0; visit < 20; visit += 1)
      for (const page of ['/dang-nhap', '/dang-nhap/ma', '/cong-khai', '/khong-co', '/phieu'])
        await app.browser().get(page);
    await app.browser().post('/dang-nhap', { username: 'ngoc', password: 'sai' });
    expect(await rows()).toBe(before);

    const browser = app.browser();
    const signedIn = await browser.signIn('ngoc');
    expect([signedIn.statusCode, signedIn.headers.location]).toEqual([303, '/']);
    expect((await browser.get('/')).statusCode).toBe(200);
    expect(await rows()).toBe(before + 1);
  });

  it.each([
    [415, 'a compressed form', { 'content-type': FORM, 'content-encoding': 'gzip' }],
    [413, 'a form of too many fields', { 'content-type': FORM }],
    [413, 'JSON of too many values', { 'content-type': 'application/json' }],
    [415, 'XML', { 'content-type': 'text/xml' }],
    [415, 'an envelope', { 'content-type': 'Application/SOAP+XML; charset=utf-8' }],
  ])('is answered %d at each door for %s', async (status, _what, headers) => {
    const payload = headers['content-type'] === FORM ? MANY_FIELDS.join('&') : JSON.stringify(MANY_FIELDS);
    for (const url of ['/dang-nhap', '/phieu-moi', '/webhooks/hotline', '/api/v1/tickets/x/acts/accept'])
      expect((await app.inject({ method: 'POST', url, headers, payload })).statusCode).toBe(status);
  });

  it('signs nobody in by the form of another browser', async () => {
    const [mine, other] = [app.browser(), app.browser()];
    await mine.get('/dang-nhap');
    await other.get('/dang-nhap');
    const body = new URLSearchParams({ _csrf: other.token, username: 'ngoc', password: 'sai', next: '/' });
    expect((await mine.send('/dang-nhap', body)).statusCode).toBe(403);
  });

  it.each(['/.//example.com', '/x/..//example.com', '/%2e//example.com', '//example.com', '/\\example.com'])(
    'is led to no other site by next=%s',
    async (next) => {
      const browser = app.browser();
      await browser.get(`/dang-nhap?next=${encodeURIComponent(next)}`);
      const answer = await browser.post('/dang-nhap', { username: 'ngoc', password: PASSWORD, next });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/']);
    },
  );

  it('keeps no sender out of the look-up: wrong tries slow down the own address, and past many the whole number is asked for', async () => {
    const sender = { name: 'Lê Văn Bình', phone: '0912 000 555', email: '', keepSecret: false };
    const { id, code } = await app.receive({ sender });
    await app.nest
      .get(UnitOfWork)
      .run((tx) => tx.update(TicketEntity, { id }, { complainedUnitId: null, aboutNoUnitAt: app.clock.now() }));
    const ask = async (so: string, remoteAddress: string): Promise<number> => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const payload = new URLSearchParams({ ma: code, so }).toString();
      const call = { method: 'POST' as const, url: '/cong-khai/tra-cuu', headers, payload, remoteAddress };
      return (await app.inject(call)).statusCode;
    };
    const wrong = [];
    for (let guess = 0; guess < 8; guess += 1) wrong.push(await ask(String(1000 + guess), '198.51.100.1'));
    expect(wrong).toEqual([404, 404, 404, 404, 404, 429, 429, 429]);
    expect(await ask('0555', '203.0.113.7')).toBe(200);
    for (let guess = 0; guess < 16; guess += 1) await ask(String(2000 + guess), `198.51.100.${String(10 + guess)}`);
    expect([await ask('0555', '203.0.113.7'), await ask('0912000555', '203.0.113.7')]).toEqual([422, 200]);
    expect([await ask('0912000556', '203.0.113.8'), await ask('+84 912 000 555', '203.0.113.9')]).toEqual([404, 200]);
  });
});
