import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  crlAt,
  extension,
  type Holder,
  keyUsage,
  type ListWish,
  ocspAt,
  ocspResponse,
  purposes,
  revocationList,
} from '../../../../test/support/test-authority/certificates.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import { explicit, implicit, integer, sequence, time } from '../../../../test/support/test-authority/der-writer.js';
import { preparedLetter, signAsLeader, SIGNED_AT } from '../../../../test/support/test-authority/letter.js';
import { type Verification, type VerificationOptions, verifyPdf } from '../verification/verify-pdf.js';

const NOW = new Date('2026-06-01T00:00:00Z');
const LIST = 'http://ca.example/sub.crl';
const RESPONDER = 'http://ca.example/ocsp';
const LATER = new Date('2026-04-01T00:00:00Z');
let testAuthority: TestAuthority;
let asked: Holder;
beforeAll(() => {
  testAuthority = openTestAuthority();
  asked = testAuthority.signer({ extensions: [keyUsage('digitalSignature'), crlAt(LIST), ocspAt(RESPONDER)] });
});

const stampBy = (authority: Holder) => (bytes: Buffer) =>
  timestampToken(bytes, { authority, chain: [testAuthority.sub], at: SIGNED_AT });
const letter = (signer = asked, stamper?: Holder): Buffer =>
  signAsLeader(preparedLetter(), {
    signer,
    chain: [testAuthority.sub],
    ...(stamper ? { cms: { timestamp: stampBy(stamper) } } : {}),
  });
const verify = (options: Partial<VerificationOptions>, pdf = letter()): Verification =>
  verifyPdf(pdf, { anchors: [testAuthority.root.der], crls: [], now: NOW, ...options });
const byList = (wish: ListWish, pdf?: Buffer): string =>
  verify({ crls: [revocationList(testAuthority.sub, wish)] }, pdf).verdict;

/** IssuingDistributionPoint with these parts. */
const point = (...parts: readonly Buffer[]): ListWish => ({
  extensions: [extension('2.5.29.28', sequence(...parts), true)],
});
const named = (url: string): Buffer => explicit(0, explicit(0, implicit(6, Buffer.from(url))));
const yes = Buffer.from([0xff]);

describe('rule 51: what a list of revocations says', () => {
  it.each<readonly [string, string, ListWish]>([
    ['a whole list settles it', 'valid', {}],
    [
      'a list of changes only, even when it does not say so as it must',
      'unknown',
      { extensions: [extension('2.5.29.27', integer(1))] },
    ],
    ['a list for authorities only', 'unknown', point(implicit(2, yes))],
    ['a list for users only', 'valid', point(implicit(1, yes))],
    ['a list for some reasons only', 'unknown', point(implicit(3, Buffer.from([1, 0x40])))],
    ['a list of several authorities’ certificates', 'unknown', point(implicit(4, yes))],
    ['a list for another place', 'unknown', point(named('http://ca.example/other.crl'))],
    ['a list for the place that the certificate names', 'valid', point(named(LIST))],
    ['a list with a rule that nobody here knows', 'unknown', { extensions: [extension('1.2.3.4', integer(1), true)] }],
  ])('%s: %s', (_rule, verdict, wish) => {
    expect(byList(wish)).toBe(verdict);
  });

  it('is silence about a certificate that ended, unless the list remembers', () => {
    const until = new Date('2026-03-20T00:00:00Z');
    const ended = testAuthority.signer({ notAfter: until, extensions: [keyUsage('digitalSignature'), crlAt(LIST)] });
    const pdf = letter(ended);
    const remembering = extension('2.5.29.60', time(new Date('2026-01-01T00:00:00Z'), 'generalized'));

    expect(byList({ thisUpdate: LATER }, pdf)).toBe('unknown');
    expect(byList({ thisUpdate: LATER, extensions: [remembering] }, pdf)).toBe('valid');
    expect(byList({ thisUpdate: LATER, revoked: [{ serial: ended.serial, at: LATER }] }, pdf)).toBe('invalid');
  });

  it('counts from the day since which the key is not to be believed', () => {
    const pdf = letter(asked, testAuthority.stamper);
    const since = new Date('2026-03-10T00:00:00Z');

    expect(byList({ revoked: [{ serial: asked.serial, at: LATER, reason: 1 }] }, pdf)).toBe('valid');
    expect(byList({ revoked: [{ serial: asked.serial, at: LATER, reason: 1, since }] }, pdf)).toBe('invalid');
  });

  it.each([
    ['without a reason', undefined, 'unknown'],
    ['because its key was stolen', 1, 'unknown'],
    ['because another followed it', 4, 'valid'],
  ])('leaves of a timestamp authority revoked later %s what RFC 3161 leaves', (_rule, reason, verdict) => {
    const stamper = testAuthority.signer({
      extensions: [keyUsage('digitalSignature'), purposes(true, '1.3.6.1.5.5.7.3.8'), crlAt(LIST)],
    });
    const entry = { serial: stamper.serial, at: LATER, ...(reason === undefined ? {} : { reason }) };
    expect(byList({ revoked: [entry] }, letter(asked, stamper))).toBe(verdict);
  });
});

describe('rule 51: what a responder says (OCSP)', () => {
  const times = { at: SIGNED_AT, until: NOW };
  const responder = (): Holder =>
    testAuthority.signer({ extensions: [keyUsage('digitalSignature'), purposes(false, '1.3.6.1.5.5.7.3.9')] });

  it.each([
    ['good', 'valid'],
    ['revoked', 'invalid'],
    ['unknown', 'unknown'],
  ] as const)('%s: %s', (status, verdict) => {
    expect(verify({ ocsps: [ocspResponse(asked, testAuthority.sub, { status, ...times })] }).verdict).toBe(verdict);
  });

  it('counts from whom the authority named, while it did not revoke him', () => {
    const named = responder();
    const ocsps = [ocspResponse(asked, testAuthority.sub, { status: 'good', ...times, responder: named })];
    const ended = { nextUpdate: new Date('2026-03-10T00:00:00Z') };
    const crl = revocationList(testAuthority.sub, { ...ended, revoked: [{ serial: named.serial, at: LATER }] });

    expect(verify({ ocsps }).verdict).toBe('valid');
    expect(verify({ ocsps, crls: [crl] }).verdict).toBe('unknown');
  });

  it('is nothing under a condition that nobody here knows', () => {
    const extensions = [extension('1.2.3.4', integer(1), true)];
    expect(
      verify({ ocsps: [ocspResponse(asked, testAuthority.sub, { status: 'good', ...times, extensions })] }).verdict,
    ).toBe('unknown');
  });
});

describe('what is said ahead of time', () => {
  const minutesAhead = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
  const listOf = (minutes: number): Partial<VerificationOptions> => ({
    crls: [revocationList(testAuthority.sub, { thisUpdate: minutesAhead(minutes) })],
  });
  const answerOf = (minutes: number): Partial<VerificationOptions> => ({
    ocsps: [
      ocspResponse(asked, testAuthority.sub, { status: 'good', at: minutesAhead(minutes), until: minutesAhead(9000) }),
    ],
  });

  it.each<[string, () => Partial<VerificationOptions>, string]>([
    ['a list, as far as clocks may differ', () => listOf(5), 'valid'],
    ['a list, beyond that', () => listOf(6), 'unknown'],
    ['an answer, as far as clocks may differ', () => answerOf(5), 'valid'],
    ['an answer, beyond that', () => answerOf(6), 'unknown'],
    ['a list, beyond that, asked about a time before', () => ({ ...listOf(6), at: SIGNED_AT }), 'unknown'],
    ['a list of now, asked about a time before', () => ({ ...listOf(0), at: SIGNED_AT }), 'valid'],
  ])('%s', (_what, options, verdict) => {
    expect(verify(options()).verdict).toBe(verdict);
  });

  it('revokes all the same', () => {
    const revoked = [{ serial: asked.serial, at: SIGNED_AT }];
    expect(byList({ thisUpdate: minutesAhead(9000), revoked })).toBe('invalid');
  });
});

describe('what is to be asked', () => {
  it('is every list and responder that a certificate names, each once', () => {
    const { wantedCrls, wantedOcsps } = verify({});
    expect(wantedCrls).toEqual([LIST]);
    expect(wantedOcsps.map(({ url }) => url)).toEqual([RESPONDER]);
  });

  it('is asked again until something was said after a proven time of signing', () => {
    const stamped = letter(asked, testAuthority.stamper);
    const before = verify({ crls: [revocationList(testAuthority.sub)] }, stamped);
    const since = verify({ crls: [revocationList(testAuthority.sub, { thisUpdate: LATER })] }, stamped);
    const claimed = verify({ crls: [revocationList(testAuthority.sub, { thisUpdate: LATER })] });

    expect([before.verdict, before.wantedCrls]).toEqual(['valid', [LIST]]);
    expect([since.verdict, since.wantedCrls]).toEqual(['valid', []]);
    expect([claimed.verdict, claimed.wantedCrls]).toEqual(['valid', [LIST]]);
  });

  it('stays open by old evidence where the verifier can ask, and nothing proves when it was signed', () => {
    const crls = [revocationList(testAuthority.sub, { nextUpdate: new Date('2026-03-25T00:00:00Z') })];
    const asking = { crls, demandsCurrent: true };

    expect(verify({ crls }).verdict).toBe('valid');
    expect(verify(asking).verdict).toBe('unknown');
    expect(verify(asking, letter(asked, testAuthority.stamper)).verdict).toBe('valid');
  });
});
