import { generateKeyPairSync } from 'node:crypto';
import type { Holder } from '../test-authority/certificates.js';
import { explicit, integer, nothing, oid, sequence } from '../test-authority/der-writer.js';
import { nameOf } from '../test-authority/certificates.js';
import { testAuthority } from '../signed-files/signing-authority.js';
import { FIELD, leaderField, preparedLetter, SIGNED_AT } from '../test-authority/letter.js';
import { signSave } from '../test-authority/signing.js';
import { otherCertificate, type OtherCertificate } from './certificates-of-others.js';
import { OID, otherCms, type OtherCms, PSS } from './other-cms.js';
import { accepted, told } from './sound-file.js';

/** The leader's signature in the prepared field, by a CMS of another tool. */
export function signedAs(wish: Partial<OtherCms> & { readonly signer: Holder }, subFilter?: string): Buffer {
  return signSave(preparedLetter(), {
    at: SIGNED_AT,
    objects: { [FIELD.leader]: leaderField('/V 50 0 R') },
    ...(subFilter ? { subFilter } : {}),
    contents: otherCms({ chain: [testAuthority.sub], ...wish }),
  });
}

export const holder = (wish: Partial<OtherCertificate> = {}): Holder =>
  otherCertificate({ issuer: testAuthority.sub, name: nameOf('Đỗ Quốc Khánh'), ...wish });

const ed25519 = (): Holder => holder({ keys: generateKeyPairSync('ed25519') });
const rsa = (): Holder => holder({ keys: generateKeyPairSync('rsa', { modulusLength: 2048 }) });
const sha256 = sequence(oid(OID.sha256), nothing());
const sha1 = sequence(oid(OID.sha1), nothing());
const pssOf = (...parameters: readonly Buffer[]): Buffer =>
  sequence(oid('1.2.840.113549.1.1.10'), sequence(explicit(0, sha256), ...parameters, explicit(2, integer(32))));
const pss = (mask: Buffer): Buffer => pssOf(explicit(1, sequence(oid('1.2.840.113549.1.1.8'), mask)));
/** The mask is made by SHA-1, which is the default and so not written (RFC 4055, 3.1), as Java does without being told otherwise. */
export const byPssOfJava = (): Buffer => signedAs({ signer: rsa(), algorithm: pssOf(), options: PSS });

/** Ed25519 as RFC 8419 has it in CMS. */
export const byEd25519 = (): Buffer =>
  signedAs({
    signer: ed25519(),
    digest: ['sha512', sequence(oid(OID.sha512))],
    algorithm: sequence(oid('1.3.101.112')),
    isPure: true,
  });

export const bySha3 = (): Buffer =>
  signedAs({
    signer: holder(),
    digest: ['sha3-256', sequence(oid(OID.sha3of256))],
    algorithm: sequence(oid('2.16.840.1.101.3.4.3.10')),
  });

const UNKNOWN = ['unknown', 'algorithm-unknown'] as const;

/** Keys and algorithms of sound tools, on our list and not. */
export const SOUND_KEYS = [
  told('Ed25519', UNKNOWN, byEd25519),
  told('ECDSA with SHA3-256', UNKNOWN, bySha3),
  told('RSA with SHA3-256', UNKNOWN, () =>
    signedAs({
      signer: rsa(),
      digest: ['sha3-256', sequence(oid(OID.sha3of256))],
      algorithm: sequence(oid('2.16.840.1.101.3.4.3.14'), nothing()),
    }),
  ),
  told('Ed448', UNKNOWN, () =>
    signedAs({
      signer: holder({ keys: generateKeyPairSync('ed448') }),
      digest: ['sha512', sequence(oid(OID.sha512))],
      algorithm: sequence(oid('1.3.101.113')),
      isPure: true,
    }),
  ),
  told('a Brainpool curve', UNKNOWN, () =>
    signedAs({ signer: holder({ keys: generateKeyPairSync('ec', { namedCurve: 'brainpoolP256r1' }) }) }),
  ),
  told('RSA-PSS whose mask is made by SHA-1 and not named, as Java makes it', UNKNOWN, byPssOfJava),
  told('RSA-PSS whose mask is made by SHA-1, which is named', UNKNOWN, () =>
    signedAs({ signer: rsa(), algorithm: pss(sha1), options: PSS }),
  ),
  accepted('RSA-PSS', () => signedAs({ signer: rsa(), algorithm: pss(sha256), options: PSS })),
  accepted('a key that is bound to RSA-PSS', () =>
    signedAs({
      signer: holder({ keys: generateKeyPairSync('rsa-pss', { modulusLength: 2048 }) }),
      algorithm: pss(sha256),
      options: { saltLength: 32 },
    }),
  ),
  accepted('plain rsaEncryption named for the signature', () =>
    signedAs({ signer: rsa(), algorithm: sequence(oid('1.2.840.113549.1.1.1'), nothing()) }),
  ),
  accepted('the plain curve named for the signature', () =>
    signedAs({ signer: holder(), algorithm: sequence(oid('1.2.840.10045.2.1')) }),
  ),
  accepted('a digest named without parameters', () =>
    signedAs({ signer: holder(), digest: ['sha256', sequence(oid(OID.sha256))] }),
  ),
  accepted('RSA of 3072 bits', () =>
    signedAs({
      signer: holder({ keys: generateKeyPairSync('rsa', { modulusLength: 3072 }) }),
      algorithm: sequence(oid('1.2.840.113549.1.1.11'), nothing()),
    }),
  ),
];
