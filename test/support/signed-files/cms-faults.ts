import type { CertificateWish } from '../test-authority/certificates.js';
import type { CmsWish } from '../test-authority/cms.js';
import { preparedLetter } from '../test-authority/letter.js';
import { badFiles } from './signed-file-case.js';
import { testAuthority, replaced, sealed, signed, signedBy } from './signing-authority.js';

const withCms = (cms: Partial<CmsWish>): Buffer => signed(undefined, { cms });
const by = (wish: Partial<CertificateWish>): Buffer => signedBy(testAuthority.signer(wish));
function withContentsOf(other: Buffer, pdf: Buffer): Buffer {
  const taken = other.toString('latin1', other.indexOf('/Contents <') + 11).split('>')[0]!;
  pdf.write(taken, pdf.indexOf('/Contents <') + 11, 'latin1');
  return pdf;
}
/** Flips one bit of the structure itself, somewhere after a mark in it. */
function damagedAfter(mark: Buffer, ahead: number): Buffer {
  const pdf = signed();
  const contents = pdf.indexOf('/Contents <') + 11;
  const at = pdf.indexOf(mark.toString('hex'), contents) + 2 * (mark.length + ahead);
  const digit = parseInt(pdf.toString('latin1', at, at + 1), 16) ^ 1;
  pdf.write(digit.toString(16), at, 'latin1');
  return pdf;
}
/** Faults of the signature structure. */
export const CMS_FAULTS = badFiles('cms', [
  ['two signers', 'invalid', 'cms-signer-count', () => withCms({ fault: 'twoSigners' })],
  ['no message digest', 'invalid', 'cms-message-digest-missing', () => withCms({ fault: 'noMessageDigest' })],
  ['another message digest', 'invalid', 'digest-mismatch', () => withCms({ fault: 'wrongMessageDigest' })],
  ['no content type', 'invalid', 'cms-content-type', () => withCms({ fault: 'noContentType' })],
  ['another content type', 'invalid', 'cms-content-type', () => withCms({ fault: 'wrongContentType' })],
  ['no signed attributes', 'invalid', 'cms-signed-attributes-missing', () => withCms({ fault: 'noSignedAttributes' })],
  ['an attribute twice', 'invalid', 'cms-attribute-twice', () => withCms({ fault: 'doubledAttribute' })],
  [
    'another digest named than the signature is made by',
    'invalid',
    'algorithm-mismatch',
    () => withCms({ fault: 'otherDigestNamed' }),
  ],
  [
    'another digest named than PSS is made by',
    'invalid',
    'algorithm-mismatch',
    () => signedBy(testAuthority.signer({ kind: 'RSA-2048', label: 'good' }), { pss: true, fault: 'otherDigestNamed' }),
  ],
  ['random bytes for a signature', 'invalid', 'signature-mismatch', () => withCms({ fault: 'wrongSignature' })],
  [
    'no certificate of the signer',
    'invalid',
    'cms-signer-certificate-missing',
    () => withCms({ fault: 'noCertificate' }),
  ],
  ['bytes hidden behind the structure', 'invalid', 'cms-malformed', () => withCms({ fault: 'bytesAfter' })],
  ['content of its own', 'invalid', 'cms-encapsulated', () => withCms({ content: Buffer.from('other content') })],
  [
    'another certificate named than used',
    'invalid',
    'signing-certificate-mismatch',
    () => withCms({ ess: testAuthority.agency }),
  ],
  ['CAdES without naming the certificate', 'invalid', 'signing-certificate-missing', () => withCms({ ess: 'none' })],
  ['SHA-1', 'invalid', 'algorithm-weak', () => withCms({ digest: 'sha1' })],
  [
    'SHA-1 under RSA',
    'invalid',
    'algorithm-weak',
    () => signedBy(testAuthority.signer({ kind: 'RSA-2048', label: 'good' }), { digest: 'sha1' }),
  ],
  ['RSA 1024', 'invalid', 'algorithm-weak', () => by({ kind: 'RSA-1024', label: 'weak' })],
  [
    'RSA 1024 by PSS',
    'invalid',
    'algorithm-weak',
    () => signedBy(testAuthority.signer({ kind: 'RSA-1024', label: 'weak' }), { pss: true }),
  ],
  ['ECDSA 224', 'invalid', 'algorithm-weak', () => by({ kind: 'P-224' })],
  ['a curve that is not among the accepted ones', 'unknown', 'algorithm-unknown', () => by({ kind: 'secp256k1' })],
  ['adbe.pkcs7.sha1', 'invalid', 'subfilter-refused', () => signed(undefined, { subFilter: 'adbe.pkcs7.sha1' })],
  ['adbe.x509.rsa_sha1', 'invalid', 'subfilter-refused', () => signed(undefined, { subFilter: 'adbe.x509.rsa_sha1' })],
  ['an unknown kind of signature', 'invalid', 'subfilter-refused', () => signed(undefined, { subFilter: 'Own.kind' })],
  [
    'a kind in other letters',
    'invalid',
    'subfilter-refused',
    () => signed(undefined, { subFilter: 'etsi.cades.detached' }),
  ],
  [
    'one flipped byte of what is signed',
    'invalid',
    'digest-mismatch',
    () => replaced(signed(), '25/3/2026', '25/4/2026'),
  ],
  [
    'one flipped byte behind the contents',
    'invalid',
    'digest-mismatch',
    () => {
      const pdf = signed();
      pdf.write('/Sizf', pdf.lastIndexOf('/Size'), 'latin1');
      return pdf;
    },
  ],
  [
    'one flipped byte under leader and seal',
    'invalid',
    'digest-mismatch',
    () => replaced(sealed(), '25/3/2026', '25/4/2026'),
  ],
  ['one flipped byte of the number', 'invalid', 'digest-mismatch', () => replaced(sealed(), '(513) Tj', '(913) Tj')],
  [
    'the signature of one letter in another',
    'invalid',
    'digest-mismatch',
    () =>
      withContentsOf(
        signed(),
        signed(preparedLetter({ 6: '<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold >>' })),
      ),
  ],
  [
    'a bit of the digest',
    'invalid',
    'digest-mismatch',
    () => damagedAfter(Buffer.from('2a864886f70d010904', 'hex'), 6),
  ],
  [
    'signed with another key than the certificate’s',
    'invalid',
    'signature-mismatch',
    () => signedBy({ ...testAuthority.leader, key: testAuthority.agency.key }),
  ],
  [
    'the certificate of another in the place of the signer’s',
    'invalid',
    'signature-mismatch',
    () => signedBy({ ...testAuthority.agency, key: testAuthority.leader.key }),
  ],
]);
