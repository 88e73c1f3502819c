import { constants, createPublicKey, type KeyObject, verify, type VerifyKeyObjectInput } from 'node:crypto';

import { DerMalformed, type DerNode } from '../der/der.js';
import { contextChild, oidOf, sequenceOf, smallInteger } from '../der/der-values.js';

export type StrongDigest = 'sha256' | 'sha384' | 'sha512';

const DIGESTS: Readonly<Record<string, StrongDigest | 'weak'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.4': 'weak',
  '1.3.14.3.2.26': 'weak',
  '1.2.840.113549.2.5': 'weak',
  '1.2.840.113549.2.2': 'weak',
  '1.3.36.3.2.1': 'weak',
};

interface NamedScheme {
  readonly kind: 'rsa' | 'ecdsa';
  /** Null when the digest is named elsewhere. */
  readonly digest: StrongDigest | null;
}

const SCHEMES: Readonly<Record<string, NamedScheme | 'weak'>> = {
  '1.2.840.113549.1.1.1': { kind: 'rsa', digest: null },
  '1.2.840.113549.1.1.11': { kind: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', digest: 'sha512' },
  '1.2.840.10045.2.1': { kind: 'ecdsa', digest: null },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', digest: 'sha512' },
  '1.2.840.113549.1.1.2': 'weak',
  '1.2.840.113549.1.1.4': 'weak',
  '1.2.840.113549.1.1.5': 'weak',
  '1.2.840.113549.1.1.14': 'weak',
  '1.3.14.3.2.29': 'weak',
  '1.2.840.10040.4.3': 'weak',
  '2.16.840.1.101.3.4.3.2': 'weak',
  '1.2.840.10045.4.1': 'weak',
  '1.2.840.10045.4.3.1': 'weak',
};

const PSS = '1.2.840.113549.1.1.10';
const MASK_GENERATION_1 = '1.2.840.113549.1.1.8';

/** An algorithm that must not be believed: too weak for our time, one we do not know, or one that contradicts another named beside it. */
export class AlgorithmRefused extends Error {
  constructor(
    readonly why: 'weak' | 'unknown' | 'mismatch',
    readonly algorithm: string,
  ) {
    super(`${why} algorithm ${algorithm}`);
    this.name = 'AlgorithmRefused';
  }
}

/** @throws AlgorithmRefused for anything but SHA-256, SHA-384, SHA-512 */
export function strongDigest(identifier: DerNode | undefined): StrongDigest {
  const oid = oidOf(sequenceOf(identifier)[0]);
  const digest = DIGESTS[oid];
  if (digest === undefined) throw new AlgorithmRefused('unknown', oid);
  if (digest === 'weak') throw new AlgorithmRefused('weak', oid);
  return digest;
}

export interface SignatureScheme {
  readonly kind: 'rsa' | 'pss' | 'ecdsa';
  readonly digest: StrongDigest;
  readonly saltLength: number;
}

/**
 * The scheme that an AlgorithmIdentifier of a signature names.
 *
 * @param digest the digest named beside it (CMS), which it must agree with; null in certificates
 * @throws AlgorithmRefused for SHA-1, MD5, DSA, what we do not know, and another digest than the one beside it · DerMalformed
 */
export function signatureScheme(identifier: DerNode | undefined, digest: StrongDigest | null): SignatureScheme {
  const [algorithm, parameters] = sequenceOf(identifier);
  const oid = oidOf(algorithm);
  if (oid === PSS) return pssScheme(parameters, digest);
  const named = SCHEMES[oid];
  if (named === undefined) throw new AlgorithmRefused('unknown', oid);
  if (named === 'weak') throw new AlgorithmRefused('weak', oid);
  const used = named.digest ?? digest;
  if (used === null) throw new AlgorithmRefused('unknown', oid);
  if (digest !== null && used !== digest) throw new AlgorithmRefused('mismatch', oid);
  return { kind: named.kind, digest: used, saltLength: 0 };
}

/** RFC 4055, 3.1. Its defaults are SHA-1, hence all of digest and mask must be written out. */
function pssScheme(parameters: DerNode | undefined, digest: StrongDigest | null): SignatureScheme {
  const fields = sequenceOf(parameters);
  const explicit = (tag: number): DerNode | undefined => contextChild(fields, tag)?.children[0];
  if (!explicit(0) || !explicit(1)) throw new AlgorithmRefused('weak', 'PSS with SHA-1');
  const hash = strongDigest(explicit(0));
  requirePssOf(hash, sequenceOf(explicit(1)), explicit(3));
  if (digest !== null && digest !== hash) throw new AlgorithmRefused('mismatch', 'PSS with mixed digests');
  const salt = explicit(2);
  return { kind: 'pss', digest: hash, saltLength: salt ? smallInteger(salt) : 20 };
}

function requirePssOf(hash: StrongDigest, [mask, maskHash]: readonly DerNode[], trailer: DerNode | undefined): void {
  if (oidOf(mask) !== MASK_GENERATION_1 || strongDigest(maskHash) !== hash) {
    throw new AlgorithmRefused('unknown', 'PSS with mixed digests');
  }
  if (trailer && smallInteger(trailer) !== 1) throw new AlgorithmRefused('unknown', 'PSS trailer');
}

const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
};
/** TT 15/2025/TT-BKHCN: RSA from 2048 bits, ECDSA from 256. */
const SMALLEST_RSA = 2048;
const LARGEST_RSA = 8192;

/** A public key with its kind for people: `RSA 2048`, `ECDSA P-256`. */
export interface StrongKey {
  readonly key: KeyObject;
  readonly label: string;
}

/** @throws AlgorithmRefused for short keys and unknown kinds · DerMalformed */
export function strongKey(subjectPublicKeyInfo: Buffer): StrongKey {
  const key = importKey(subjectPublicKeyInfo);
  if (key.asymmetricKeyType === 'ec') return strongCurve(key);
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') return strongModulus(key);
  throw new AlgorithmRefused('unknown', key.asymmetricKeyType ?? 'key');
}

function strongModulus(key: KeyObject): StrongKey {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < SMALLEST_RSA) throw new AlgorithmRefused('weak', `RSA ${bits}`);
  if (bits > LARGEST_RSA) throw new AlgorithmRefused('unknown', `RSA ${bits}`);
  return { key, label: `RSA ${bits}` };
}

function strongCurve(key: KeyObject): StrongKey {
  const name = key.asymmetricKeyDetails?.namedCurve ?? '';
  const curve = CURVES[name];
  if (curve === undefined) throw new AlgorithmRefused(isShortCurve(name) ? 'weak' : 'unknown', name);
  return { key, label: `ECDSA ${curve}` };
}

function isShortCurve(name: string): boolean {
  return /(?:1[0-9]{2}|2[0-4][0-9])/u.test(name);
}

function importKey(spki: Buffer): KeyObject {
  try {
    return createPublicKey({ key: spki, format: 'der', type: 'spki' });
  } catch {
    throw new DerMalformed('public key');
  }
}

/** Whether the key made this signature over these bytes; a key of another kind than the scheme did not. */
export function isSignedBy(
  { key }: StrongKey,
  scheme: SignatureScheme,
  { signed, signature }: { readonly signed: Buffer; readonly signature: Buffer },
): boolean {
  const type = key.asymmetricKeyType;
  const fits =
    scheme.kind === 'ecdsa' ? type === 'ec' : type === 'rsa' || (type === 'rsa-pss' && scheme.kind === 'pss');
  if (!fits) return false;
  const options: VerifyKeyObjectInput =
    scheme.kind === 'pss' ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength } : { key };
  try {
    return verify(scheme.digest, signed, options, signature);
  } catch {
    return false;
  }
}
