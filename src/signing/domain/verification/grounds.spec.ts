import { createHash } from 'node:crypto';

import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import {
  crlAt,
  keyUsage,
  ocspAt,
  ocspResponse,
  revocationList,
} from '../../../../test/support/test-authority/certificates.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import {
  preparedLetter,
  type LetterSigning,
  SIGNED_AT,
  signAsLeader,
} from '../../../../test/support/test-authority/letter.js';
import { type VerificationOptions, type Verification, verifyPdf } from './verify-pdf.js';

let authority: TestAuthority;
beforeAll(() => {
  authority = openTestAuthority();
});

const now = new Date('2026-06-01T00:00:00Z');
const LIST = 'http://ca.example/crl';
const times = { at: new Date('2026-03-01T00:00:00Z'), until: new Date('2026-12-31T00:00:00Z') };
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const listed = (): LetterSigning['signer'] =>
  authority.signer({ extensions: [keyUsage('digitalSignature'), crlAt(LIST)] });
const signed = (signer: LetterSigning['signer'], wish: Partial<LetterSigning> = {}): Buffer =>
  signAsLeader(preparedLetter(), { signer, chain: [authority.sub], ...wish });

/** Judged again with nothing but the file and what the first judgement says that it rests on. */
function again(pdf: Buffer, { grounds }: Verification): Verification {
  const certificates = grounds.certificates.map((der) => Buffer.from(der));
  return verifyPdf(pdf, {
    anchors: certificates.filter((der) => grounds.anchors.includes(sha256(der))),
    intermediates: certificates,
    crls: grounds.crls.map((der) => Buffer.from(der)),
    ocsps: grounds.ocsps.map((der) => Buffer.from(der)),
    now: grounds.judgedAt,
  });
}

describe('rule 52: what a judgement rests on', () => {
  const rows: readonly (readonly [
    string,
    Verification['verdict'],
    () => readonly [Buffer, Partial<VerificationOptions>],
  ])[] = [
    ['a certificate that names no list', 'valid', () => [signed(authority.leader), {}]],
    ['a list that was given', 'valid', () => [signed(listed()), { crls: [revocationList(authority.sub)] }]],
    [
      'a list that revokes',
      'invalid',
      () => {
        const signer = listed();
        return [
          signed(signer),
          {
            crls: [
              revocationList(authority.sub, {
                revoked: [{ serial: signer.serial, at: new Date('2026-03-10T00:00:00Z') }],
              }),
            ],
          },
        ];
      },
    ],
    [
      'an OCSP response',
      'valid',
      () => {
        const signer = authority.signer({
          extensions: [keyUsage('digitalSignature'), ocspAt('http://ca.example/ocsp')],
        });
        return [signed(signer), { ocsps: [ocspResponse(signer, authority.sub, { status: 'good', ...times })] }];
      },
    ],
    ['no list where one is named', 'unknown', () => [signed(listed()), {}]],
    [
      'a trusted time stamp',
      'valid',
      () => {
        const timestamp = (bytes: Buffer): Buffer =>
          timestampToken(bytes, { authority: authority.stamper, chain: [authority.sub], at: SIGNED_AT });
        return [signed(authority.leader, { cms: { timestamp } }), {}];
      },
    ],
    [
      'an authority that came from elsewhere',
      'valid',
      () => [signed(authority.leader, { chain: [] }), { intermediates: [authority.sub.der] }],
    ],
    ['an authority that nobody trusts', 'unknown', () => [signed(openTestAuthority('Nơi khác').leader), {}]],
  ];
  it.each(rows)('is enough to judge again: %s', (_what, verdict, make) => {
    const [pdf, given] = make();
    const first = verifyPdf(pdf, { anchors: [authority.root.der], crls: [], now, ...given });
    expect(first.verdict).toBe(verdict);
    const second = again(pdf, first);
    expect([second.verdict, second.reasons]).toEqual([first.verdict, first.reasons]);
    expect(second.signatures).toEqual(first.signatures);
  });

  it('keeps what spoke of the path, each once, and nothing else', () => {
    const signer = listed();
    const [about, other] = [revocationList(authority.sub), revocationList(openTestAuthority('Nơi khác').sub)];
    const { grounds } = verifyPdf(signed(signer), {
      anchors: [authority.root.der, authority.stamper.der],
      intermediates: [authority.agency.der],
      crls: [about, other, about],
      now,
    });
    expect(grounds.crls.map(sha256)).toEqual([sha256(about)]);
    expect(grounds.certificates.map(sha256).sort()).toEqual(
      [signer, authority.sub, authority.root].map(({ der }) => sha256(der)).sort(),
    );
    expect(grounds.anchors).toEqual([authority.root, authority.stamper].map(({ der }) => sha256(der)));
    expect(grounds.judgedAt).toEqual(now);
  });

  it('is said of a file that cannot be read too', () => {
    const { grounds, verdict } = verifyPdf(Buffer.from('no PDF'), { anchors: [authority.root.der], crls: [], now });
    expect([verdict, grounds.certificates.length, grounds.anchors.length]).toEqual(['invalid', 0, 1]);
  });
});
