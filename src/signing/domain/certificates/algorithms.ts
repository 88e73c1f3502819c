import { constants, createPublicKey, type KeyObject, verify, type VerifyKeyObjectInput } from 'node:crypto';

import { DerMalformed, type DerNode, readWholeDer } from '../der/der.js';
import { contextChild, oidOf, sequenceOf, smallInteger } from '../der/der-values.js';

export type StrongDigest = 'sha256' | 'sha384' | 'sha512';
/** Sound as well, but not on the list that we judge by: computed to tell a changed file, never to accept one. */
export type UnlistedDigest = 'sha3-256' | 'sha3-384' | 'sha3-512';
export type ComputedDigest = StrongDigest | UnlistedDigest;

const DIGESTS: Readonly<Record<string, ComputedDigest | 'weak'>> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
  '2.16.840.1.101.3.4.2.4': 'weak',
  '1.3.14.3.2.26': 'weak',
  '1.2.840.113549.2.5': 'weak',
  '1.2.840.113549.2.2': 'weak',
  '1.3.36.3.2.1': 'weak',
};

interface NamedScheme {
  readonly kind: 'rsa' | 'ecdsa' | 'ed25519';
  /** Null when the digest is named elsewhere. */
  readonly digest: ComputedDigest | null;
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
  '2.16.840.1.101.3.4.3.10': { kind: 'ecdsa', digest: 'sha3-256' },
  '2.16.840.1.101.3.4.3.11': { kind: 'ecdsa', digest: 'sha3-384' },
  '2.16.840.1.101.3.4.3.12': { kind: 'ecdsa', digest: 'sha3-512' },
  '2.16.840.1.101.3.4.3.14': { kind: 'rsa', digest: 'sha3-256' },
  '2.16.840.1.101.3.4.3.15': { kind: 'rsa', digest: 'sha3-384' },
  '2.16.840.1.101.3.4.3.16': { kind: 'rsa', digest: 'sha3-512' },
  '1.3.101.112': { kind: 'ed25519', digest: null },
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

/** An algorithm that must not be trusted: too weak for our time, one we do not know, or one that contradicts another named beside it. */
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
  const digest = computedDigest(identifier);
  if (!isListedDigest(digest)) throw new AlgorithmRefused('unknown', digest);
  return digest;
}

function isListedDigest(digest: ComputedDigest): digest is StrongDigest {
  return !digest.startsWith('sha3-');
}

/** @throws AlgorithmRefused for what is weak, and for what nobody here can compute */
export function computedDigest(identifier: DerNode | undefined): ComputedDigest {
  const oid = oidOf(sequenceOf(identifier)[0]);
  const digest = DIGESTS[oid];
  if (digest === undefined) throw new AlgorithmRefused('unknown', oid);
  if (digest === 'weak') throw new AlgorithmRefused('weak', oid);
  return digest;
}

export interface SignatureScheme<D extends ComputedDigest = StrongDigest> {
  readonly kind: 'rsa' | 'pss' | 'ecdsa' | 'ed25519';
  readonly digest: D;
  readonly saltLength: number;
}

/**
 * The scheme that an AlgorithmIdentifier of a signature names.
 *
 * @param digest the digest named beside it (CMS), which it must agree with; null in certificates
 * @throws AlgorithmRefused for SHA-1, MD5, DSA, what is not on the list, and another digest than the one beside it · DerMalformed
 */
export function signatureScheme(identifier: DerNode | undefined, digest: StrongDigest | null): SignatureScheme {
  const scheme = computedScheme(identifier, digest);
  if (!isListed(scheme)) throw new AlgorithmRefused('unknown', scheme.kind);
  return scheme;
}

/** Whether TT 15/2025/TT-BKHCN lists the scheme, so that a signature made by it may be accepted. */
export function isListed(scheme: SignatureScheme<ComputedDigest>): scheme is SignatureScheme {
  return scheme.kind !== 'ed25519' && isListedDigest(scheme.digest);
}

/** The same with schemes that are sound and not listed. @throws AlgorithmRefused for what is weak or cannot be computed · DerMalformed */
export function computedScheme(
  identifier: DerNode | undefined,
  digest: ComputedDigest | null,
): SignatureScheme<ComputedDigest> {
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

/** RFC 4055, 3.1. Its defaults are SHA-1: too weak for the digest, and for the mask merely none that we can check. */
function pssScheme(parameters: DerNode | undefined, digest: ComputedDigest | null): SignatureScheme<ComputedDigest> {
  const fields = sequenceOf(parameters);
  const explicit = (tag: number): DerNode | undefined => contextChild(fields, tag)?.children[0];
  if (!explicit(0)) throw new AlgorithmRefused('weak', 'PSS with SHA-1');
  const hash = computedDigest(explicit(0));
  // In DER a default is left out, and so is this one where a signer's library makes the mask by SHA-1.
  if (!explicit(1)) throw new AlgorithmRefused('unknown', 'PSS with a mask by SHA-1');
  requirePssOf(hash, sequenceOf(explicit(1)), explicit(3));
  if (digest !== null && digest !== hash) throw new AlgorithmRefused('mismatch', 'PSS with mixed digests');
  const salt = explicit(2);
  return { kind: 'pss', digest: hash, saltLength: salt ? smallInteger(salt) : 20 };
}

/** Java's defaults make the mask by SHA-1, which weakens nothing; it is only that we cannot check such a signature. */
function requirePssOf(hash: ComputedDigest, [mask, maskHash]: readonly DerNode[], trailer: DerNode | undefined): void {
  if (oidOf(mask) !== MASK_GENERATION_1 || DIGESTS[oidOf(sequenceOf(maskHash)[0])] !== hash) {
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
const MIN_RSA_BITS = 2048;
const MAX_RSA_BITS = 8192;

/** A public key with its kind for people: `RSA 2048`, `ECDSA P-256`. */
export interface StrongKey {
  readonly key: KeyObject;
  readonly label: string;
}

/** @throws AlgorithmRefused for short keys and kinds that are not listed · DerMalformed */
export function strongKey(subjectPublicKeyInfo: Buffer): StrongKey {
  return requireListed(computedKey(subjectPublicKeyInfo));
}

/** @throws AlgorithmRefused for a key that is not listed */
export function requireListed(key: ComputedKey): StrongKey {
  if (!key.isListed) throw new AlgorithmRefused('unknown', key.label);
  return key;
}

/** A key that signatures can be checked by, listed or not. */
export interface ComputedKey extends StrongKey {
  readonly isListed: boolean;
}

/** The same with keys that are sound and not listed. @throws AlgorithmRefused for short keys and unknown kinds · DerMalformed */
export function computedKey(subjectPublicKeyInfo: Buffer): ComputedKey {
  const key = importKey(subjectPublicKeyInfo);
  if (key.asymmetricKeyType === 'ec') return curveOf(key);
  if (key.asymmetricKeyType === 'ed25519') return { key, label: 'Ed25519', isListed: false };
  if (key.asymmetricKeyType === 'rsa' || key.asymmetricKeyType === 'rsa-pss') {
    return { ...strongModulus(key), isListed: true };
  }
  throw new AlgorithmRefused('unknown', key.asymmetricKeyType ?? 'key');
}

function strongModulus(key: KeyObject): StrongKey {
  const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
  if (bits < MIN_RSA_BITS) throw new AlgorithmRefused('weak', `RSA ${bits}`);
  if (bits > MAX_RSA_BITS) throw new AlgorithmRefused('unknown', `RSA ${bits}`);
  return { key, label: `RSA ${bits}` };
}

function curveOf(key: KeyObject): ComputedKey {
  const name = key.asymmetricKeyDetails?.namedCurve ?? '';
  const curve = CURVES[name];
  if (curve === undefined && isShortCurve(name)) throw new AlgorithmRefused('weak', name);
  return { key, label: `ECDSA ${curve ?? name}`, isListed: curve !== undefined };
}

function isShortCurve(name: string): boolean {
  return /(?:1[0-9]{2}|2[0-4][0-9])/u.test(name);
}

const KNOWN_KEYS: ReadonlySet<string> = new Set(['1.2.840.113549.1.1.1', PSS, '1.2.840.10045.2.1']);

function importKey(spki: Buffer): KeyObject {
  try {
    return createPublicKey({ key: spki, format: 'der', type: 'spki' });
  } catch {
    const oid = oidOf(sequenceOf(sequenceOf(readWholeDer(spki))[0])[0]);
    throw KNOWN_KEYS.has(oid) ? new DerMalformed('public key') : new AlgorithmRefused('unknown', oid);
  }
}

const FITTING: Readonly<Record<SignatureScheme['kind'], readonly string[]>> = {
  rsa: ['rsa'],
  pss: ['rsa', 'rsa-pss'],
  ecdsa: ['ec'],
  ed25519: ['ed25519'],
};

/** Whether the key made this signature over these bytes; a key of another kind than the scheme did not. */
export function isSignedBy(
  { key }: StrongKey,
  scheme: SignatureScheme<ComputedDigest>,
  { signed, signature }: { readonly signed: Buffer; readonly signature: Buffer },
): boolean {
  if (!FITTING[scheme.kind].includes(key.asymmetricKeyType ?? '')) return false;
  const options: KeyObject | VerifyKeyObjectInput =
    scheme.kind === 'pss' ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength } : key;
  try {
    return verify(scheme.kind === 'ed25519' ? null : scheme.digest, signed, options, signature);
  } catch {
    return false;
  }
}
