import {
  crlAt,
  keyUsage,
  ocspAt,
  ocspResponse,
  revocationList,
} from '../../../../test/support/test-authority/certificates.js';
import { openTestAuthority } from '../../../../test/support/test-authority/authority.js';
import { timestampToken } from '../../../../test/support/test-authority/cms.js';
import {
  PAGE,
  preparedLetter,
  SEALED_AT,
  signAsLeader,
  SIGNED_AT,
} from '../../../../test/support/test-authority/letter.js';
import { save } from '../../../../test/support/test-authority/pdf-writer.js';
import {
  ANNOTATIONS,
  certified,
  testAuthority,
  NOW,
  OTHER_TEXT,
  sealed,
  signed,
  signedBy,
  withDocumentTimestamp,
  withSecurityStore,
} from '../../../../test/support/signed-files/signing-authority.js';
import { evidenceWantedBy, type Verification, type VerificationOptions, verifyPdf } from './verify-pdf.js';

const options: VerificationOptions = { anchors: [testAuthority.root.der], crls: [], now: NOW };

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

  const stray = (): Buffer => preparedLetter({ 20: '<< /Type /Sig /ByteRange [0 1 2 3] /Contents <00> >>' });
  it.each<[string, () => Buffer, Verification['verdict'], string[]]>([
    ['of a letter without one', preparedLetter, 'unsigned', ['no-signature']],
    [
      'of a letter with bytes behind its end',
      () => preparedLetter({}, { afterEnd: 'x' }),
      'changedAfterSigning',
      ['bytes-after-end', 'no-signature'],
    ],
    ['not of what cannot be read', () => Buffer.from('%PDF-1.7'), 'invalid', ['file-malformed']],
    [
      'not of what is encrypted',
      () => preparedLetter({}, { trailer: '/Encrypt << >>' }),
      'unknown',
      ['file-encrypted'],
    ],
    ['not of a letter with one in no field', stray, 'invalid', ['signature-stray']],
  ])('says that there is no signature %s', (_what, make, verdict, codes) => {
    const found = verifyPdf(make(), options);
    expect([found.verdict, found.reasons.map(({ code }) => code)]).toEqual([verdict, codes]);
  });

  it('takes a timestamp for the time of signing', () => {
    const at = new Date('2026-03-18T02:27:00Z');
    const pdf = signAsLeader(preparedLetter(), {
      signer: testAuthority.leader,
      chain: [testAuthority.sub],
      cms: {
        timestamp: (bytes) =>
          timestampToken(bytes, { authority: testAuthority.stamper, chain: [testAuthority.sub], at }),
      },
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

describe('what a certification has against a change that is refused anyway', () => {
  const withNote = (pdf: Buffer): Buffer =>
    save(pdf, { 3: `${PAGE} ${ANNOTATIONS} 92 0 R] >>`, 92: '<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] >>' });
  const withOtherText = (pdf: Buffer): Buffer => save(pdf, { 5: OTHER_TEXT });

  it.each<[string, (pdf: Buffer) => Buffer, readonly number[]]>([
    ['a note, which P=3 permits', withNote, [1, 2]],
    ['other text', withOtherText, [1, 2, 3]],
    ['evidence', (pdf) => withSecurityStore(pdf), []],
  ])('%s', (_what, change, levels) => {
    const breaks = (level: number): boolean =>
      verifyPdf(change(certified(level)), options).reasons.some(({ code }) => code === 'certified-no-changes');
    expect([1, 2, 3].filter((level) => breaks(level))).toEqual(levels);
  });
});

describe('what a signature is judged by', () => {
  it('is judged at the time asked for', () => {
    const at = (time: string): VerificationOptions => ({ ...options, at: new Date(time) });
    expect(verifyPdf(signed(), at('2029-12-31T00:00:00Z')).accept).toBe(true);
    expect(verifyPdf(signed(), at('2030-12-31T00:00:00Z')).verdict).toBe('invalid');
  });

  it.each([
    ['P-224', 'algorithm-weak'],
    ['secp256k1', 'algorithm-unknown'],
  ] as const)('does not call a key of %s anything but %s', (kind, code) => {
    const { reasons } = verifyPdf(signedBy(testAuthority.signer({ kind })), options);
    expect([...new Set(reasons.map((one) => one.code))]).toEqual([code]);
  });

  it('trusts nobody without anchors', () => {
    expect(verifyPdf(signed(), { ...options, anchors: [] }).verdict).toBe('unknown');
  });
});

describe('revocation', () => {
  const URL = 'http://ca.example/sub.crl';
  const asked = () => testAuthority.signer({ extensions: [keyUsage('digitalSignature'), crlAt(URL)] });
  const askedByOcsp = () =>
    testAuthority.signer({ extensions: [keyUsage('digitalSignature'), ocspAt('http://ca.example/ocsp')] });

  it('is unknown while the list that the certificate names is missing, and asks for a newer one whatever is at hand', () => {
    const pdf = signAsLeader(preparedLetter(), { signer: asked(), chain: [testAuthority.sub] });

    expect(verifyPdf(pdf, options)).toMatchObject({ verdict: 'unknown', wantedCrls: [URL] });
    expect(verifyPdf(pdf, { ...options, crls: [revocationList(testAuthority.sub)] })).toMatchObject({
      verdict: 'valid',
      wantedCrls: [URL],
    });
  });

  const bySigners = () => signAsLeader(preparedLetter(), { signer: asked(), chain: [testAuthority.sub] });
  it.each<[string, () => Buffer, number]>([
    ['a letter of one signer', bySigners, 1],
    ['a letter of two', () => sealed(bySigners(), { signer: askedByOcsp() }), 2],
    ['a letter that was changed afterwards', () => save(bySigners(), { 5: OTHER_TEXT }), 1],
    ['a letter with evidence of its own', () => withSecurityStore(bySigners()), 1],
    ['one that nobody signed', preparedLetter, 0],
    ['an encrypted one', () => preparedLetter({}, { trailer: '/Encrypt << >>' }), 0],
    ['what cannot be read', () => Buffer.from('%PDF-1.7'), 0],
  ])('is wanted for %s as its verification wants it, without one', (_what, make, many) => {
    const pdf = make();
    const { wantedCrls, wantedOcsps } = verifyPdf(pdf, options);
    expect(evidenceWantedBy(pdf, options)).toEqual({ wantedCrls, wantedOcsps });
    expect(wantedCrls.length + wantedOcsps.length).toBe(many);
  });

  it.each([
    ['a list of another authority', () => revocationList(testAuthority.root)],
    [
      'a list signed by another key under the same name',
      () => revocationList({ ...testAuthority.sub, key: testAuthority.leader.key }),
    ],
    [
      'a list that ended before the signing',
      () => revocationList(testAuthority.sub, { nextUpdate: new Date('2026-03-10T00:00:00Z') }),
    ],
    ['bytes that are no list', () => Buffer.from('no list')],
  ])('stays unknown with %s', (_rule, crl) => {
    const pdf = signAsLeader(preparedLetter(), { signer: asked(), chain: [testAuthority.sub] });
    expect(verifyPdf(pdf, { ...options, crls: [crl()] }).verdict).toBe('unknown');
  });

  it('is settled by a list inside the signature', () => {
    const pdf = signAsLeader(preparedLetter(), {
      signer: asked(),
      chain: [testAuthority.sub],
      cms: { crls: [revocationList(testAuthority.sub)] },
    });
    expect(verifyPdf(pdf, options).verdict).toBe('valid');
  });

  it('is settled by an OCSP answer, by its issuer only', () => {
    const signer = askedByOcsp();
    const pdf = signAsLeader(preparedLetter(), { signer, chain: [testAuthority.sub] });
    const times = { at: SIGNED_AT, until: NOW };
    const good = ocspResponse(signer, testAuthority.sub, { status: 'good', ...times });
    const forged = ocspResponse(signer, testAuthority.sub, {
      status: 'good',
      ...times,
      responder: testAuthority.agency,
    });

    expect(verifyPdf(pdf, { ...options, ocsps: [good] }).verdict).toBe('valid');
    expect(verifyPdf(pdf, { ...options, ocsps: [forged] }).verdict).toBe('unknown');
    expect(
      verifyPdf(pdf, {
        ...options,
        ocsps: [good, ocspResponse(signer, testAuthority.sub, { status: 'revoked', ...times })],
      }).verdict,
    ).toBe('invalid');
  });

  it('forgives a later revocation only to a proven time', () => {
    const signer = asked();
    const revoked = revocationList(testAuthority.sub, {
      revoked: [{ serial: signer.serial, at: new Date('2026-04-01T00:00:00Z') }],
    });
    const timestamp = (bytes: Buffer) =>
      timestampToken(bytes, { authority: testAuthority.stamper, chain: [testAuthority.sub], at: SIGNED_AT });
    const claimed = signAsLeader(preparedLetter(), { signer, chain: [testAuthority.sub] });
    const proven = signAsLeader(preparedLetter(), { signer, chain: [testAuthority.sub], cms: { timestamp } });

    expect(verifyPdf(claimed, { ...options, crls: [revoked] }).verdict).toBe('invalid');
    expect(verifyPdf(proven, { ...options, crls: [revoked] }).verdict).toBe('valid');
  });
});
