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
import { type CmsWish, signCms, type StampWish, timestampToken } from '../../../../test/support/test-authority/cms.js';
import { nothing } from '../../../../test/support/test-authority/der-writer.js';
import {
  type LetterSigning,
  preparedLetter,
  signAsLeader,
  SIGNED_AT,
} from '../../../../test/support/test-authority/letter.js';
import { type Verification, type VerificationOptions, verifyPdf } from './verify-pdf.js';

let house: TestAuthority;
beforeAll(() => {
  house = openTestAuthority();
});

const judge = (pdf: Buffer, more: Partial<VerificationOptions> = {}): Verification =>
  verifyPdf(pdf, { anchors: [house.root.der], crls: [], now: new Date('2026-06-01T00:00:00Z'), ...more });
const codes = ({ reasons }: Verification): string[] => reasons.map(({ code }) => code);
const signed = (wish: Partial<LetterSigning> = {}): Buffer =>
  signAsLeader(preparedLetter(), { signer: house.leader, chain: [house.sub], ...wish });
const withCms = (cms: Partial<CmsWish>): Buffer => signed({ cms });
const by = (wish: Partial<CertificateWish>): Buffer => signed({ signer: house.signer(wish) });

describe('faults of the signature structure', () => {
  const rows: readonly (readonly [string, string, () => Buffer])[] = [
    ['two signers', 'cms-signer-count', () => withCms({ fault: 'twoSigners' })],
    ['no message digest', 'cms-message-digest-missing', () => withCms({ fault: 'noMessageDigest' })],
    ['another message digest', 'digest-mismatch', () => withCms({ fault: 'wrongMessageDigest' })],
    ['no content type', 'cms-content-type', () => withCms({ fault: 'noContentType' })],
    ['another content type', 'cms-content-type', () => withCms({ fault: 'wrongContentType' })],
    ['no signed attributes', 'cms-signed-attributes-missing', () => withCms({ fault: 'noSignedAttributes' })],
    ['an attribute twice', 'cms-attribute-twice', () => withCms({ fault: 'doubledAttribute' })],
    ['random bytes for a signature', 'signature-mismatch', () => withCms({ fault: 'wrongSignature' })],
    ['no certificate of the signer', 'cms-signer-certificate-missing', () => withCms({ fault: 'noCertificate' })],
    ['bytes hidden behind the structure', 'cms-malformed', () => withCms({ fault: 'bytesAfter' })],
    ['content of its own', 'cms-encapsulated', () => withCms({ content: Buffer.from('other content') })],
    ['another certificate named than used', 'signing-certificate-mismatch', () => withCms({ ess: house.agency })],
    ['CAdES without naming the certificate', 'signing-certificate-missing', () => withCms({ ess: 'none' })],
    ['SHA-1', 'algorithm-weak', () => withCms({ digest: 'sha1' })],
    ['RSA 1024', 'algorithm-weak', () => by({ kind: 'RSA-1024', label: 'weak' })],
    ['ECDSA 224', 'algorithm-weak', () => by({ kind: 'P-224' })],
    ['adbe.pkcs7.sha1', 'subfilter-refused', () => signed({ subFilter: 'adbe.pkcs7.sha1' })],
    ['adbe.x509.rsa_sha1', 'subfilter-refused', () => signed({ subFilter: 'adbe.x509.rsa_sha1' })],
    ['an unknown kind of signature', 'subfilter-refused', () => signed({ subFilter: 'Own.kind' })],
  ];
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.verdict).toBe('invalid');
    expect(codes(result)).toContain(code);
  });

  it('one flipped byte of what is signed', () => {
    const pdf = signed();
    const at = pdf.indexOf('25/3/2026');
    pdf.write('25/4/2026', at);
    expect(codes(judge(pdf))).toContain('digest-mismatch');
  });

  it('the signature of one letter in another', () => {
    const other = preparedLetter({ 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >>' });
    const first = signed();
    const taken = first.toString('latin1', first.indexOf('/Contents <') + 11).split('>')[0]!;
    const forged = signAsLeader(other, { signer: house.leader });
    forged.write(taken, forged.indexOf('/Contents <') + 11, 'latin1');
    expect(judge(forged).accept).toBe(false);
  });
});

describe('faults of trust', () => {
  const rows: readonly (readonly [string, string, string, () => Buffer])[] = [
    ['an unknown root', 'unknown', 'path-missing', () => signed({ signer: openTestAuthority('Lạ').leader })],
    [
      'a root of the same name with another key',
      'unknown',
      'path-missing',
      () => {
        const twin = openTestAuthority();
        return signed({ signer: twin.leader, chain: [twin.sub, twin.root] });
      },
    ],
    ['a missing link', 'unknown', 'path-missing', () => signed({ chain: [] })],
    ['self-signed', 'invalid', 'self-signed', () => signed({ signer: issue({ name: house.leader.name }), chain: [] })],
    ['expired', 'invalid', 'certificate-not-valid-at-time', () => by({ notAfter: new Date('2026-01-01T00:00:00Z') })],
    [
      'not yet valid',
      'invalid',
      'certificate-not-valid-at-time',
      () => by({ notBefore: new Date('2026-05-01T00:00:00Z') }),
    ],
    ['a key for encryption', 'invalid', 'key-usage', () => by({ extensions: [keyUsage('keyEncipherment')] })],
    [
      'a certificate for servers',
      'invalid',
      'key-usage',
      () => by({ extensions: [purposes(false, '1.3.6.1.5.5.7.3.1')] }),
    ],
    ['a certificate for timestamps', 'invalid', 'key-usage', () => signed({ signer: house.stamper })],
    [
      'a rule that we do not know',
      'invalid',
      'certificate-critical-extension',
      () => by({ extensions: [extension('1.2.3.4.5', nothing(), true)] }),
    ],
    ['signed with SHA-1 by its authority', 'unknown', 'path-missing', () => by({ digest: 'sha1' })],
    ['issued by a person', 'invalid', 'authority-not-allowed', () => below(house.signer())],
    [
      'an authority that may not issue',
      'invalid',
      'authority-not-allowed',
      () =>
        below(
          issue({ name: nameOf('Sub 2'), issuer: house.root, extensions: [authorityExtension(), keyUsage('cRLSign')] }),
        ),
    ],
    [
      'one authority too many',
      'invalid',
      'authority-not-allowed',
      () =>
        below(
          issue({
            name: nameOf('Sub 3'),
            issuer: house.sub,
            extensions: [authorityExtension(), keyUsage('keyCertSign')],
          }),
        ),
    ],
    [
      'an expired authority',
      'invalid',
      'certificate-not-valid-at-time',
      () =>
        below(
          issue({
            name: nameOf('Sub 4'),
            issuer: house.root,
            notAfter: new Date('2026-01-01T00:00:00Z'),
            extensions: [authorityExtension(), keyUsage('keyCertSign')],
          }),
        ),
    ],
  ];
  const below = (issuer: Holder): Buffer => {
    const signer = issue({ name: nameOf('Người ký'), issuer, extensions: [keyUsage('digitalSignature')] });
    return signed({ signer, chain: [issuer, house.sub] });
  };
  it.each(rows)('%s', (_rule, verdict, code, make) => {
    const result = judge(make());
    expect(result).toMatchObject({ accept: false, verdict });
    expect(codes(result)).toContain(code);
  });

  it('revoked', () => {
    const signer = house.signer({ extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/sub.crl')] });
    const crl = revocationList(house.sub, {
      revoked: [{ serial: signer.serial, at: new Date('2026-02-01T00:00:00Z') }],
    });
    const result = judge(signed({ signer }), { crls: [crl] });
    expect(result.verdict).toBe('invalid');
    expect(codes(result)).toContain('certificate-revoked');
  });

  it('an authority that was revoked', () => {
    const crl = revocationList(house.root, {
      revoked: [{ serial: house.sub.serial, at: new Date('2026-02-01T00:00:00Z') }],
    });
    expect(judge(signed(), { crls: [crl] }).verdict).toBe('invalid');
  });

  it('is judged at the time asked for', () => {
    const pdf = signed();
    expect(judge(pdf, { at: new Date('2029-12-31T00:00:00Z') }).accept).toBe(true);
    expect(judge(pdf, { at: new Date('2030-12-31T00:00:00Z') }).verdict).toBe('invalid');
  });

  it('trusts nobody without anchors', () => {
    expect(judge(signed(), { anchors: [] }).verdict).toBe('unknown');
  });
});

describe('faults of timestamps', () => {
  const stamped = (wish: Partial<StampWish>): Buffer =>
    withCms({
      timestamp: (bytes) =>
        timestampToken(bytes, { authority: house.stamper, chain: [house.sub], at: SIGNED_AT, ...wish }),
    });
  const rows: readonly (readonly [string, string, () => Buffer])[] = [
    ['of another signature', 'timestamp-imprint', () => stamped({ fault: 'wrongImprint' })],
    ['with SHA-1', 'timestamp-malformed', () => stamped({ fault: 'sha1Imprint' })],
    ['that its authority did not sign', 'timestamp-signature', () => stamped({ fault: 'wrongSignature' })],
    ['by a person', 'timestamp-purpose', () => stamped({ authority: house.leader })],
    [
      'with a purpose that is not critical',
      'timestamp-purpose',
      () => stamped({ authority: house.signer({ extensions: [purposes(false, '1.3.6.1.5.5.7.3.8')] }) }),
    ],
    [
      'with more purposes than this',
      'timestamp-purpose',
      () =>
        stamped({
          authority: house.signer({ extensions: [purposes(true, '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.4')] }),
        }),
    ],
    [
      'of an unknown authority',
      'timestamp-path-missing',
      () => stamped({ authority: openTestAuthority('Lạ').stamper, chain: [] }),
    ],
    ['after its authority expired', 'timestamp-certificate', () => stamped({ at: new Date('2031-01-01T00:00:00Z') })],
    ['that is no timestamp', 'timestamp-malformed', () => withCms({ timestamp: () => nothing() })],
    [
      'that is a signature of something else',
      'timestamp-malformed',
      () => withCms({ timestamp: (bytes) => signCms(bytes, { signer: house.stamper }) }),
    ],
  ];
  it.each(rows)('%s', (_rule, code, make) => {
    const result = judge(make());
    expect(result.accept).toBe(false);
    expect(codes(result)).toContain(code);
  });
});
