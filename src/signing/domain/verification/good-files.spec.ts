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
  certification,
  preparedLetter,
  sealAsAgency,
  SEALED_AT,
  signAsLeader,
  SIGNED_AT,
} from '../../../../test/support/test-authority/letter.js';
import { flateText, save } from '../../../../test/support/test-authority/pdf-writer.js';
import { cmsContents, signSave } from '../../../../test/support/test-authority/signing.js';
import { type VerificationOptions, verifyPdf } from './verify-pdf.js';

const NOW = new Date('2026-06-01T00:00:00Z');
let house: TestAuthority;
let options: VerificationOptions;

beforeAll(() => {
  house = openTestAuthority();
  options = { anchors: [house.root.der], crls: [], now: NOW };
});

const signed = (prepared = preparedLetter()): Buffer =>
  signAsLeader(prepared, { signer: house.leader, chain: [house.sub] });
const sealed = (letter = signed()): Buffer => sealAsAgency(letter, { signer: house.agency, chain: [house.sub] });

/** Evidence for later, as signing tools append it. */
function withSecurityStore(pdf: Buffer, streams: readonly Buffer[]): Buffer {
  const list = streams.map((_, at) => `${81 + at} 0 R`).join(' ');
  const objects = Object.fromEntries(streams.map((der, at) => [81 + at, flateText(der)]));
  return save(pdf, {
    1: '<< /Type /Catalog /Pages 2 0 R /AcroForm 4 0 R /DSS 80 0 R >>',
    80: `<< /Type /DSS /Certs [${list}] /CRLs [] /OCSPs [] >>`,
    ...objects,
  });
}

/** A document timestamp in a field of its own that shows nothing. */
function withDocumentTimestamp(pdf: Buffer, at: Date): Buffer {
  return signSave(pdf, {
    object: 90,
    type: 'DocTimeStamp',
    subFilter: 'ETSI.RFC3161',
    objects: {
      3: '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 6 0 R >> >> /Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 91 0 R] >>',
      4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 91 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>',
      91: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Timestamp1) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 90 0 R >>',
    },
    contents: (bytes) => timestampToken(bytes, { authority: house.stamper, chain: [house.sub], at }),
  });
}

describe('good files are valid', () => {
  const stamp = (at: Date) => (bytes: Buffer) =>
    timestampToken(bytes, { authority: house.stamper, chain: [house.sub], at });
  const rows: readonly (readonly [string, () => Buffer])[] = [
    ['the leader signed', () => signed()],
    ['leader, then number, date and seal in one locked save', () => sealed()],
    ['a prepared letter with a cross-reference stream', () => signed(preparedLetter({}, { asStream: true }))],
    [
      'objects in an object stream',
      () => sealed(signed(preparedLetter({}, { asStream: true, packed: [1, 2, 4, 7, 8, 9] }))),
    ],
    [
      'saves with cross-reference streams',
      () => {
        const base = preparedLetter({}, { asStream: true });
        const first = signAsLeader(base, { signer: house.leader, chain: [house.sub], save: { asStream: true } });
        return sealAsAgency(first, {
          signer: house.agency,
          chain: [house.sub],
          save: { asStream: true, packed: [7, 8] },
        });
      },
    ],
    [
      'adbe.pkcs7.detached without ESS',
      () =>
        signAsLeader(preparedLetter(), {
          signer: house.leader,
          chain: [house.sub],
          subFilter: 'adbe.pkcs7.detached',
          cms: { ess: 'none' },
        }),
    ],
    [
      'RSA 2048 with SHA-256',
      () =>
        signAsLeader(preparedLetter(), {
          signer: house.signer({ kind: 'RSA-2048', label: 'good' }),
          chain: [house.sub],
        }),
    ],
    [
      'RSA PSS',
      () =>
        signAsLeader(preparedLetter(), {
          signer: house.signer({ kind: 'RSA-2048', label: 'good' }),
          chain: [house.sub],
          cms: { pss: true },
        }),
    ],
    [
      'ECDSA P-384 with SHA-384',
      () =>
        signAsLeader(preparedLetter(), {
          signer: house.signer({ kind: 'P-384' }),
          chain: [house.sub],
          cms: { digest: 'sha384' },
        }),
    ],
    [
      'ECDSA P-521 with SHA-512',
      () =>
        signAsLeader(preparedLetter(), {
          signer: house.signer({ kind: 'P-521' }),
          chain: [house.sub],
          cms: { digest: 'sha512' },
        }),
    ],
    [
      'a signature timestamp',
      () =>
        signAsLeader(preparedLetter(), {
          signer: house.leader,
          chain: [house.sub],
          cms: { timestamp: stamp(SIGNED_AT) },
        }),
    ],
    ['a security store added after signing', () => withSecurityStore(sealed(), [house.sub.der, house.root.der])],
    ['a document timestamp added after signing', () => withDocumentTimestamp(sealed(), SEALED_AT)],
    [
      'store and timestamp, twice',
      () => {
        const once = withSecurityStore(signed(), [house.sub.der]);
        return withDocumentTimestamp(once, SEALED_AT);
      },
    ],
    [
      'certified so that nothing may change',
      () => signAsLeader(preparedLetter(), { signer: house.leader, chain: [house.sub], entries: certification(1) }),
    ],
    [
      'certified for filling, then filled under the seal',
      () =>
        sealed(signAsLeader(preparedLetter(), { signer: house.leader, chain: [house.sub], entries: certification(2) })),
    ],
    [
      'certified without changes, then evidence added',
      () =>
        withSecurityStore(
          signAsLeader(preparedLetter(), { signer: house.leader, chain: [house.sub], entries: certification(1) }),
          [house.sub.der],
        ),
    ],
    [
      'a tool notes date and producer beside its signature',
      () =>
        sealAsAgency(signed(), {
          signer: house.agency,
          chain: [house.sub],
          objects: { 12: '<< /Producer (Test; signer) /Title (Cong van) /ModDate (D:20260318) >>' },
        }),
    ],
    ['a second signature in a new field that shows nothing', () => withSecondSigner(signed())],
  ];

  function withSecondSigner(pdf: Buffer): Buffer {
    return signSave(pdf, {
      object: 70,
      at: SEALED_AT,
      objects: {
        4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 71 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>',
        71: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Them) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 70 0 R >>',
      },
      contents: cmsContents({ signer: house.agency, chain: [house.sub] }),
    });
  }

  it.each(rows)('%s', (_rule, make) => {
    const { verdict, reasons, accept } = verifyPdf(make(), options);
    expect({ verdict, reasons: reasons.filter(({ code }) => code !== 'revocation-not-declared') }).toEqual({
      verdict: 'valid',
      reasons: [],
    });
    expect(accept).toBe(true);
  });
});

describe('what a verification tells', () => {
  it('names field, signer, time and texts of the form', () => {
    const { signatures, formTexts } = verifyPdf(sealed(), options);

    expect(
      signatures.map(({ field, signer, signedAt, coversWholeFile }) => [field, signer, signedAt, coversWholeFile]),
    ).toEqual([
      ['ChuKyLanhDao', 'Đỗ Quốc Khánh', SIGNED_AT, false],
      ['DauCoQuan', 'Sở Giáo dục và Đào tạo thành phố Hải Phòng', SEALED_AT, true],
    ]);
    expect([formTexts.get('so'), formTexts.get('ngay'), formTexts.get('thang')]).toEqual(['513', '18', '3']);
  });

  it('calls a letter without a signature unsigned', () => {
    expect(verifyPdf(preparedLetter(), options)).toMatchObject({ verdict: 'unsigned', accept: false, signatures: [] });
  });

  it('calls a file with nothing but a timestamp unsigned', () => {
    expect(verifyPdf(withDocumentTimestamp(preparedLetter(), SEALED_AT), options).verdict).toBe('unsigned');
  });

  it('takes a timestamp for the time of signing', () => {
    const at = new Date('2026-03-18T02:27:00Z');
    const pdf = signAsLeader(preparedLetter(), {
      signer: house.leader,
      chain: [house.sub],
      cms: { timestamp: (bytes) => timestampToken(bytes, { authority: house.stamper, chain: [house.sub], at }) },
    });

    expect(verifyPdf(pdf, options).signatures[0]).toMatchObject({
      signedAt: at,
      findings: { timeSource: 'timestamp' },
    });
  });

  it('leaves certificates out when only integrity is asked about', () => {
    const stranger = openTestAuthority('Nhà khác').leader;
    const pdf = signAsLeader(preparedLetter(), { signer: stranger });

    expect(verifyPdf(pdf, { ...options, integrityOnly: true })).toMatchObject({ verdict: 'valid', accept: true });
    expect(verifyPdf(pdf, options).verdict).toBe('unknown');
  });
});

describe('revocation', () => {
  const URL = 'http://ca.example/sub.crl';
  const asked = () => house.signer({ extensions: [keyUsage('digitalSignature'), crlAt(URL)] });
  const askedByOcsp = () =>
    house.signer({ extensions: [keyUsage('digitalSignature'), ocspAt('http://ca.example/ocsp')] });

  it('is unknown while the list that the certificate names is missing, and asks for it', () => {
    const pdf = signAsLeader(preparedLetter(), { signer: asked(), chain: [house.sub] });

    expect(verifyPdf(pdf, options)).toMatchObject({ verdict: 'unknown', wantedCrls: [URL] });
    expect(verifyPdf(pdf, { ...options, crls: [revocationList(house.sub)] })).toMatchObject({
      verdict: 'valid',
      wantedCrls: [],
    });
  });

  it.each([
    ['a list of another authority', () => revocationList(house.root)],
    ['a list signed by another key under the same name', () => revocationList({ ...house.sub, key: house.leader.key })],
    [
      'a list that ended before the signing',
      () => revocationList(house.sub, { nextUpdate: new Date('2026-03-10T00:00:00Z') }),
    ],
    ['bytes that are no list', () => Buffer.from('no list')],
  ])('stays unknown with %s', (_rule, crl) => {
    const pdf = signAsLeader(preparedLetter(), { signer: asked(), chain: [house.sub] });
    expect(verifyPdf(pdf, { ...options, crls: [crl()] }).verdict).toBe('unknown');
  });

  it('is settled by a list inside the signature', () => {
    const pdf = signAsLeader(preparedLetter(), {
      signer: asked(),
      chain: [house.sub],
      cms: { crls: [revocationList(house.sub)] },
    });
    expect(verifyPdf(pdf, options).verdict).toBe('valid');
  });

  it('is settled by an OCSP answer, by its issuer only', () => {
    const signer = askedByOcsp();
    const pdf = signAsLeader(preparedLetter(), { signer, chain: [house.sub] });
    const times = { at: SIGNED_AT, until: NOW };
    const good = ocspResponse(signer, house.sub, { status: 'good', ...times });
    const forged = ocspResponse(signer, house.sub, { status: 'good', ...times, responder: house.agency });

    expect(verifyPdf(pdf, { ...options, ocsps: [good] }).verdict).toBe('valid');
    expect(verifyPdf(pdf, { ...options, ocsps: [forged] }).verdict).toBe('unknown');
    expect(
      verifyPdf(pdf, { ...options, ocsps: [good, ocspResponse(signer, house.sub, { status: 'revoked', ...times })] })
        .verdict,
    ).toBe('invalid');
  });

  it('forgives a later revocation only to a proven time', () => {
    const signer = asked();
    const revoked = revocationList(house.sub, {
      revoked: [{ serial: signer.serial, at: new Date('2026-04-01T00:00:00Z') }],
    });
    const timestamp = (bytes: Buffer) =>
      timestampToken(bytes, { authority: house.stamper, chain: [house.sub], at: SIGNED_AT });
    const claimed = signAsLeader(preparedLetter(), { signer, chain: [house.sub] });
    const proven = signAsLeader(preparedLetter(), { signer, chain: [house.sub], cms: { timestamp } });

    expect(verifyPdf(claimed, { ...options, crls: [revoked] }).verdict).toBe('invalid');
    expect(verifyPdf(proven, { ...options, crls: [revoked] }).verdict).toBe('valid');
  });
});
