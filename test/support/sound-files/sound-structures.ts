import { createHash } from 'node:crypto';
import { authorityExtension, crlAt, extension, keyUsage, revocationList } from '../test-authority/certificates.js';
import { element, integer, octets, oid, sequence, utf8 } from '../test-authority/der-writer.js';
import { SIGNED_AT } from '../test-authority/letter.js';
import { testAuthority, signed } from '../signed-files/signing-authority.js';
import { nameIn, otherCertificate } from './certificates-of-others.js';
import { attribute, OID, signingTime } from './other-cms.js';
import { accepted } from './sound-file.js';
import { holder, signedAs } from './sound-keys.js';

const printable = (text: string): Buffer => element(0x13, Buffer.from(text));
const bmp = (text: string): Buffer => element(0x1e, Buffer.from(text, 'utf16le').swap16());
const COUNTRY = '2.5.4.6';
const PARTS = [
  [COUNTRY, 'VN'],
  ['2.5.4.10', 'Ban Co yeu Chinh phu'],
  ['2.5.4.3', 'Co quan chung thuc so'],
] as const;
const authority = otherCertificate({
  issuer: testAuthority.root,
  name: nameIn(printable, PARTS),
  extensions: [authorityExtension(0), keyUsage('keyCertSign', 'cRLSign')],
});
export const CRL = 'http://ca.example/other.crl';
/** Its name as its list writes it. */
export const OTHER_LIST = revocationList(
  { ...authority, name: nameIn(utf8, PARTS) },
  { nextUpdate: new Date('2029-12-31T00:00:00Z') },
);

const issuedAs = (issuerName: Buffer, more: readonly Buffer[] = []): ReturnType<typeof holder> =>
  holder({ issuer: authority, issuerName, extensions: [keyUsage('digitalSignature', 'nonRepudiation'), ...more] });
const under = (issuerName: Buffer, more: readonly Buffer[] = []): Buffer =>
  signedAs({ signer: issuedAs(issuerName, more), chain: [authority] });

const keyIdentifier = createHash('sha1').update('a key').digest();
const identified = (): ReturnType<typeof holder> =>
  holder({ extensions: [keyUsage('digitalSignature'), extension('2.5.29.14', octets(keyIdentifier))] });

/** What stands around the signed digest, as other tools write it. */
export const SOUND_STRUCTURES = [
  accepted('the issuer’s name as UTF8String where he writes PrintableString', () => under(nameIn(utf8, PARTS))),
  accepted('the issuer’s name as BMPString', () => under(nameIn(bmp, PARTS))),
  accepted('the issuer’s name in other letters and spaces', () =>
    under(
      nameIn(
        utf8,
        PARTS.map(([type, text]) => [type, ` ${text.toUpperCase().replaceAll(' ', '  ')} `] as const),
      ),
    ),
  ),
  accepted('a list of revocations whose issuer is written otherwise', () => under(authority.name, [crlAt(CRL)])),
  accepted('the signer named in another encoding than his certificate', () => {
    const signer = issuedAs(authority.name);
    return signedAs({ signer, chain: [authority], issuerName: nameIn(utf8, PARTS) });
  }),
  accepted('open lengths (BER)', () => signedAs({ signer: holder(), isBer: true })),
  accepted('open lengths also around what is signed', () =>
    signedAs({ signer: holder(), isBer: true, isBerInside: true }),
  ),
  accepted('attributes sent in another order than they were signed in', () =>
    signedAs({ signer: holder(), isSentUnsorted: true }),
  ),
  accepted('ESS signing-certificate of the first version', () => signedAs({ signer: holder(), ess: 'v1' })),
  accepted('both versions of ESS signing-certificate', () => signedAs({ signer: holder(), ess: 'both' })),
  accepted('adbe.pkcs7.detached that names no certificate', () =>
    signedAs({ signer: holder(), ess: 'none' }, 'adbe.pkcs7.detached'),
  ),
  accepted('adbe.pkcs7.detached with ESS', () => signedAs({ signer: holder() }, 'adbe.pkcs7.detached')),
  accepted('the chain before the signer', () =>
    signedAs({ signer: holder(), chain: [testAuthority.sub, testAuthority.root], isChainFirst: true }),
  ),
  accepted('the signer named by the identifier of his key', () =>
    signedAs({ signer: identified(), byKeyIdentifier: keyIdentifier, version: 3 }),
  ),
  accepted('the time of signing, a policy, a place and unknown attributes that are signed', () =>
    signedAs({
      signer: holder(),
      moreSigned: [
        signingTime(SIGNED_AT),
        attribute('1.2.840.113549.1.9.16.2.15', sequence(oid('1.2.3.4.5'))),
        attribute('1.2.840.113549.1.9.16.2.17', sequence(utf8('Hải Phòng'))),
        attribute('1.3.6.1.4.1.99999.1', utf8('VGCA')),
      ],
    }),
  ),
  ...['260318092641+0700', '2603180226Z', '260317202641-0600'].map((written) =>
    accepted(`the time of signing as ${written}`, () =>
      signedAs({
        signer: holder(),
        moreSigned: [attribute(OID.signingTime, element(0x17, Buffer.from(written)))],
      }),
    ),
  ),
  accepted('unknown attributes that are not signed, one of them twice', () =>
    signedAs({
      signer: holder(),
      unsigned: () => [attribute('1.3.6.1.4.1.99999.2', utf8('a')), attribute('1.3.6.1.4.1.99999.2', utf8('b'))],
    }),
  ),
  accepted('times of the certificate as GeneralizedTime', () => signedAs({ signer: holder({ times: 'generalized' }) })),
  accepted('a name in BMPString', () =>
    signedAs({ signer: holder({ name: nameIn(bmp, [['2.5.4.3', 'Đỗ Quốc Khánh']]) }) }),
  ),
  accepted('a name of several parts in one set', () =>
    signedAs({
      signer: holder({
        name: sequence(
          element(
            0x31,
            sequence(oid('2.5.4.3'), utf8('Đỗ Quốc Khánh')),
            sequence(oid('2.5.4.5'), printable('CMND:031')),
          ),
        ),
      }),
    }),
  ),
  accepted('a signer whose usage is non-repudiation alone', () =>
    signedAs({ signer: holder({ extensions: [keyUsage('nonRepudiation')] }) }),
  ),
  accepted('a signer without any extension', () => signedAs({ signer: holder({ extensions: [] }) })),
  accepted('a certificate policy and an unknown extension', () =>
    signedAs({
      signer: holder({
        extensions: [
          keyUsage('digitalSignature'),
          extension('2.5.29.32', sequence(sequence(oid('2.5.29.32.0')))),
          extension('1.3.6.1.5.5.7.1.3', sequence(sequence(oid('0.4.0.1862.1.1')))),
          extension('1.3.6.1.4.1.99999.3', octets(Buffer.from('x'))),
        ],
      }),
    }),
  ),
  accepted('certificates of a form that nobody uses beside the chain', () =>
    signed(undefined, {
      signer: testAuthority.leader,
      cms: { chain: [testAuthority.sub, { ...testAuthority.sub, der: element(0xa1, integer(1)) }] },
    }),
  ),
];
