import { openTestAuthority, type TestAuthority } from '../../../../test/support/test-authority/authority.js';
import { crlAt, keyUsage, revocationList } from '../../../../test/support/test-authority/certificates.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import {
  PAGE,
  preparedLetter,
  SEALED_AT,
  signAsLeader,
  SIGNED_AT,
} from '../../../../test/support/test-authority/letter.js';
import { flateText, save } from '../../../../test/support/test-authority/pdf-writer.js';
import { signSave } from '../../../../test/support/test-authority/signing.js';
import { padesLevel } from './pades-level.js';
import { verifyPdf } from './verify-pdf.js';

const NOW = new Date('2026-06-01T00:00:00Z');
let authority: TestAuthority;
beforeAll(() => {
  authority = openTestAuthority();
});

type Signing = Partial<Parameters<typeof signAsLeader>[1]>;
const signed = (wish: Signing = {}): Buffer =>
  signAsLeader(preparedLetter(), { signer: authority.leader, chain: [authority.sub], ...wish });
const stamp = (bytes: Buffer): Buffer =>
  timestampToken(bytes, { authority: authority.stamper, chain: [authority.sub], at: SIGNED_AT });
const listed = (): Signing => ({
  signer: authority.signer({ extensions: [keyUsage('digitalSignature'), crlAt('http://ca.example/sub.crl')] }),
  cms: { timestamp: stamp },
});

const CATALOG = '/Type /Catalog /Pages 2 0 R /AcroForm 4 0 R';
function withStore(pdf: Buffer, certificates: readonly Buffer[], crls: readonly Buffer[] = []): Buffer {
  const streams = [...certificates, ...crls];
  const list = (from: number, count: number): string =>
    Array.from({ length: count }, (_, at) => `${81 + from + at} 0 R`).join(' ');
  return save(pdf, {
    1: `<< ${CATALOG} /DSS 80 0 R >>`,
    80: `<< /Certs [${list(0, certificates.length)}] /CRLs [${list(certificates.length, crls.length)}] >>`,
    ...Object.fromEntries(streams.map((der, at) => [81 + at, flateText(der)])),
  });
}

function withDocumentTimestamp(pdf: Buffer): Buffer {
  return signSave(pdf, {
    object: 90,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    objects: {
      3: `${PAGE} /Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 91 0 R] >>`,
      4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 91 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>',
      91: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Dau) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 90 0 R >>',
    },
    contents: (bytes) => timestampToken(bytes, { authority: authority.stamper, chain: [authority.sub], at: SEALED_AT }),
  });
}

describe('PAdES levels (ETSI EN 319 142-1, 6.1)', () => {
  it.each([
    [[false, true, true, true], null],
    [[true, false, true, true], 'B-B'],
    [[true, true, false, true], 'B-T'],
    [[true, true, true, false], 'B-LT'],
    [[true, true, true, true], 'B-LTA'],
  ] as const)('each level contains the one before: %j is %s', (facts, level) => {
    const [isBaseline, isTimestamped, isSelfContained, isArchived] = facts;
    expect(padesLevel({ isBaseline, isTimestamped, isSelfContained, isArchived })).toBe(level);
  });

  const list = (): Buffer => revocationList(authority.sub);
  const rows: readonly (readonly [string, string | null, () => Buffer])[] = [
    ['a signature alone', 'B-B', () => signed()],
    ['one with a timestamp', 'B-T', () => signed({ cms: { timestamp: stamp } })],
    ['one under a document timestamp', 'B-T', () => withDocumentTimestamp(signed())],
    ['a store without a timestamp', 'B-B', () => withStore(signed(), [authority.sub.der])],
    [
      'a timestamp and the whole chain',
      'B-LT',
      () => withStore(signed({ cms: { timestamp: stamp } }), [authority.sub.der]),
    ],
    ['a list that is missing in the file', 'B-T', () => withStore(signed(listed()), [authority.sub.der])],
    ['a list in the store', 'B-LT', () => withStore(signed(listed()), [authority.sub.der], [list()])],
    [
      'a document timestamp over store and list',
      'B-LTA',
      () => withDocumentTimestamp(withStore(signed(listed()), [authority.sub.der], [list()])),
    ],
    [
      'a document timestamp before the list came',
      'B-LT',
      () => {
        const stamped = withDocumentTimestamp(signed(listed()));
        return withStore(stamped, [authority.sub.der], [list()]);
      },
    ],
    ['an older kind of signature', null, () => signed({ subFilter: 'adbe.pkcs7.detached', cms: { timestamp: stamp } })],
    ['a signature that names no certificate', null, () => signed({ cms: { ess: 'none' } })],
  ];

  it.each(rows)('%s: %s', (_rule, level, make) => {
    const options = { anchors: [authority.root.der], crls: [list()], now: NOW };
    const [first] = verifyPdf(make(), options).signatures;
    expect(first?.level).toBe(level);
  });
});
