import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { Server, ServerOptions } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { OutsideUnavailable } from '../../../src/kernel/outside-failure.js';
import { serverCertificate } from '../../../test/support/server-certificate.js';
import { agentFor, LineSecurityError, lookupFor, readLineFiles } from './line-security.js';
import type { LineFiles } from './line-security.js';
import { ACK, aClient, envelope, OK } from './client/soap-client.fixture.js';

const folder = mkdtempSync(join(tmpdir(), 'line-'));
const server = serverCertificate('localhost');
const other = serverCertificate('máy-khác.example');
const client = serverCertificate('hoi-am');
const file = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const CA = file('ca.pem', server.cert);
const CERT = file('client.pem', client.cert);
const KEY = file('client.key', client.key);
const PFX = join(folder, 'client.pfx');
execFileSync('openssl', ['pkcs12', '-export', '-in', CERT, '-inkey', KEY, '-out', PFX, '-passout', 'pass:mật khẩu']);

const running: Server[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) {
    one.closeAllConnections();
    await new Promise((resolve) => one.close(resolve));
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What the server learnt of each caller that came through. */
const callers: (string | undefined)[] = [];
beforeEach(() => callers.splice(0));

async function listen(options: ServerOptions): Promise<string> {
  const one = createServer({ ...server, ...options }, (request, response) => {
    callers.push((request.socket as TLSSocket).getPeerX509Certificate()?.subject);
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'text/xml' }).end(envelope(OK)));
  });
  await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
  running.push(one);
  return `https://localhost:${String((one.address() as AddressInfo).port)}/eoffice/v1`;
}

async function call(endpoint: string, files: LineFiles): Promise<unknown> {
  const soap = aClient(endpoint, { timeoutMs: 5_000, security: { tls: readLineFiles(files) } });
  try {
    return await soap.call('AcknowledgeMessage', ACK);
  } finally {
    soap.close();
  }
}

const strict: ServerOptions = { requestCert: true, rejectUnauthorized: true, ca: client.cert };

describe('a line by TLS', () => {
  it.each<[string, LineFiles]>([
    ['PEM files', { ca: CA, cert: CERT, key: KEY }],
    ['a PFX file with its password', { ca: CA, pfx: PFX, passphrase: 'mật khẩu' }],
  ])('shows our certificate to a server that asks for it, from %s', async (_what, files) => {
    expect(await call(await listen(strict), files)).toEqual({ receiptId: 'r-1' });
    expect(callers).toEqual([expect.stringContaining('CN=hoi-am')]);
  });

  it.each<[string, ServerOptions, LineFiles]>([
    ['that asks for a certificate we do not have', strict, { ca: CA }],
    ['of an authority that nobody named', {}, {}],
    ['with the name of another', other, { ca: file('other.pem', other.cert) }],
    [
      'that speaks TLS 1.1 at most',
      { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' },
      { ca: CA },
    ],
  ])('comes to nothing with a server %s', async (_what, options, files) => {
    const endpoint = await listen(options);
    // Not even where somebody has switched verification off for the whole process.
    // eslint-disable-next-line no-restricted-properties -- what an administrator may have set
    const { env } = process;
    env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';
    try {
      await expect(call(endpoint, files)).rejects.toBeInstanceOf(OutsideUnavailable);
    } finally {
      delete env['NODE_TLS_REJECT_UNAUTHORIZED'];
    }
    expect(callers).toEqual([]);
  });

  it.each<[string, LineFiles, string]>([
    ['a certificate without its key', { cert: CERT }, 'cần cả chứng thư và khóa'],
    ['a key that is not there', { cert: CERT, key: join(folder, 'x') }, 'không đọc được tệp'],
    ['a key of another certificate', { cert: CERT, key: file('server.key', server.key) }, 'không khớp nhau'],
    ['a wrong password', { pfx: PFX, passphrase: 'sai' }, 'không khớp nhau'],
  ])('is not begun with %s', (_what, files, sentence) => {
    expect(() => readLineFiles(files)).toThrow(LineSecurityError);
    expect(() => readLineFiles(files)).toThrow(sentence);
  });
});

describe('where a line leads', () => {
  it('is a listed host and no other', () => {
    expect(() => agentFor(new URL('https://e-office.example/'), 1, { hosts: ['khác.example'] })).toThrow(TypeError);
    expect(() => agentFor(new URL('https://e-office.example:8443/'), 1, { hosts: ['e-office.example'] })).toThrow(
      TypeError,
    );
    agentFor(new URL('https://e-office.example/'), 1, { hosts: ['e-office.example'] }).destroy();
  });

  it.each(['http://169.254.169.254/', 'http://0.0.0.0/', 'http://[fe80::1]/', 'http://224.0.0.1/'])(
    'is never %s',
    (address) => {
      expect(() => agentFor(new URL(address), 1)).toThrow(TypeError);
    },
  );

  it.each([
    ['is not this machine under a name that seems to be another', 'e-office.example', /e-office\.example stands for/u],
    ['is this machine when the endpoint says so', 'localhost', /^none$/u],
  ])('%s', async (_what, name, refusal) => {
    const lookup = lookupFor(name);
    const refused = await new Promise((resolve) => {
      lookup('localhost', {}, (error) => resolve(error?.message ?? 'none'));
    });
    expect(refused).toMatch(refusal);
  });
});
