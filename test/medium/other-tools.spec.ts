import {
  type Verification,
  type VerificationOptions,
  verifyPdf,
} from '../../src/signing/domain/verification/verify-pdf.js';
import { ocspRequest } from '../../src/signing/domain/certificates/ocsp-request.js';
import { readOcspResponse } from '../../src/signing/domain/certificates/ocsp-response.js';
import { FIELD, leaderField, PAGE, preparedLetter } from '../support/test-authority/letter.js';
import { signSave } from '../support/test-authority/signing.js';
import { ToolAuthority } from '../support/tool-authority.js';

/** Signatures that poppler (NSS), openssl and MuPDF make, and what qpdf makes of signed files. */
describe('files of other tools', () => {
  let authority: ToolAuthority;
  beforeAll(() => {
    authority = new ToolAuthority();
    authority.openNss('leader', 'agency');
    authority.write('letter.pdf', preparedLetter());
  });
  afterAll(() => {
    authority.close();
  });

  const verify = (pdf: Buffer, options: Partial<VerificationOptions> = {}): Verification =>
    verifyPdf(pdf, { anchors: [authority.anchor], crls: [], now: new Date(), ...options });
  const outcome = ({ verdict, reasons }: Verification): readonly string[] => [
    verdict,
    ...reasons.map(({ code }) => code).filter((code) => code !== 'revocation-not-declared'),
  ];

  function pdfsig(from: string, to: string, nick: string): Buffer {
    authority.run('pdfsig', '-add-signature', '-nssdir', 'sql:.', '-nick', nick, from, to);
    return authority.read(to);
  }

  /** Our letter, signed in its prepared field with what openssl says. */
  function signedBy(contents: (signed: Buffer) => Buffer, subFilter = 'ETSI.CAdES.detached'): Buffer {
    return signSave(preparedLetter(), { objects: { [FIELD.leader]: leaderField('/V 50 0 R') }, subFilter, contents });
  }

  describe('pdfsig of poppler', () => {
    it.each([
      ['a letter', []],
      ['a linearized letter', ['--linearize']],
      ['objects in streams', ['--object-streams=generate']],
    ])('signs %s twice', (_what, options) => {
      authority.run('qpdf', '--warning-exit-0', ...options, 'letter.pdf', 'base.pdf');
      expect(outcome(verify(pdfsig('base.pdf', 'one.pdf', 'leader')))).toEqual(['valid']);
      const two = verify(pdfsig('one.pdf', 'two.pdf', 'agency'));
      expect(outcome(two)).toEqual(['valid']);
      expect(two.signatures.map(({ signer }) => signer)).toEqual(['Đỗ Quốc Khánh', 'Sở Giáo dục và Đào tạo']);
    });

    it.each([['--qdf'], ['--linearize'], ['--object-streams=generate'], ['--coalesce-contents']])(
      'qpdf %s rewrites the file and so breaks the signature',
      (option) => {
        pdfsig('letter.pdf', 'signed.pdf', 'leader');
        authority.run('qpdf', '--warning-exit-0', option, 'signed.pdf', 'rewritten.pdf');
        expect(verify(authority.read('rewritten.pdf')).verdict).toBe('invalid');
      },
    );
  });

  it('MuPDF signs with SHA-1, which is refused', () => {
    authority.exportP12('leader');
    authority.run(
      'mutool',
      'sign',
      '-s',
      'leader.p12',
      '-P',
      '1',
      '-o',
      'mupdf.pdf',
      'letter.pdf',
      String(FIELD.leader),
    );
    expect(outcome(verify(authority.read('mupdf.pdf')))).toEqual(expect.arrayContaining(['invalid', 'algorithm-weak']));
  });

  it.each([
    ['CAdES', ['-cades']],
    ['CAdES with SHA-512', ['-cades', '-md', 'sha512']],
    ['the key identifier instead of issuer and number', ['-cades', '-keyid']],
    ['RSA-PSS with the longest salt', ['-cades', '-keyopt', 'rsa_padding_mode:pss']],
    ['RSA-PSS with 20 bytes of salt', ['-cades', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_pss_saltlen:20']],
  ])('openssl cms -sign with %s is valid', (_what, options) => {
    expect(outcome(verify(signedBy((signed) => authority.cms(signed, 'leader', ...options))))).toEqual(['valid']);
  });

  it.each([
    ['without the signer’s certificate named', [], 'signing-certificate-missing'],
    ['with the content inside', ['-cades', '-nodetach'], 'cms-encapsulated'],
    ['without certificates', ['-cades', '-nocerts'], 'cms-signer-certificate-missing'],
    ['without signed attributes', ['-noattr'], 'cms-signed-attributes-missing'],
    ['with SHA-1', ['-cades', '-md', 'sha1'], 'algorithm-weak'],
    ['with SHA-224', ['-cades', '-md', 'sha224'], 'algorithm-weak'],
    ['with two signers', ['-cades', '-signer', 'agency.pem', '-inkey', 'agency.key'], 'cms-signer-count'],
  ])('openssl cms -sign %s is refused', (_what, options, code) => {
    const [verdict, ...codes] = outcome(verify(signedBy((signed) => authority.cms(signed, 'leader', ...options))));
    expect([verdict, codes]).toEqual(['invalid', expect.arrayContaining([code])]);
  });

  it('the same without CAdES is valid as adbe.pkcs7.detached, without a level', () => {
    const verification = verify(signedBy((signed) => authority.cms(signed, 'agency'), 'adbe.pkcs7.detached'));
    expect([...outcome(verification), verification.signatures[0]?.level]).toEqual(['valid', null]);
  });

  it('openssl ts gives a document timestamp, and with it level B-T', () => {
    const stamped = signSave(
      signedBy((signed) => authority.cms(signed, 'leader', '-cades')),
      {
        object: 90,
        type: 'DocTimeStamp',
        subFilter: 'ETSI.RFC3161',
        objects: {
          3: `${PAGE} /Annots [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 91 0 R] >>`,
          4: '<< /Fields [7 0 R 8 0 R 9 0 R 10 0 R 11 0 R 91 0 R] /SigFlags 3 /DR << /Font << /F1 6 0 R >> >> >>',
          91: '<< /Type /Annot /Subtype /Widget /FT /Sig /T (Dau) /Rect [0 0 0 0] /F 132 /P 3 0 R /V 90 0 R >>',
        },
        contents: (signed) => authority.timestamp(signed),
      },
    );
    const verification = verify(stamped);
    expect(outcome(verification)).toEqual(['valid']);
    expect(verification.signatures.map(({ level, signer }) => [level, signer])).toEqual([
      ['B-T', 'Đỗ Quốc Khánh'],
      [null, 'Dấu thời gian'],
    ]);
  });

  describe('openssl ca and ocsp tell of revocation', () => {
    const signed = (): Buffer => signedBy((bytes) => authority.cms(bytes, 'asked', '-cades'));

    it('by lists', () => {
      expect(verify(signed()).verdict).toBe('unknown');
      expect(outcome(verify(signed(), { crls: [authority.revocationList('agency')] }))).toEqual(['valid']);
      expect(outcome(verify(signed(), { crls: [authority.revocationList('asked')] }))).toEqual([
        'invalid',
        'certificate-revoked',
      ]);
    });

    it('by answers to our own questions, with their nonce', () => {
      authority.revocationList();
      authority.ocsp('asked');
      const [wish] = verify(signed()).wantedOcsps;
      const nonce = Buffer.alloc(16, 7);
      const answer = authority.answer(ocspRequest(wish?.certId ?? Buffer.alloc(0), nonce));

      expect(wish?.url).toBe('http://ca.example/ocsp');
      expect(readOcspResponse(answer).nonce).toEqual(nonce);
      expect(outcome(verify(signed(), { ocsps: [answer] }))).toEqual(['valid']);
    });

    it.each([
      ['the responder by name', []],
      ['the responder by key', ['-resp_key_id']],
      ['SHA-256 for the issuer', ['-sha256']],
    ])('by answers that name %s', (_what, options) => {
      authority.revocationList();
      const answer = authority.ocsp('asked', ...options);
      expect(outcome(verify(signed(), { ocsps: [answer] }))).toEqual(['valid']);
      authority.revocationList('asked');
      expect(verify(signed(), { ocsps: [authority.ocsp('asked', ...options)] }).verdict).toBe('invalid');
    });
  });
});
