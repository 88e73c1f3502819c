import { DOMParser } from '@xmldom/xmldom';
import { parse } from 'csv-parse/sync';
import { IsNull } from 'typeorm';
import { DispatchEntity } from '../../src/exchange/persistence/exchange.entities.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { RouteRules } from '../../src/platform/http/route-rules.js';
import { CountFigures } from '../../src/publication/index.js';
import { CitizenLookUp, DecidePublication, PublicCounts, RequestPublication } from '../../src/tickets/index.js';
import { TicketPublicationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketRatingLinkEntity } from '../../src/tickets/persistence/rating.entities.js';
import { DAY, LifeOfATicket, PARTIES } from '../support/life-of-a-ticket.js';
import { FEEDBACK } from '../support/test-app.js';
import type { TestBrowser } from '../support/test-browser.js';
import { textOf } from '../support/web-visitor.js';

const { officer, supervisor, leader } = PARTIES;
const SITE = '/cong-khai';
const TITLE = 'Dừng dạy thêm trong giờ chính khóa';
const TEXT = 'Nhà trường đã dừng việc dạy thêm trong giờ chính khóa và trả lại toàn bộ tiền đã thu.';
const REASON = 'Đơn vị đề nghị viết lại cho rõ hơn.';
/** Of the sender as the tests know them: no public door may hand any of it out, in whatever form. */
const PRIVATE = [
  'Bùi Văn Khải',
  'Khải',
  '0900 000 142',
  '0900000142',
  'khai.bv@example.com',
  FEEDBACK.text,
  FEEDBACK.subject,
];
const WHERE_RESULTS_STAND = ['/ket-qua', '/ket-qua/1', '/rss.xml', '/du-lieu/ket-qua.csv', '/du-lieu/ket-qua.json'];

let life: LifeOfATicket;
/** The address that went out with the answer. */
let ratingPath: string;
beforeAll(async () => {
  life = await LifeOfATicket.begin(undefined, { HOI_AM_PUBLIC_URL: 'https://hoi-am.example' });
  await life.answered();
  const [told] = await life.rows.findBy(DispatchEntity, { status: '06' });
  ratingPath = /https:\/\/hoi-am\.example(\/danh-gia\/[\w-]{32}) /u.exec(told?.description ?? '')?.[1] ?? '';
});
afterAll(() => life.end());

const read = (path: string, headers: Record<string, string> = {}) =>
  life.app.inject({ method: 'GET', url: `${SITE}${path}`, headers });

describe('results on the public site', () => {
  it('are none before anything was approved, and the site says so', async () => {
    expect(textOf((await read('/ket-qua')).body)).toContain('Chưa có kết quả nào được công khai');
    expect((await read('/ket-qua/1')).statusCode).toBe(404);
    expect((await read('')).headers.location).toBe(`${SITE}/ket-qua`);
  });

  it('stand at once where two have approved them: list, page, feed and files', async () => {
    await life.set({ category: 'schoolSafety' });
    const wish = { title: TITLE, text: TEXT, left: [], consent: false };
    await life.get(RequestPublication).request(officer, life.id, wish);
    const { id } = await life.rows.findOneByOrFail(TicketPublicationEntity, { ticketId: life.id, approved: IsNull() });
    await life.get(DecidePublication).approve(supervisor, life.id, id);
    await life.app.work();
    expect((await read('/ket-qua')).body).not.toContain(TITLE);
    await life.get(DecidePublication).approve(leader, life.id, id);
    await life.app.work();
    for (const path of WHERE_RESULTS_STAND) {
      const { statusCode, body } = await read(path);
      expect([path, statusCode, body.includes(TITLE), body.includes(TEXT)]).toEqual([path, 200, true, true]);
    }
  });

  it('are files and feeds that others can read', async () => {
    const [row] = parse<Record<string, string>>((await read('/du-lieu/ket-qua.csv')).body, {
      bom: true,
      columns: true,
    });
    expect(row).toMatchObject({ so: '1', tieu_de: TITLE, linh_vuc: 'Bạo lực, an toàn trường học' });
    const json = (await read('/du-lieu/dau-moi.json')).json<{ fields: { name: string }[]; records: object[] }>();
    expect(json.records).toContainEqual(
      expect.objectContaining({ ho_ten: expect.stringContaining('Nguyễn Thị Hồng Ngọc') as unknown }),
    );
    expect(json.fields.map(({ name }) => name)).toEqual(Object.keys(json.records[0] ?? {}));
    const feed = new DOMParser().parseFromString((await read('/rss.xml')).body, 'text/xml');
    const link = feed.getElementsByTagName('guid').item(0);
    expect(link?.textContent).toBe('https://hoi-am.example/cong-khai/ket-qua/1');
    expect((await read('/du-lieu/khac.csv')).statusCode).toBe(404);
  });

  it('are kept by copies that must ask, and are not sent twice to a reader that has them', async () => {
    const { headers } = await read('/ket-qua');
    expect(headers['cache-control']).toBe('public, no-cache');
    const again = await read('/ket-qua', { 'if-none-match': String(headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(headers['set-cookie']).toBeUndefined();
  });

  it('are gone at once when somebody takes them back, with a plain word at their place', async () => {
    const watcher = await life.app.browserOf('giamsat');
    expect((await watcher.get('/cong-bo')).body).toContain(TITLE);
    await watcher.get('/cong-bo/1');
    const refused = await watcher.follow(await watcher.post('/cong-bo/1/go', { reason: 'ngắn' }));
    expect(refused.body).toContain('Ghi lý do gỡ');
    const done = await watcher.follow(await watcher.post('/cong-bo/1/go', { reason: REASON }));
    expect(textOf(done.body)).toContain(`Lý do ${REASON}`);
    const gone = await read('/ket-qua/1');
    expect([gone.statusCode, textOf(gone.body).includes('Nội dung này đã được gỡ')]).toEqual([410, true]);
    for (const path of WHERE_RESULTS_STAND) {
      const { body } = await read(path);
      expect([path, body.includes(TITLE), body.includes(REASON)]).toEqual([path, false, false]);
    }
  });
});

describe('a sender without an account', () => {
  const ask = async (visitor: TestBrowser, ma: string, so: string) => {
    await visitor.get(`${SITE}/tra-cuu`);
    return visitor.post(`${SITE}/tra-cuu`, { ma, so });
  };

  it.each([
    ['the sender is to be hidden', {}],
    ['a unit is complained of', { keepSecret: false, complainedUnitId: 'nui-voi' }],
    ['it is a denunciation', { keepSecret: false, complainedUnitId: null, nature: 'denunciation' }],
  ] as const)('is told of no ticket where %s, as if there were none', async (_why, change) => {
    await life.set(change);
    const { code } = await life.now();
    const { statusCode, body } = await ask(life.app.browser(), code, '0142');
    expect([statusCode, textOf(body).includes('Tình trạng'), textOf(body).includes('gọi 1022 để hỏi')]).toEqual([
      ...[404, false, true],
    ]);
  });

  it('is told of no ticket about conduct before somebody has said which unit it is about, or that it is about none', async () => {
    await life.set({ nature: 'feedback', keepSecret: false, complainedUnitId: null });
    const found = async () => (await life.get(CitizenLookUp).ask((await life.now()).code, '0142')).found;
    expect(await found()).toBeNull();
    await life.set({ aboutNoUnitAt: life.app.clock.now() });
    expect(await found()).not.toBeNull();
  });

  it('sees where the own ticket stands by its code and the end of the telephone', async () => {
    const aboutNoUnitAt = life.app.clock.now();
    await life.set({ nature: 'feedback', keepSecret: false, complainedUnitId: null, aboutNoUnitAt });
    const { code, hotlineCode } = await life.now();
    for (const typed of [code, code.toLowerCase(), hotlineCode ?? '']) {
      const { statusCode, body } = await ask(life.app.browser(), typed, '0142');
      expect([statusCode, textOf(body).includes('Tình trạng Đã trả lời')]).toEqual([200, true]);
      expect(textOf(body)).not.toContain('Giáo dục Trung học');
    }
    expect(await life.journalled('publication.lookUp')).toBe(3);
  });

  it('is told the same for a wrong code as for a wrong telephone, and made to wait after some', async () => {
    const { code } = await life.now();
    const visitor = life.app.browser();
    const told = (body: string, typed: string): string =>
      body.replaceAll(typed, '').replaceAll(/name="_csrf" value="[^"]+"/gu, '');
    const wrongPhone = await ask(visitor, code, '9999');
    const wrongCode = await ask(visitor, 'PAKN.20260101.9999', '0142');
    expect([wrongPhone.statusCode, wrongCode.statusCode]).toEqual([404, 404]);
    expect(told(wrongPhone.body, code)).toBe(told(wrongCode.body, 'PAKN.20260101.9999'));
    for (const so of ['1111', '2222', '3333', '4444']) await ask(visitor, code, so);
    const slowed = await ask(visitor, code, '0142');
    expect([slowed.statusCode, slowed.headers['retry-after'], slowed.body.includes('Đã trả lời')]).toEqual([
      429,
      '5',
      false,
    ]);
  });

  it('cannot run one telephone along all codes, from one address or from many', async () => {
    const along = async (so: string, from: (guess: number) => string): Promise<number[]> => {
      const statuses: number[] = [];
      for (let guess = 0; guess < 22; guess += 1) {
        const payload = new URLSearchParams({ ma: `PAKN.20260101.${String(9100 + guess)}`, so }).toString();
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const call = { method: 'POST' as const, url: `${SITE}/tra-cuu`, headers, payload, remoteAddress: from(guess) };
        statuses.push((await life.app.inject(call)).statusCode);
      }
      return statuses;
    };
    const looked = Array<number>(20).fill(404);
    expect(await along('7777', () => '198.51.100.9')).toEqual([...looked, 429, 429]);
    expect(await along('8888', (guess) => `198.51.100.${String(10 + guess)}`)).toEqual([...looked, 422, 422]);
  });

  it('needs no session for it, which nobody else’s page can use', async () => {
    const url = `${SITE}/tra-cuu`;
    const form = { method: 'POST', url, payload: 'ma=x&so=0001' } as const;
    const type = { 'content-type': 'application/x-www-form-urlencoded' };
    const foreign = { ...type, origin: 'https://ke-xau.example', 'sec-fetch-site': 'cross-site' };
    const drawn = await life.app.inject({ method: 'GET', url });
    const posted = await life.app.inject({ ...form, headers: type });
    const forged = await life.app.inject({ ...form, headers: foreign });
    const rated = await life.app.inject({ method: 'GET', url: ratingPath });
    expect([drawn, posted, forged, rated].map(({ statusCode }) => statusCode)).toEqual([200, 404, 403, 200]);
    expect([drawn, posted, rated].map(({ headers }) => headers['set-cookie'])).toEqual(Array(3).fill(undefined));
  });

  it('judges the answer by the link that came with it, once; the rated unit does not see it', async () => {
    const rated = textOf((await (await life.app.browserOf(officer.id)).get(`/phieu/${life.id}`)).body);
    expect([rated.includes('/danh-gia/…'), rated.includes(ratingPath)]).toEqual([true, false]);
    const visitor = life.app.browser();
    expect((await visitor.get(ratingPath)).statusCode).toBe(200);
    const refused = await visitor.post(ratingPath, { stars: '9', comment: '' });
    expect([refused.statusCode, refused.body.includes('Chọn số sao từ 1 đến 5.')]).toEqual([422, true]);
    const done = await visitor.post(ratingPath, { stars: '2', comment: 'Tôi là Bùi Văn Khải, trả lời còn chậm.' });
    expect([done.statusCode, done.headers.location]).toEqual([303, '/danh-gia/cam-on']);
    expect(await life.now()).toMatchObject({ rating: 2 });
    expect((await life.course()).map(({ title, text }) => `${title} ${text ?? ''}`).join()).not.toContain('Khải');
    for (const path of [ratingPath, `/danh-gia/${'a'.repeat(32)}`, '/danh-gia/x']) {
      const closed = await life.app.browser().get(path);
      expect([closed.statusCode, textOf(closed.body).includes('Liên kết này không còn dùng được')]).toEqual([
        404,
        true,
      ]);
    }
    const [link] = await life.rows.findBy(TicketRatingLinkEntity, { ticketId: life.id });
    expect(link).toMatchObject({ hash: sha256Of(ratingPath.slice('/danh-gia/'.length)), cycle: 1 });
  });
});

describe('figures on the public site', () => {
  it('are counted once a day, and show no mean of few judgements', async () => {
    expect(textOf((await read('/so-lieu')).body)).toContain('Số liệu đang được tổng hợp');
    const job = life.get(CountFigures);
    expect([await job.run(), await job.run()]).toEqual([true, false]);
    expect(textOf((await read('/so-lieu')).body)).toContain('03/2026 1 1 1 0 1 –');
    const csv = (await read('/du-lieu/so-lieu-thang.csv')).body;
    expect(csv.trim().split('\r\n')).toHaveLength(13);
  });
});

describe('counts for the public', () => {
  it('leave out what may not be spoken of', async () => {
    const counted = async () => (await life.get(PublicCounts).ofMonth('2026-03')).map(({ received }) => received);
    expect(await counted()).toEqual([1]);
    for (const nature of ['denunciation', 'stateSecret'] as const) {
      await life.set({ nature });
      expect([nature, await counted()]).toEqual([nature, []]);
    }
    await life.set({ nature: 'feedback' });
  });
});

describe('every public door', () => {
  it('hands out nothing private, for any key and to any caller', async () => {
    life.app.clock.advance(2 * DAY);
    const { id, code, hotlineCode } = await life.now();
    const doors = life
      .get(RouteRules)
      .all()
      .filter(({ rule }) => rule === 'public');
    expect(doors.length).toBeGreaterThan(15);
    const visitor = life.app.browser();
    const told: string[] = [];
    for (const { method, path } of doors) {
      for (const key of [
        '1',
        id,
        code,
        hotlineCode ?? '',
        'ket-qua.csv',
        'ket-qua.json',
        'dau-moi.csv',
        'so-lieu-thang.json',
      ]) {
        const url = path.replaceAll(/:\w+/gu, encodeURIComponent(key));
        await visitor.get('/dang-nhap');
        const answer =
          method === 'GET'
            ? await visitor.get(url)
            : await visitor.post(url, { ma: key, so: '0142', stars: '5', username: key, password: key });
        expect([url, answer.statusCode]).not.toEqual([url, 500]);
        const said = `${answer.body} ${JSON.stringify(answer.headers)}`;
        for (const words of PRIVATE) if (said.includes(words)) told.push(`${method} ${url} tells ${words}`);
      }
    }
    expect(told).toEqual([]);
  });
});
