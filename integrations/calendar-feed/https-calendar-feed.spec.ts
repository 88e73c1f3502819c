import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { serverCertificate } from '../../test/support/server-certificate.js';
import { GuardedAddresses } from '../guarded-addresses.js';
import { HttpsCalendarFeed } from './https-calendar-feed.js';

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';
const LOOPBACK = ['127.0.0.1', '::1'];

/** What the server does at each path. */
const PATHS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/lich.ics': (response) => response.end(CALENDAR),
  '/chuyen.ics': (response) => response.writeHead(302, { location: '/lich.ics' }).end(),
  '/hong.ics': (response) => response.writeHead(503).end(),
  '/lon.ics': (response) => response.end('x'.repeat(1_000_001)),
  '/im-lang.ics': () => undefined,
  '/nho-giot.ics': (response) => {
    response.write('BEGIN');
  },
};

describe('a calendar feed over https', () => {
  const { key, cert } = serverCertificate('localhost', '127.0.0.1');
  const asked: IncomingMessage[] = [];
  let server: Server;
  let host: string;

  beforeAll(async () => {
    server = createServer({ key, cert }, (request, response) => {
      asked.push(request);
      const answer = PATHS[request.url ?? ''];
      if (answer === undefined) response.writeHead(404).end();
      else answer(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    host = `localhost:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => asked.splice(0));

  const feed = (rules: { readonly hosts?: readonly string[]; readonly privateAddresses?: readonly string[] } = {}) =>
    new HttpsCalendarFeed({ hosts: [host], privateAddresses: LOOPBACK, ca: cert, timeLimitMs: 500, ...rules });

  it('gives the bytes at an address of a listed host, asking for no compression', async () => {
    expect(Buffer.from(await feed().fetch(`https://${host}/lich.ics`)).toString()).toBe(CALENDAR);
    expect(asked.map(({ headers }) => [headers.accept, headers['accept-encoding']])).toEqual([
      ['text/calendar', 'identity'],
    ]);
  });

  it.each([
    ['redirects', '/chuyen.ics', OutsideRefused, /chuyển sang địa chỉ khác/],
    ['has nothing there', '/khong-co.ics', OutsideRefused, /trả lời 404/],
    ['is too large', '/lon.ics', OutsideRefused, /lớn hơn 1 MB/],
    ['is broken', '/hong.ics', OutsideUnavailable, /trả lời 503/],
    ['says nothing', '/im-lang.ics', OutsideUnavailable, /chưa trả lời/],
    ['never comes to an end', '/nho-giot.ics', OutsideUnavailable, /chưa trả lời/],
  ])('gives nothing of what %s', async (_flaw, path, kind, sentence) => {
    const fetched = feed().fetch(`https://${host}${path}`);
    await expect(fetched).rejects.toBeInstanceOf(kind);
    await expect(fetched).rejects.toThrow(sentence);
  });

  it('holds the certificate against the authorities it knows', async () => {
    const stranger = new HttpsCalendarFeed({ hosts: [host], privateAddresses: LOOPBACK, timeLimitMs: 500 });
    await expect(stranger.fetch(`https://${host}/lich.ics`)).rejects.toBeInstanceOf(OutsideUnavailable);
    expect(asked).toEqual([]);
  });

  it.each([
    ['a host that is not listed', 'https://lich.example/lich.ics', /lich\.example chưa có trong danh sách/],
    ['a listed host at another port', 'https://localhost/lich.ics', /localhost chưa có trong danh sách/],
    ['plain http', 'http://localhost/lich.ics', /bắt đầu bằng https/],
    ['a file', 'file:///etc/passwd', /bắt đầu bằng https/],
    ['an account in the address', 'https://a:b@localhost/lich.ics', /không kèm tài khoản/],
    ['no address', 'lich.ics', /bắt đầu bằng https/],
  ])('never calls %s', async (_what, address, sentence) => {
    await expect(feed().fetch(address)).rejects.toThrow(sentence);
    expect(asked).toEqual([]);
  });

  it.each([
    ['a name that stands for an address inside', 'localhost'],
    ['an address inside', '127.0.0.1'],
  ])('never calls %s unless it is listed', async (_what, name) => {
    const inside = `${name}:${host.split(':')[1]}`;
    const guarded = feed({ hosts: [inside], privateAddresses: ['10.0.0.0/8'] });
    await expect(guarded.fetch(`https://${inside}/lich.ics`)).rejects.toThrow(/địa chỉ nội bộ (127\.0\.0\.1|::1)/);
    expect(asked).toEqual([]);
    await feed({ hosts: [inside], privateAddresses: ['127.0.0.0/8', '::1'] }).fetch(`https://${inside}/lich.ics`);
    expect(asked).toHaveLength(1);
  });
});

describe('addresses that may be called', () => {
  const guard = new GuardedAddresses(['10.1.0.0/16', 'fd00::7']);

  it.each([
    ['public', ['8.8.8.8', '2404:6800:4005::1'], true],
    ['listed', ['10.1.2.3', 'fd00::7', '::ffff:10.1.2.3'], true],
    ['of our own network', ['10.2.0.1', '192.168.1.1', '172.16.0.1', '172.31.255.255', 'fd00::8'], false],
    ['of this machine', ['127.0.0.1', '127.9.9.9', '0.0.0.0', '::1', '::', '::ffff:127.0.0.1', '::ffff:7f00:1'], false],
    ['of the cloud that a machine lives in', ['169.254.169.254', 'fe80::1'], false],
    ['IPv4 in other clothes', ['64:ff9b::a00:1', '2002:a00:1::', '::10.2.0.1'], false],
    ['no address at all', ['localhost', ''], false],
  ])('are those that are %s', (_what, addresses, expected) => {
    expect(addresses.map((address) => guard.mayCall(address))).toEqual(addresses.map(() => expected));
  });
});
