import { BitString, Integer, ObjectIdentifier, OctetString, PrintableString, Sequence, Set, Utf8String } from 'asn1js';
import { createHash, randomBytes, webcrypto } from 'node:crypto';
import {
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  CRLDistributionPoints,
  DistributionPoint,
  Extension,
  GeneralName,
  RelativeDistinguishedNames,
} from 'pkijs';
import { rsaEngine } from './rsa-engine.js';

const DAY = 24 * 60 * 60 * 1000;
const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;

/** Key lengths. Source: Thông tư 15/2025/TT-BKHCN asks for RSA of 2048 bits and more. */
const ROOT_KEY_BITS = 3072;
const HOLDER_KEY_BITS = 2048;

const ROOT_YEARS = 10;
const HOLDER_YEARS = 3;

export interface DistinguishedName {
  readonly country: string;
  readonly organisation: string;
  readonly title?: string;
  readonly commonName: string;
  readonly serialNumber?: string;
}

/** X.520 attribute types in the order in which a name lists them; country and serial number are PrintableString by X.520. */
const ATTRIBUTES = [
  { key: 'country', type: '2.5.4.6', Text: PrintableString },
  { key: 'organisation', type: '2.5.4.10', Text: Utf8String },
  { key: 'title', type: '2.5.4.12', Text: Utf8String },
  { key: 'commonName', type: '2.5.4.3', Text: Utf8String },
  { key: 'serialNumber', type: '2.5.4.5', Text: PrintableString },
] as const;

const OID = {
  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  basicConstraints: '2.5.29.19',
  crlDistributionPoints: '2.5.29.31',
  authorityKeyIdentifier: '2.5.29.35',
} as const;

/** First byte of the keyUsage bit string and the number of its unused bits (RFC 5280, 4.2.1.3). */
const MAY_SIGN_CERTIFICATES_AND_LISTS = { byte: 0b0000_0110, unused: 1 };
const MAY_SIGN_DOCUMENTS = { byte: 0b1100_0000, unused: 6 };

/** A certificate with the private key that belongs to it. */
export interface Issued {
  readonly certificate: Certificate;
  readonly privateKey: webcrypto.CryptoKey;
}

/** A root that signs itself. It begins a day early, so that no clock nearby calls it not yet valid. */
export async function issueRoot(subject: DistinguishedName, now: Date): Promise<Issued> {
  const keys = await generateKeys(ROOT_KEY_BITS);
  const certificate = await blank(subject, keys.publicKey, {
    from: new Date(now.getTime() - DAY),
    until: yearsAfter(now, ROOT_YEARS),
  });
  certificate.issuer = certificate.subject;
  certificate.extensions = [
    extension(OID.basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema(), true),
    keyUsage(MAY_SIGN_CERTIFICATES_AND_LISTS),
    extension(OID.subjectKeyIdentifier, new OctetString({ valueHex: keyIdentifier(certificate) })),
  ];
  await certificate.sign(keys.privateKey, RSA.hash, rsaEngine);
  return { certificate, privateKey: keys.privateKey };
}

/** What a holder's certificate is made of. */
export interface HolderTerms {
  readonly now: Date;
  readonly crlUrl: string;
  /** Left out: three years from now. */
  readonly until?: Date;
  /** Of the RSA key; left out, as long as the law asks for. */
  readonly bits?: number;
  /** That the holder's key signs with; left out, SHA-256. */
  readonly hash?: 'SHA-256' | 'SHA-1';
}

/** A holder's certificate: signs documents, denies nothing later, says where its revocation list is. */
export async function issueHolder(
  subject: DistinguishedName,
  root: Issued,
  { now, crlUrl, until = yearsAfter(now, HOLDER_YEARS), bits = HOLDER_KEY_BITS, hash = RSA.hash }: HolderTerms,
): Promise<Issued> {
  const keys = await generateKeys(bits, hash);
  const certificate = await blank(subject, keys.publicKey, { from: new Date(now.getTime() - DAY / 24), until });
  certificate.issuer = root.certificate.subject;
  certificate.extensions = [
    extension(OID.basicConstraints, new BasicConstraints({ cA: false }).toSchema(), true),
    keyUsage(MAY_SIGN_DOCUMENTS),
    extension(OID.subjectKeyIdentifier, new OctetString({ valueHex: keyIdentifier(certificate) })),
    authorityKey(root.certificate),
    extension(OID.crlDistributionPoints, distributionPoint(crlUrl)),
  ];
  await certificate.sign(root.privateKey, RSA.hash, rsaEngine);
  return { certificate, privateKey: keys.privateKey };
}

/** The extension by which a list or a certificate names its issuer's key. */
export function authorityKey(issuer: Certificate): Extension {
  const identifier = new AuthorityKeyIdentifier({
    keyIdentifier: new OctetString({ valueHex: keyIdentifier(issuer) }),
  });
  return extension(OID.authorityKeyIdentifier, identifier.toSchema());
}

/** The serial number in lower-case hex. */
export function serialOf(certificate: Certificate): string {
  return Buffer.from(certificate.serialNumber.valueBlock.valueHexView).toString('hex');
}

export async function exportKey(key: webcrypto.CryptoKey): Promise<ArrayBuffer> {
  return webcrypto.subtle.exportKey('pkcs8', key);
}

export async function importKey(pkcs8: Uint8Array<ArrayBuffer>): Promise<webcrypto.CryptoKey> {
  return webcrypto.subtle.importKey('pkcs8', pkcs8, RSA, true, ['sign']);
}

/** The name as ASN.1, one attribute a step; pkijs by itself would put all of them into one step. */
export function nameOf(name: DistinguishedName): RelativeDistinguishedNames {
  const steps = ATTRIBUTES.flatMap(({ key, type, Text }) => {
    const value = name[key];
    if (value === undefined) return [];
    return [
      new Set({ value: [new Sequence({ value: [new ObjectIdentifier({ value: type }), new Text({ value })] })] }),
    ];
  });
  return RelativeDistinguishedNames.fromBER(new Sequence({ value: steps }).toBER());
}

async function generateKeys(
  modulusLength: number,
  hash: HolderTerms['hash'] = RSA.hash,
): Promise<webcrypto.CryptoKeyPair> {
  const publicExponent = new Uint8Array([1, 0, 1]);
  return webcrypto.subtle.generateKey({ ...RSA, hash, modulusLength, publicExponent }, true, ['sign', 'verify']);
}

async function blank(
  subject: DistinguishedName,
  publicKey: webcrypto.CryptoKey,
  validity: { readonly from: Date; readonly until: Date },
): Promise<Certificate> {
  const certificate = new Certificate({ version: 2, serialNumber: new Integer({ valueHex: newSerial() }) });
  certificate.subject = nameOf(subject);
  certificate.notBefore.value = validity.from;
  certificate.notAfter.value = validity.until;
  await certificate.subjectPublicKeyInfo.importKey(publicKey);
  return certificate;
}

/** 16 random bytes that read as a positive number without a leading zero. */
function newSerial(): Uint8Array {
  const bytes = new Uint8Array(randomBytes(16));
  bytes[0] = 0x40 | ((bytes[0] ?? 0) & 0x3f);
  return bytes;
}

/** The leftmost 160 bits of the key's SHA-256 (RFC 7093, method 1). */
function keyIdentifier(certificate: Certificate): Uint8Array {
  const key = certificate.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView;
  return new Uint8Array(createHash('sha256').update(key).digest().subarray(0, 20));
}

function keyUsage({ byte, unused }: { readonly byte: number; readonly unused: number }): Extension {
  const bits = new BitString({ valueHex: new Uint8Array([byte]), unusedBits: unused });
  return extension(OID.keyUsage, bits, true);
}

function distributionPoint(url: string): ReturnType<CRLDistributionPoints['toSchema']> {
  const point = new DistributionPoint({ distributionPoint: [new GeneralName({ type: 6, value: url })] });
  return new CRLDistributionPoints({ distributionPoints: [point] }).toSchema();
}

/** An X.509 extension around any ASN.1 value. */
export function extension(extnID: string, value: { toBER(): ArrayBuffer }, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: value.toBER() });
}

function yearsAfter(start: Date, years: number): Date {
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}
