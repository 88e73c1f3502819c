import { once } from 'node:events';
import { createServer as createPlainServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer, type ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { doorChecks } from '../../src/cli/doctor/doctor-door.js';
import { probeDoor } from '../../src/bootstrap/doctor-probe.js';
import { AskedDoctor } from '../support/asked-doctor.js';
import { eOfficeAhead, type EOfficeAhead } from '../support/e-office-ahead.js';
import { PostOffice } from '../support/post-office.js';
import { serverCertificate } from '../support/server-certificate.js';
import { TestApp } from '../support/test-app.js';
import { TlsProxy } from '../support/tls-proxy.js';

const TEN_MINUTES = 600_000;

/** Mistakes of what stands outside, each planted, and what `hoi-am doctor --json` says of it; those of the directory of people: test/medium/directory-sync.spec.ts. */
describe('the doctor finds, outside,', () => {
  let doctor: AskedDoctor;
  let eOffice: EOfficeAhead;
  beforeAll(async () => {
    eOffice = await eOfficeAhead(0);
    doctor = await AskedDoctor.prepare(eOffice.rootPem);
  });
  afterAll(async () => {
    await eOffice.close();
    await doctor.close();
  });

  const addressOf = ({ url }: EOfficeAhead): string => `${url}/eoffice/v1`;

  it('nothing wrong with an e-office that answers', async () => {
    const right = { E_OFFICE_URL: addressOf(eOffice), E_OFFICE_PASSWORD: eOffice.password };
    expect(await doctor.wrong('e-office', right)).toEqual([]);
  });

  it('a wrong password, an address where nobody listens, and a wrong path', async () => {
    const url = addressOf(eOffice);
    const password = await doctor.wrong('e-office', { E_OFFICE_URL: url, E_OFFICE_PASSWORD: 'k8Tq2-sai-9zLp4' });
    expect(password).toEqual([expect.stringMatching(/không nhận tài khoản.*E_OFFICE_PASSWORD/u)]);
    const away = await doctor.wrong('e-office', {
      E_OFFICE_URL: 'http://127.0.0.1:1/',
      E_OFFICE_PASSWORD: eOffice.password,
    });
    expect(away).toEqual([expect.stringMatching(/Không nối được .*không có gì nghe ở cổng ấy.*E_OFFICE_URL/u)]);
    const path = await doctor.wrong('e-office', {
      E_OFFICE_URL: `${eOffice.url}/sai`,
      E_OFFICE_PASSWORD: eOffice.password,
    });
    expect(path).toEqual([expect.stringMatching(/E_OFFICE_URL/u)]);
  });

  it('a clock ten minutes off', async () => {
    const ahead = await eOfficeAhead(TEN_MINUTES);
    const wrong = await doctor.wrong('e-office', { E_OFFICE_URL: addressOf(ahead), E_OFFICE_PASSWORD: ahead.password });
    await ahead.close();
    expect(wrong).toEqual([expect.stringMatching(/đồng hồ.*lệch.*chrony/u)]);
  });

  it('a certificate of the e-office that nobody here trusts', async () => {
    const proxy = await TlsProxy.before('localhost', eOffice.url);
    const url = `https://localhost:${String(proxy.port)}/eoffice/v1`;
    const wrong = await doctor.wrong('e-office', { E_OFFICE_URL: url, E_OFFICE_PASSWORD: eOffice.password });
    await proxy.close();
    expect(wrong).toEqual([expect.stringMatching(/chứng thư.*E_OFFICE_CA/u)]);
  });

  it('a mail server that is away, that speaks no TLS, and that does not take the account', async () => {
    const away = await doctor.wrong('mail', { SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'hoi-am@so.gov.vn' });
    expect(away).toEqual([expect.stringMatching(/SMTP_URL/u)]);
    const office = new PostOffice();
    const port = String(await office.open({ onAuth: (_auth, _session, done) => done(new Error('no')) }));
    const open = await doctor.wrong('mail', { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'hoi-am@so.gov.vn' });
    expect(open).toEqual([expect.stringMatching(/STARTTLS.*SMTP_REQUIRE_TLS/u)]);
    const refused = await doctor.wrong('mail', {
      ...{
        SMTP_URL: `smtp://hoi-am:kq8ZtmLp27@127.0.0.1:${port}`,
        MAIL_FROM: 'hoi-am@so.gov.vn',
        SMTP_REQUIRE_TLS: '0',
      },
    });
    await office.close();
    expect(refused).toEqual([expect.stringMatching(/không nhận tài khoản.*SMTP_URL/u)]);
    expect(refused.join('')).not.toContain('kq8ZtmLp27');
  });
});

/** A proxy as an administrator sets it up, with one mistake. */
class MistakenProxy {
  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async before(
    app: TestApp,
    headers: Readonly<Record<string, string>>,
    secure: ServerOptions | null,
  ): Promise<MistakenProxy> {
    const answer = async (path: string, host: string): Promise<string> =>
      (await app.inject({ url: path, headers: { host, ...headers }, remoteAddress: '127.0.0.1' })).body;
    const listener = (from: IncomingMessage, to: ServerResponse): void => {
      void answer(from.url ?? '/', from.headers.host ?? '').then((body) => to.end(body));
    };
    const server = secure === null ? createPlainServer(listener) : createServer(secure, listener);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return new MistakenProxy(server, `${secure === null ? 'http' : 'https'}://localhost:${String(port)}`);
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }
}

describe('the doctor finds, at the public address,', () => {
  let app: TestApp;
  const { key, cert } = serverCertificate('localhost');
  beforeAll(async () => {
    app = await TestApp.open({ HOI_AM_PROXIES: '127.0.0.1' });
  });
  afterAll(() => app.close());

  const wrong = async (
    headers: Readonly<Record<string, string>>,
    { ca = [cert], now = new Date() }: { readonly ca?: readonly string[]; readonly now?: Date } = {},
  ): Promise<readonly string[]> => {
    const proxy = await MistakenProxy.before(app, headers, { key, cert });
    const here = () => Promise.resolve({ kind: 'ours', calledAt: '', certificateEnd: null } as const);
    const outside = () => probeDoor(proxy.url, ca);
    const checks = await doorChecks({
      now,
      port: '127.0.0.1:8022',
      publicUrl: proxy.url,
      isPublic: true,
      here,
      outside,
    });
    await proxy.close();
    return checks.filter(({ ok }) => !ok).map(({ check, message, mend }) => `${check}: ${message} ${mend}`);
  };

  it.each<readonly [what: string, headers: Readonly<Record<string, string>>, told: readonly RegExp[]]>([
    ['nothing where all is passed on', { 'x-forwarded-proto': 'https' }, []],
    ['a proxy that drops X-Forwarded-Proto', {}, [/^proxy: .*X-Forwarded-Proto.*HOI_AM_PROXIES/u]],
    [
      'a proxy that rewrites Host',
      { 'x-forwarded-proto': 'https', host: '127.0.0.1:8022' },
      [/^proxy: .*đổi tên máy \(Host\) thành 127\.0\.0\.1.*Host \$host/u],
    ],
  ])('%s', async (_what, headers, told) => {
    expect(await wrong(headers)).toEqual(told.map((one) => expect.stringMatching(one) as string));
  });

  it('a certificate that nobody trusts, and one that is about to end', async () => {
    const passed = { 'x-forwarded-proto': 'https' };
    expect(await wrong(passed, { ca: [] })).toEqual([
      expect.stringMatching(/^public-url: .*chứng thư.*update-ca-certificates/u),
    ]);
    expect(await wrong(passed, { now: new Date('2048-12-20T00:00:00Z') })).toEqual([
      expect.stringMatching(/^public-certificate: .*còn 12 ngày/u),
    ]);
  });

  it('an address where nobody is, or somebody else', async () => {
    const here = () => Promise.resolve({ kind: 'ours', calledAt: '', certificateEnd: null } as const);
    const at = async (publicUrl: string) =>
      (
        await doorChecks({
          now: new Date(),
          port: '',
          publicUrl,
          isPublic: true,
          here,
          outside: () => probeDoor(publicUrl),
        })
      )[1];
    expect(await at('https://127.0.0.1:1')).toMatchObject({
      ok: false,
      message: expect.stringContaining('không có gì nghe') as string,
    });
    expect(await at('https://khong-co.so-gddt.test')).toMatchObject({
      ok: false,
      message: expect.stringMatching(/DNS/u) as string,
    });
    const other = createPlainServer((_from, to) => to.writeHead(404).end('<html>')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    expect(await at(`http://127.0.0.1:${String(port)}`)).toMatchObject({
      ok: false,
      message: expect.stringMatching(/không phải phần mềm này/u) as string,
    });
    other.close();
  });
});
