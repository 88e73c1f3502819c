import { type DerNode, TAG } from '../der/der.js';
import { hasBit, contextChild, octetsOf, oidOf, requireTag, sequenceOf, smallInteger } from '../der/der-values.js';
import { type Certificate, hasCriticalBesides } from './certificate.js';

export const EXTENSION = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  issuerAltName: '2.5.29.18',
  basicConstraints: '2.5.29.19',
  nameConstraints: '2.5.29.30',
  crlDistributionPoints: '2.5.29.31',
  certificatePolicies: '2.5.29.32',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInformation: '1.3.6.1.5.5.7.1.1',
  qualifiedStatements: '1.3.6.1.5.5.7.1.3',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
} as const;

/** Extensions whose meaning we heed, or may rightly pass over; any other one that is critical refuses its certificate. */
const UNDERSTOOD: ReadonlySet<string> = new Set(
  Object.values(EXTENSION).filter((oid) => oid !== EXTENSION.nameConstraints),
);

export function hasUnknownCriticalExtension(certificate: Certificate): boolean {
  return hasCriticalBesides(certificate.fields.extensions, UNDERSTOOD);
}

function valueOf(certificate: Certificate, oid: string): DerNode | null {
  return certificate.extension(oid)?.element ?? null;
}

export interface BasicConstraints {
  readonly isAuthority: boolean;
  /** How many further authorities may stand below; null without limit. */
  readonly pathLength: number | null;
}

export function basicConstraints(certificate: Certificate): BasicConstraints {
  const value = valueOf(certificate, EXTENSION.basicConstraints);
  const parts = value ? sequenceOf(value) : [];
  const flag = parts.find((part) => part.is(TAG.boolean));
  const length = parts.find((part) => part.is(TAG.integer));
  return {
    isAuthority: flag !== undefined && flag.content[0] !== 0,
    pathLength: length ? smallInteger(length) : null,
  };
}

const KEY_USE_BITS: Readonly<Record<KeyUse, number>> = {
  digitalSignature: 0,
  nonRepudiation: 1,
  keyCertSign: 5,
  cRLSign: 6,
};
export type KeyUse = 'digitalSignature' | 'nonRepudiation' | 'keyCertSign' | 'cRLSign';

/** Whether the key may be used for one of these; a certificate that does not say so allows all. */
export function mayUseKeyFor(certificate: Certificate, ...uses: readonly KeyUse[]): boolean {
  const value = valueOf(certificate, EXTENSION.keyUsage);
  if (!value) return true;
  const { content } = requireTag(value, TAG.bitString);
  return uses.some((use) => hasBit(content, KEY_USE_BITS[use]));
}

export const PURPOSE = {
  any: '2.5.29.37.0',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const;

/** Purposes under which documents are signed: e-mail protection, document signing (RFC 9336, Microsoft, Adobe). */
const DOCUMENT_PURPOSES: ReadonlySet<string> = new Set([
  PURPOSE.any,
  '1.3.6.1.5.5.7.3.4',
  '1.3.6.1.5.5.7.3.36',
  '1.3.6.1.4.1.311.10.3.12',
  '1.2.840.113583.1.1.5',
]);

/** The extended purposes, or null when the certificate names none. */
export function purposesOf(certificate: Certificate): readonly string[] | null {
  const value = valueOf(certificate, EXTENSION.extendedKeyUsage);
  return value ? sequenceOf(value).map((purpose) => oidOf(purpose)) : null;
}

export function maySignDocuments(certificate: Certificate): boolean {
  const purposes = purposesOf(certificate);
  return purposes === null || purposes.some((purpose) => DOCUMENT_PURPOSES.has(purpose));
}

/** RFC 3161, 2.3: the only purpose, and critical; with a key that signs. */
export function mayStampTime(certificate: Certificate): boolean {
  const purposes = purposesOf(certificate);
  const isCritical = certificate.extension(EXTENSION.extendedKeyUsage)?.isCritical === true;
  const isOnly = purposes?.length === 1 && purposes[0] === PURPOSE.timeStamping;
  return isCritical && isOnly && mayUseKeyFor(certificate, 'digitalSignature', 'nonRepudiation');
}

export function subjectKeyIdentifier(certificate: Certificate): Buffer | null {
  const value = valueOf(certificate, EXTENSION.subjectKeyIdentifier);
  return value ? octetsOf(requireTag(value, TAG.octetString)) : null;
}

const URI_NAME = 6;
const OCSP_ACCESS = '1.3.6.1.5.5.7.48.1';

/** Addresses in `[0] fullName` of distribution points. */
export function addressesOf(names: readonly DerNode[]): string[] {
  return names.filter((name) => name.isContext(URI_NAME)).map((name) => name.content.toString('latin1'));
}

/** Where the certificate says its revocations are listed: http addresses only. */
export function crlAddresses(certificate: Certificate): string[] {
  const value = valueOf(certificate, EXTENSION.crlDistributionPoints);
  const points = value ? sequenceOf(value) : [];
  return points.flatMap((point) => {
    const fullName = contextChild(contextChild(sequenceOf(point), 0)?.children ?? [], 0);
    return addressesOf(fullName?.children ?? []);
  });
}

export function ocspAddresses(certificate: Certificate): string[] {
  const value = valueOf(certificate, EXTENSION.authorityInformation);
  return (value ? sequenceOf(value) : [])
    .map((access) => sequenceOf(access))
    .filter(([method]) => oidOf(method) === OCSP_ACCESS)
    .flatMap((parts) => addressesOf(parts.slice(1)));
}

/** Whether the certificate says where to ask if it was revoked. */
export function saysWhereRevoked(certificate: Certificate): boolean {
  return certificate.extension(EXTENSION.crlDistributionPoints) !== undefined || ocspAddresses(certificate).length > 0;
}
