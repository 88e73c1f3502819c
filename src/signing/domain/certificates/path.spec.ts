import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  authorityExtension,
  type CertificateWish,
  crlAt,
  extension,
  type Holder,
  issue,
  keyUsage,
  nameOf,
  purposes,
  revocationList,
} from '../../../../test/support/test-authority/certificates.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import { sequence } from '../../../../test/support/test-authority/der-writer.js';
import { preparedLetter, signAsLeader, SIGNED_AT } from '../../../../test/support/test-authority/letter.js';
import { type Verification, verifyPdf } from '../verification/verify-pdf.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const SHARED = { name: nameOf('Cấp dưới chung'), label: 'shared' };
let testAuthority: TestAuthority;
let other: TestAuthority;
beforeAll(() => {
  testAuthority = openTestAuthority();
  other = openTestAuthority('Nhà khác');
});

/** One authority's key, certified by the given issuer. */
const certified = (issuer: Holder, wish: Partial<CertificateWish> = {}): Holder =>
  issue({ ...SHARED, issuer, extensions: [authorityExtension(0), keyUsage('keyCertSign', 'cRLSign')], ...wish });
const listed = {
  extensions: [authorityExtension(0), keyUsage('keyCertSign', 'cRLSign'), crlAt('http://ca.example/root.crl')],
};
const judge = (chain: readonly Holder[], crls: readonly Buffer[] = []): Verification => {
  const [first] = chain;
  const signer = testAuthority.signer({ issuer: first ?? testAuthority.sub });
  const pdf = signAsLeader(preparedLetter(), { signer, chain });
  return verifyPdf(pdf, { anchors: [testAuthority.root.der, other.root.der], crls, now: NOW });
};

describe('paths over cross certificates (RFC 5280, 6.1)', () => {
  const ended = { notAfter: new Date('2026-01-01T00:00:00Z') };

  it.each<readonly [string, string, () => Verification]>([
    [
      'one that ended beside a sound one',
      'valid',
      () => judge([certified(testAuthority.root, ended), certified(other.root)]),
    ],
    ['the sound one first', 'valid', () => judge([certified(other.root), certified(testAuthority.root, ended)])],
    ['both ended', 'invalid', () => judge([certified(testAuthority.root, ended), certified(other.root, ended)])],
    [
      'one of which nothing is known beside a sound one',
      'valid',
      () => judge([certified(testAuthority.root, listed), certified(other.root)]),
    ],
    ['one of which nothing is known alone', 'unknown', () => judge([certified(testAuthority.root, listed)])],
  ])('%s: %s', (_rule, verdict, act) => {
    expect(act().verdict).toBe(verdict);
  });

  it('one that was revoked does not harm who has another, and harms who has none', () => {
    const revoked = certified(testAuthority.root, listed);
    const crls = [
      revocationList(testAuthority.root, {
        revoked: [{ serial: revoked.serial, at: new Date('2026-02-01T00:00:00Z') }],
      }),
    ];

    expect(judge([revoked, certified(other.root)], crls).verdict).toBe('valid');
    expect(judge([revoked], crls).verdict).toBe('invalid');
  });
});

describe('an anchor that does not say that it is an authority (RFC 5280, 6.1)', () => {
  const byAnchor = (extensions: readonly Buffer[]): string => {
    const anchor = issue({ name: nameOf('Gốc cũ'), extensions });
    const pdf = signAsLeader(preparedLetter(), { signer: testAuthority.signer({ issuer: anchor }) });
    return verifyPdf(pdf, { anchors: [anchor.der], crls: [], now: NOW }).verdict;
  };

  it.each([
    ['and says nothing else', [], 'valid'],
    ['and may sign certificates', [keyUsage('keyCertSign')], 'valid'],
    ['and may sign documents only, as a person', [keyUsage('digitalSignature')], 'invalid'],
    ['but that it is none', [extension('2.5.29.19', sequence(), true)], 'invalid'],
  ])('%s: %s', (_rule, extensions, verdict) => {
    expect(byAnchor(extensions)).toBe(verdict);
  });
});

describe('who may stamp times (RFC 3161, 2.3)', () => {
  const TIME = '1.3.6.1.5.5.7.3.8';

  it.each([
    ['for nothing else, critical', [keyUsage('digitalSignature'), purposes(true, TIME)], 'valid'],
    ['not critical', [keyUsage('digitalSignature'), purposes(false, TIME)], 'unknown'],
    ['for mail as well', [keyUsage('digitalSignature'), purposes(true, TIME, '1.3.6.1.5.5.7.3.4')], 'unknown'],
    ['with a key that enciphers', [keyUsage('keyEncipherment'), purposes(true, TIME)], 'unknown'],
  ])('%s: %s', (_rule, extensions, verdict) => {
    const authority = testAuthority.signer({ extensions });
    const timestamp = (bytes: Buffer): Buffer =>
      timestampToken(bytes, { authority, chain: [testAuthority.sub], at: SIGNED_AT });
    const pdf = signAsLeader(preparedLetter(), {
      signer: testAuthority.leader,
      chain: [testAuthority.sub],
      cms: { timestamp },
    });
    expect(verifyPdf(pdf, { anchors: [testAuthority.root.der], crls: [], now: NOW }).verdict).toBe(verdict);
  });
});
