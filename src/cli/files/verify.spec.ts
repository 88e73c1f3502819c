import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openTestAuthority, type TestAuthority } from '../../../test/support/test-authority/authority.js';
import { crlAt, keyUsage, revocationList } from '../../../test/support/test-authority/certificates.js';
import { preparedLetter, signAsLeader } from '../../../test/support/test-authority/letter.js';
import { runVerify } from './verify.js';

const clock = { now: () => new Date('2026-06-01T00:00:00Z') };
let directory: string;
let authority: TestAuthority;
const path = (name: string): string => join(directory, name);
const pem = (label: string, der: Buffer): string =>
  `-----BEGIN ${label}-----\n${der.toString('base64').replace(/.{64}/gu, '$&\n')}\n-----END ${label}-----\n`;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'verify-'));
  authority = openTestAuthority();
  const other = openTestAuthority('Khác');
  const listed = authority.signer({ extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/crl')] });
  const files: Readonly<Record<string, Buffer | string>> = {
    'trust.pem': pem('CERTIFICATE', other.root.der) + pem('CERTIFICATE', authority.root.der),
    'root.der': authority.root.der,
    'crl.pem': pem('X509 CRL', revocationList(authority.sub)),
    'broken.pem': 'no certificate',
    'signed.pdf': signAsLeader(preparedLetter(), { signer: authority.leader, chain: [authority.sub] }),
    'listed.pdf': signAsLeader(preparedLetter(), { signer: listed, chain: [authority.sub] }),
    'unsigned.pdf': preparedLetter(),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(path(name), content);
});
afterAll(() => rm(directory, { recursive: true }));

describe('hoi-am verify', () => {
  it('answers one JSON object a file, in exactly these fields', async () => {
    const { exitCode, lines } = await runVerify([path('signed.pdf'), '--trust', path('trust.pem'), '--json'], clock);

    expect(exitCode).toBe(0);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        file: path('signed.pdf'),
        accept: true,
        verdict: 'valid',
        reasons: [{ code: 'revocation-not-declared', message: expect.any(String) as unknown }],
        signatures: [
          {
            field: 'ChuKyLanhDao',
            signer: 'Đỗ Quốc Khánh',
            signedAt: '2026-03-18T09:26:41+07:00',
            verdict: 'valid',
            reasons: [{ code: 'revocation-not-declared', message: expect.any(String) as unknown }],
          },
        ],
      },
    ]);
  });

  it('says it in words without --json', async () => {
    const { lines } = await runVerify([path('unsigned.pdf'), path('signed.pdf'), '--trust', path('root.der')], clock);
    expect(lines[0]).toBe(`${path('unsigned.pdf')}: Chưa ký`);
    expect(lines).toContain('  ChuKyLanhDao: Đỗ Quốc Khánh, 09:26:41, 18/03/2026: Hợp lệ, mức PAdES B-B');
  });

  it.each([
    ['an unsigned file', 1, () => [path('unsigned.pdf'), '--trust', path('trust.pem')]],
    ['a good file beside a bad one', 1, () => [path('signed.pdf'), path('unsigned.pdf'), '--trust', path('trust.pem')]],
    ['no anchors', 1, () => [path('signed.pdf')]],
    ['integrity alone', 0, () => [path('signed.pdf'), '--integrity-only']],
    [
      'a time after the certificates ended',
      1,
      () => [path('signed.pdf'), '--trust', path('root.der'), '--at', '2031-01-01T00:00:00Z'],
    ],
    ['a list that is asked for', 1, () => [path('listed.pdf'), '--trust', path('root.der')]],
    ['a list that is given', 0, () => [path('listed.pdf'), '--trust', path('root.der'), '--crl', path('crl.pem')]],
    ['a file that is not there', 3, () => [path('gone.pdf'), path('signed.pdf'), '--trust', path('trust.pem')]],
    ['no file', 2, () => ['--json']],
    ['an unknown option', 2, () => [path('signed.pdf'), '--trusted', 'x']],
    ['a time that is none', 2, () => [path('signed.pdf'), '--at', 'hôm nay']],
    ['trust that is no certificate', 2, () => [path('signed.pdf'), '--trust', path('broken.pem')]],
    ['trust that is not there', 2, () => [path('signed.pdf'), '--trust', path('gone.pem')]],
    ['a list that is none', 2, () => [path('signed.pdf'), '--crl', path('broken.pem')]],
  ])('ends with the right status for %s', async (_rule, status, args) => {
    const { exitCode, lines, messages } = await runVerify([...args(), '--json'], clock);
    expect(exitCode).toBe(status);
    expect(status === 2 ? lines : []).toEqual([]);
    expect(messages.length > 0).toBe(status >= 2);
  });
});
