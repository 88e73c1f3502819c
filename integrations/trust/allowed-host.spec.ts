import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { OutsideRefused, OutsideUnavailable } from '../../src/kernel/outside-failure.js';
import { AllowedHosts } from './allowed-host.js';

const WANTED = { what: 'danh sách', refusal: 'CRL-HOST', maxBytes: 1000 };

describe('a host that is asked for revocations', () => {
  let server: Server;
  let port: string;
  const asked: (string | undefined)[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url);
      if (request.url === '/chuyen') response.writeHead(302, { location: '/crl' }).end();
      else if (request.url === '/hong') response.writeHead(500).end();
      else response.end('x'.repeat(request.url === '/lon' ? 1001 : 1000));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = String((server.address() as AddressInfo).port);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  beforeEach(() => asked.splice(0));

  it('answers from a host that is listed, this machine included where it is called so', async () => {
    const list = await new AllowedHosts([`127.0.0.1:${port}`]).fetch(`http://127.0.0.1:${port}/crl`, WANTED);
    expect(list.length).toBe(1000);
  });

  it.each([
    ['leads elsewhere', '/chuyen', /trả lời 302/],
    ['is broken', '/hong', /trả lời 500/],
    ['says too much', '/lon', /quá lớn/],
  ])('is not followed where it %s', async (_what, path, sentence) => {
    const got = new AllowedHosts([`127.0.0.1:${port}`]).fetch(`http://127.0.0.1:${port}${path}`, WANTED);
    await expect(got).rejects.toThrow(OutsideUnavailable);
    await expect(got).rejects.toThrow(sentence);
    expect(asked).toEqual([path]);
  });

  /** However a certificate writes it, a browser's reading of the address decides. */
  it.each([
    'http://127.0.0.1/crl',
    'http://2130706433/crl',
    'http://0177.0.0.1/crl',
    'http://0x7f.1/crl',
    'http://127.1/crl',
    'http://１２７.0.0.1/crl',
    'http://[::1]/crl',
    'http://[::ffff:127.0.0.1]/crl',
    'http://[::ffff:7f00:1]/crl',
    'http://169.254.169.254/latest/meta-data/',
    'http://0xa9fea9fe/latest/meta-data/',
    'http://0.0.0.0/crl',
    'http://crl.example@127.0.0.1/crl',
    'http://127.0.0.1#crl.example/',
    'http://crl.example.ke-xau.example/crl',
    'http://crl。example.ke-xau.example/crl',
    'https://crl.example:8443/crl',
    'ftp://crl.example/crl',
    'file:///etc/passwd',
    'gopher://crl.example/crl',
    'crl.example/crl',
  ])('is nobody at %s', async (url) => {
    await expect(new AllowedHosts(['crl.example']).fetch(url, WANTED)).rejects.toThrow(OutsideRefused);
  });

  it.each(['http://169.254.169.254/x', 'http://0.0.0.0/x', 'http://[fe80::1]/x', 'http://224.0.0.1/x'])(
    'is no server at %s, though it is listed',
    async (url) => {
      const hosts = [new URL(url).host];
      await expect(new AllowedHosts(hosts).fetch(url, WANTED)).rejects.toThrow(OutsideRefused);
    },
  );
});
