import { readdirSync } from 'node:fs';
import type { LightMyRequestResponse } from 'fastify';
import { OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { sha256Of } from '../../src/kernel/sha256.js';
import { Database } from '../../src/platform/database/database.js';
import { Log } from '../../src/platform/telemetry/log.js';
import { BeginReply, WorkOnTicket } from '../../src/tickets/index.js';
import { STATIC_ROOTS } from '../../src/web/index.js';
import type { TestBrowser } from '../support/test-browser.js';
import { LettersOf } from '../support/letters-of.js';
import { pngOf } from '../support/picture-writer.js';
import { FEEDBACK, TestApp } from '../support/test-app.js';
import { TlsProxy } from '../support/tls-proxy.js';
import { PASSWORD } from '../support/test-people.js';

const PUBLIC_HOST = 'hoi-am.haiphong.gov.vn';
const PEOPLE = ['vanthu', 'ngoc', 'quantri'] as const;

/** What a request alone writes: its session, that somebody has a draft open, in the journal who read what of people, that a row can be written, and how often somebody calls who calls much. */
const WRITTEN_BY_REQUESTS = ['session', 'draft_presence', 'journal_entry', 'journal_head', 'job_slot', 'call_count'];

/** Every table with a hash of all that stands in it. */
async function contents(app: TestApp): Promise<Record<string, string>> {
  const { manager } = app.nest.get(Database).reader;
  const tables = new Set(manager.dataSource.entityMetadatas.map(({ tableName }) => tableName));
  const found: Record<string, string> = {};
  for (const name of [...tables].sort().filter((table) => !WRITTEN_BY_REQUESTS.includes(table))) {
    found[name] = sha256Of(JSON.stringify(await manager.query(`select * from "${name}"`)));
  }
  return found;
}

describe('every answer', () => {
  let app: TestApp;
  const people = new Map<string, TestBrowser>();
  const answers: { readonly who: string; readonly path: string; readonly answer: LightMyRequestResponse }[] = [];
  /** What the app wrote into its log meanwhile. */
  const logged: string[] = [];
  let before: Record<string, string>;
  let after: Record<string, string>;

  beforeAll(async () => {
    const log = new Log('debug', { write: (line) => logged.push(line) });
    app = await TestApp.open({}, { adapters: new Map([[Log, log]]) });
    const ticket = await app.receive({}, [{ name: 'ảnh.png', contentType: 'image/png', content: pngOf() }]);
    const letters = new LettersOf(() => app);
    await letters.assign(ticket.id, 'gdtrh', 'ngoc');
    const officer = await letters.actor('ngoc');
    await app.nest.get(WorkOnTicket).accept(officer, ticket.id);
    const draft = await app.nest.get(BeginReply).begin(officer, ticket.id);
    await app.work();
    for (const username of PEOPLE) people.set(username, await app.browserOf(username));
    const clerk = await app.browserOf('vanthu');
    const places = (await app.routes()).filter(({ method }) => method === 'GET').map(({ url }) => url);
    people.set('nobody', app.browser());
    before = await contents(app);
    for (const place of new Set(places)) {
      const path = place.replace(/:\w+/gu, place.startsWith('/du-thao') ? draft : ticket.id);
      for (const [who, browser] of people) answers.push({ who, path, answer: await browser.get(path) });
      const unknown = place.replace(/:\w+/gu, 'khong-co');
      if (place.includes(':')) answers.push({ who: 'vanthu', path: unknown, answer: await clerk.get(unknown) });
    }
    after = await contents(app);
  }, 120_000);
  afterAll(() => app.close());

  const those = (wrong: (answer: LightMyRequestResponse) => boolean): string[] =>
    answers.filter(({ answer }) => wrong(answer)).map(({ who, path }) => `${who} ${path}`);

  it('comes without a failure of ours, from pages that there are', () => {
    expect(answers.filter(({ answer }) => answer.statusCode === 200).length).toBeGreaterThan(100);
    expect(those(({ statusCode }) => statusCode >= 500 && statusCode !== 503)).toEqual([]);
  });

  it('carries the headers that keep a browser from guessing, framing and telling others', () => {
    const policy = (answer: LightMyRequestResponse): string => String(answer.headers['content-security-policy']);
    expect(those((answer) => !policy(answer).includes("default-src 'none'"))).toEqual([]);
    expect(those((answer) => /unsafe-|\*|data:|https?:/u.test(policy(answer)))).toEqual([]);
    expect(those((answer) => !/frame-ancestors 'none'|sandbox/u.test(policy(answer)))).toEqual([]);
    expect(those(({ headers }) => headers['x-content-type-options'] !== 'nosniff')).toEqual([]);
    expect(
      those(({ headers }) => !['same-origin', 'no-referrer'].includes(String(headers['referrer-policy']))),
    ).toEqual([]);
    expect(those(({ headers }) => headers['cross-origin-opener-policy'] !== 'same-origin')).toEqual([]);
    expect(those(({ headers }) => headers['x-powered-by'] !== undefined || headers.server !== undefined)).toEqual([]);
  });

  it('is kept by no cache, refusals and redirects included, but what everybody may read, which must be asked for anew', () => {
    const forAll = answers.filter(({ answer: { headers } }) => headers['cache-control'] === 'public, no-cache');
    expect(forAll.filter(({ path }) => !path.startsWith('/cong-khai/'))).toEqual([]);
    const rest = ({ headers }: LightMyRequestResponse): boolean => headers['cache-control'] !== 'public, no-cache';
    expect(those((answer) => rest(answer) && !String(answer.headers['cache-control']).includes('no-store'))).toEqual(
      [],
    );
  });

  it('says in which type and letters it is written', () => {
    const typed = ({ headers, payload }: LightMyRequestResponse): boolean =>
      payload === '' || /^(?:text|application|image)\/[\w.+-]+/u.test(String(headers['content-type']));
    expect(those((answer) => !typed(answer))).toEqual([]);
    const spelled = ({ headers }: LightMyRequestResponse): boolean =>
      !String(headers['content-type']).startsWith('text/html') ||
      /charset=utf-8/iu.test(String(headers['content-type']));
    expect(those((answer) => !spelled(answer))).toEqual([]);
  });

  it('to a question changes nothing in the database', () => {
    expect(Object.keys(before).length).toBeGreaterThan(60);
    expect(Object.keys(after).filter((table) => after[table] !== before[table])).toEqual([]);
  });

  it('leaves no line in the log that names a citizen, repeats their words, or holds a password or a session', async () => {
    app.transport.notTaken.set('status', new OutsideUnavailable('hệ thống quản lý văn bản bận'));
    await app.receive({ subject: 'Phiếu thứ hai' });
    app.transport.notTaken.clear();
    await people.get('vanthu')?.get('/khong-co/0900000142?ten=B%C3%B9i+V%C4%83n+Kh%E1%BA%A3i');
    const { name, phone = '', email = '' } = FEEDBACK.sender;
    const cookies = [...people.values()].flatMap((browser) => [...browser.cookies.values()]);
    const planted = [
      name,
      phone,
      phone.replace(/ /gu, ''),
      email,
      FEEDBACK.text,
      FEEDBACK.subject,
      PASSWORD,
      ...cookies,
    ];
    expect(logged.map((line) => (JSON.parse(line) as { readonly event: string }).event)).toEqual(
      expect.arrayContaining(['exchange.received', 'outbox.failed']),
    );
    for (const words of planted) expect(logged.filter((line) => line.includes(words))).toEqual([]);
  });

  it('puts no session, token or password into an address', () => {
    const secrets = [...people.values()].flatMap((browser) => [...browser.cookies.values()]).concat(PASSWORD);
    const tokens = answers.flatMap(({ answer }) => /name="_csrf" value="([^"]+)"/u.exec(answer.body)?.[1] ?? []);
    expect(tokens.length).toBeGreaterThan(50);
    const planted = [...new Set([...secrets, ...tokens])];
    const addresses = answers.flatMap(({ answer }) => [
      answer.headers.location ?? '',
      ...[...answer.body.matchAll(/(?:href|action|src)="([^"]*)"/gu)].map(([, address = '']) => address),
    ]);
    const told = [...new Set(addresses)].filter((address) => planted.some((secret) => address.includes(secret)));
    expect(told).toEqual([]);
  });

  it('that is a refusal leaves a line in the log: whom, which route, and why', () => {
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    const refused = lines.filter(({ event, status }) => event === 'access.refused' && status === 403);
    const seen = answers.filter(({ answer }) => answer.statusCode === 403);
    expect(refused.length).toBe(seen.length);
    expect(refused).toContainEqual(
      expect.objectContaining({ by: 'ngoc', method: 'GET', route: '/an-toan', code: 'http-403' }),
    );
    expect(lines).toContainEqual(expect.objectContaining({ event: 'access.refused', by: 'quantri', status: 404 }));
  });

  it('to an address that no server understands carries the headers too', async () => {
    const answer = await app.inject({ method: 'GET', url: '/%zz' });
    expect(answer.statusCode).toBe(400);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
    expect(answer.body).not.toContain('%zz');
  });

  it('to the sign-in page sets one cookie, hidden from scripts and from other sites', async () => {
    const { cookies } = await app.browser().get('/dang-nhap');
    expect(cookies).toMatchObject([{ name: 'sid', httpOnly: true, sameSite: 'Lax', path: '/' }]);
    expect(cookies[0]).not.toHaveProperty('domain');
  });

  it('gives out no file of the program but styles, scripts, pictures and fonts', async () => {
    for (const path of [
      '/.git/config',
      '/.env',
      '/package.json',
      '/assets/',
      '/assets/app/',
      '/assets/app/../../main.js',
      '/assets/app/public-site.controller.js',
    ]) {
      const { statusCode } = await app.browser().get(path);
      expect([path, [403, 404].includes(statusCode)]).toEqual([path, true]);
    }
    for (const path of [
      '/assets/app/css/%2e%2e/%2e%2e/%2e%2e/web.module.ts',
      '/assets/app/js/..%2f..%2f..%2fweb.module.ts',
    ]) {
      expect((await app.browser().get(path)).statusCode).toBeGreaterThanOrEqual(400);
    }
    const served = STATIC_ROOTS.flatMap(({ directory }) =>
      readdirSync(directory, { recursive: true, encoding: 'utf8' }),
    );
    expect(served.filter((name) => /\.tsx?$/u.test(name))).toEqual([]);
    const server = (await app.http()).getHttpAdapter().getInstance();
    for (const method of ['TRACE', 'PUT', 'OPTIONS'] as const)
      expect([method, server.hasRoute({ method, url: '/' })]).toEqual([method, false]);
  });

  it('to an act from another site is no, though cookie and token are right', async () => {
    const clerk = await app.browserOf('vanthu');
    await clerk.get('/');
    const seen = /name="_csrf" value="([^"]+)"/u.exec((await clerk.get('/')).body)?.[1] ?? '';
    const leave = async (headers: Record<string, string>): Promise<number> =>
      (await clerk.send('/dang-xuat', new URLSearchParams({ _csrf: seen }), headers)).statusCode;
    expect(await leave({ origin: 'https://ke-xau.example', accept: 'application/json' })).toBe(403);
    expect(await leave({ 'sec-fetch-site': 'cross-site', accept: 'application/json' })).toBe(403);
    expect(await leave({ origin: 'http://hoi-am.local', 'sec-fetch-site': 'same-origin' })).toBe(303);
  });
});

describe('in production, behind a proxy that ends TLS', () => {
  let app: TestApp;
  let proxy: TlsProxy;
  beforeAll(async () => {
    app = await TestApp.open({
      NODE_ENV: 'production',
      SESSION_SECRET: 'cB9fQ2xk7LmZ0pVtY4sWn8RdHj3GuEa6',
      E_OFFICE_URL: 'https://e-office.haiphong.gov.vn/eoffice/v1',
      E_OFFICE_PASSWORD: 'vR4nLq8Tz2',
      CALLBACK_PASSWORD: 'kM7wXc3Bp9',
      DATABASE_URL: 'mssql://hoi-am:Tz2vR4nLq8@sql.haiphong.gov.vn:1433/hoi_am',
      TRUST_ANCHORS: '/etc/hoi-am/anchors.pem',
      HOI_AM_PUBLIC_URL: `https://${PUBLIC_HOST}`,
      HOI_AM_PROXIES: '127.0.0.1',
    });
    proxy = await TlsProxy.before(PUBLIC_HOST, await app.listen());
  });
  afterAll(async () => {
    await proxy.close();
    await app.close();
  });

  it('browsers are told to come by TLS only', async () => {
    const { headers } = await proxy.send('GET', '/dang-nhap');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{8,}/u);
  });

  it('every cookie is bound to this host and goes by TLS only, before and after signing in', async () => {
    const door = await proxy.send('GET', '/dang-nhap');
    const [session = ''] = door.headers['set-cookie'] ?? [];
    const form = new URLSearchParams({ username: 'vanthu', password: PASSWORD, next: '/' });
    form.set('_csrf', /name="_csrf" value="([^"]+)"/u.exec(door.body)?.[1] ?? '');
    const cookie = session.split(';')[0] ?? '';
    const inside = await proxy.send('POST', '/dang-nhap', { cookie, form: form.toString() });
    expect(inside.status).toBe(303);
    const cookies = [session, ...(inside.headers['set-cookie'] ?? [])];
    expect(cookies.length).toBeGreaterThan(2);
    for (const one of cookies) {
      expect(one).toMatch(/^__Host-/u);
      expect(one.split('; ')).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']));
      expect(one).not.toContain('Domain');
    }
    expect(inside.headers['set-cookie']?.find((one) => one.startsWith('__Host-sid='))).not.toContain(cookie);
  });

  it('nobody gets a session who does not come by TLS', async () => {
    const { headers } = await app.browser().get('/dang-nhap');
    expect(headers['set-cookie']).toBeUndefined();
  });
});
