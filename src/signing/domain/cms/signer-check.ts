import { createHash } from 'node:crypto';

import {
  AlgorithmRefused,
  computedDigest,
  type ComputedDigest,
  type ComputedKey,
  computedScheme,
  isListed,
  isSignedBy,
  type SignatureScheme,
} from '../certificates/algorithms.js';
import type { Certificate } from '../certificates/certificate.js';
import { subjectKeyIdentifier } from '../certificates/certificate-extensions.js';
import { isSameName } from '../certificates/names.js';
import { type DerNode, TAG } from '../der/der.js';
import { contextChild, instantOfBerTime, integerHex, octetsOf, oidOf, sequenceOf } from '../der/der-values.js';
import { attributeValue, type SignedData, type SignerInfo } from './signed-data.js';

const ATTRIBUTE = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  algorithmProtection: '1.2.840.113549.1.9.52',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
} as const;

export type SignerFault =
  | 'cms-signer-certificate-missing'
  | 'cms-signed-attributes-missing'
  | 'cms-content-type'
  | 'cms-message-digest-missing'
  | 'digest-mismatch'
  | 'signature-mismatch'
  | 'signing-certificate-mismatch'
  | 'signing-certificate-missing'
  | 'algorithm-mismatch'
  | 'algorithm-weak'
  | 'algorithm-unknown';

export interface SignerCheck {
  readonly certificate: Certificate | null;
  readonly faults: readonly SignerFault[];
  /** The time that the signer claims; proves nothing. */
  readonly claimedAt: Date | null;
  /** `RSA 2048, SHA-256`, when the algorithms are acceptable. */
  readonly algorithms: string | null;
}

export interface SignerExpectation {
  /** Digest of what was signed, by the algorithm that the signer names. */
  readonly digestOf: (algorithm: ComputedDigest) => Buffer;
  readonly contentType: string;
  /** Whether the profile demands the ESS signing-certificate attribute (PAdES, RFC 3161). */
  readonly demandsSigningCertificate: boolean;
}

/** Everything that the signature itself must fulfil, before asking whether its certificate is trusted. */
export function checkSigner(data: SignedData, expected: SignerExpectation): SignerCheck {
  const { signer } = data;
  const certificate = signerCertificate(data);
  const claimed = attributeValue(signer.signedAttributes, ATTRIBUTE.signingTime);
  const claimedAt = claimed ? instantOfBerTime(claimed) : null;
  if (!certificate) return { certificate, faults: ['cms-signer-certificate-missing'], claimedAt, algorithms: null };
  const faults = attributeFaults(data, expected);
  try {
    faults.push(...signingCertificateFaults(signer, certificate, expected));
    const scheme = computedScheme(signer.signatureAlgorithm, computedDigest(signer.digestAlgorithm));
    const key = certificate.computedKey;
    const isAcceptable = isListed(scheme) && key.isListed;
    if (!isAcceptable) faults.push('algorithm-unknown');
    return {
      certificate,
      faults: [...faults, ...mathFaults(signer, key, { scheme, expected })],
      claimedAt,
      algorithms: isAcceptable ? algorithmsOf(key, scheme) : null,
    };
  } catch (error) {
    if (!(error instanceof AlgorithmRefused)) throw error;
    // A file that was changed is told as such, also under a signature that nobody here can check.
    if (error.why === 'unknown') faults.push(...digestFaults(signer, expected));
    return { certificate, faults: [...faults, `algorithm-${error.why}`], claimedAt, algorithms: null };
  }
}

function algorithmsOf({ label }: ComputedKey, { kind, digest }: SignatureScheme): string {
  return `${label}${kind === 'pss' ? ' PSS' : ''}, ${digest.replace('sha', 'SHA-')}`;
}

function signerCertificate({ certificates, signer }: SignedData): Certificate | null {
  const matches = certificates.filter((one) => isNamedBy(signer, one));
  const [first] = matches;
  // Two different certificates of one issuer and number: nobody could say which one signed.
  return first && matches.every(({ sha256 }) => sha256 === first.sha256) ? first : null;
}

function isNamedBy(signer: SignerInfo, certificate: Certificate): boolean {
  if (signer.keyIdentifier) return subjectKeyIdentifier(certificate)?.equals(signer.keyIdentifier) === true;
  const { serial, issuer } = signer;
  return serial === certificate.serial && issuer !== null && isSameName(issuer, certificate.issuer);
}

function attributeFaults({ signer, contentType }: SignedData, expected: SignerExpectation): SignerFault[] {
  if (!signer.signedBytes) return ['cms-signed-attributes-missing'];
  const faults: SignerFault[] = [];
  const named = attributeValue(signer.signedAttributes, ATTRIBUTE.contentType);
  if (!named || oidOf(named) !== expected.contentType || contentType !== expected.contentType) {
    faults.push('cms-content-type');
  }
  if (!attributeValue(signer.signedAttributes, ATTRIBUTE.messageDigest)) faults.push('cms-message-digest-missing');
  const protection = attributeValue(signer.signedAttributes, ATTRIBUTE.algorithmProtection);
  if (protection && !protects(protection, signer)) faults.push('algorithm-mismatch');
  return faults;
}

/** RFC 6211: the algorithms named inside what is signed are those named outside. */
function protects(protection: DerNode, signer: SignerInfo): boolean {
  const [digest, ...rest] = sequenceOf(protection);
  const signature = contextChild(rest, 1)?.children[0];
  return (
    oidOf(sequenceOf(digest)[0]) === oidOf(sequenceOf(signer.digestAlgorithm)[0]) &&
    (signature ? oidOf(signature) === oidOf(sequenceOf(signer.signatureAlgorithm)[0]) : false)
  );
}

function mathFaults(
  signer: SignerInfo,
  key: ComputedKey,
  { scheme, expected }: { readonly scheme: SignatureScheme<ComputedDigest>; readonly expected: SignerExpectation },
): SignerFault[] {
  const faults = digestFaults(signer, expected);
  const isMade = isSignedInAnyForm(signer, (signed) =>
    isSignedBy(key, scheme, { signed, signature: signer.signature }),
  );
  if (!isMade) faults.push('signature-mismatch');
  return faults;
}

/** Signers that send their attributes in another order or length than DER signed them as sent, or in DER. */
function isSignedInAnyForm({ signedBytes, signedDer }: SignerInfo, isSigned: (attributes: Buffer) => boolean): boolean {
  if (isSigned(signedBytes ?? Buffer.alloc(0))) return true;
  const inDer = signedDer();
  return inDer !== null && !signedBytes?.equals(inDer) && isSigned(inDer);
}

/** Nothing against a digest that cannot be computed here. */
function digestFaults(
  { signedAttributes, digestAlgorithm }: SignerInfo,
  { digestOf }: SignerExpectation,
): SignerFault[] {
  const stated = attributeValue(signedAttributes, ATTRIBUTE.messageDigest);
  const digest = stated ? digestIfKnown(digestAlgorithm) : null;
  return stated && digest && !octetsOf(stated).equals(digestOf(digest)) ? ['digest-mismatch'] : [];
}

function digestIfKnown(identifier: DerNode): ComputedDigest | null {
  try {
    return computedDigest(identifier);
  } catch (error) {
    if (error instanceof AlgorithmRefused) return null;
    throw error;
  }
}

/** RFC 5035: the signer says which certificate is his, so that none other can be put in its place. */
function signingCertificateFaults(
  signer: SignerInfo,
  certificate: Certificate,
  { demandsSigningCertificate }: SignerExpectation,
): SignerFault[] {
  const newer = attributeValue(signer.signedAttributes, ATTRIBUTE.signingCertificateV2);
  const older = attributeValue(signer.signedAttributes, ATTRIBUTE.signingCertificate);
  if (!newer && !older) return demandsSigningCertificate ? ['signing-certificate-missing'] : [];
  const isRight =
    (!newer || isSigningCertificate(newer, certificate, 'sha256')) &&
    (!older || isSigningCertificate(older, certificate, 'sha1'));
  return isRight ? [] : ['signing-certificate-mismatch'];
}

function isSigningCertificate(value: DerNode, certificate: Certificate, defaultHash: string): boolean {
  const [first] = sequenceOf(sequenceOf(value)[0]);
  const parts = sequenceOf(first);
  const hashed = parts.find((part) => part.is(TAG.octetString));
  const named = parts[0]?.is(TAG.sequence) && defaultHash === 'sha256' ? computedDigest(parts[0]) : defaultHash;
  const hash = named === 'sha256' ? certificate.sha256 : createHash(named).update(certificate.der).digest('hex');
  const issuerSerial = parts.slice(1).find((part) => part !== hashed && part.is(TAG.sequence));
  if (issuerSerial && integerHex(sequenceOf(issuerSerial)[1]) !== certificate.serial) return false;
  return hashed !== undefined && octetsOf(hashed).toString('hex') === hash;
}
