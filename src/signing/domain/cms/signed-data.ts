import { type Certificate, readCertificate } from '../certificates/certificate.js';
import { DerMalformed, type DerNode, TAG, readDer } from '../der/der.js';
import { derSet } from '../der/der-writing.js';
import { contextChild, integerHex, octetsOf, oidOf, requireTag, sequenceOf, setOf } from '../der/der-values.js';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** A basic OCSP response among the revocation lists (RFC 5940). */
const OTHER_OCSP = '1.3.6.1.5.5.7.16.2';

/** Why a CMS structure cannot carry a signature that everybody reads alike. */
export class CmsRefused extends Error {
  constructor(readonly code: 'cms-malformed' | 'cms-signer-count' | 'cms-attribute-twice') {
    super(code);
    this.name = 'CmsRefused';
  }
}

export interface SignerInfo {
  readonly issuer: Buffer | null;
  readonly serial: string | null;
  readonly keyIdentifier: Buffer | null;
  readonly digestAlgorithm: DerNode;
  readonly signatureAlgorithm: DerNode;
  readonly signature: Buffer;
  /** The signed attributes as they were signed (a SET), or null when there are none. */
  readonly signedBytes: Buffer | null;
  /** The same in DER, as RFC 5652, 5.4 has it signed, in whatever order and lengths it was sent. */
  readonly signedDer: () => Buffer | null;
  readonly signedAttributes: ReadonlyMap<string, readonly DerNode[]>;
  readonly unsignedAttributes: ReadonlyMap<string, readonly DerNode[]>;
}

/** CMS SignedData (RFC 5652) with its one signer, parsed but not verified yet. */
export interface SignedData {
  readonly contentType: string;
  /** The content inside, or null when the signature is detached. */
  readonly content: Buffer | null;
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Buffer[];
  readonly ocsps: readonly Buffer[];
  readonly signer: SignerInfo;
}

/**
 * Reads the structure at the front of `bytes`.
 *
 * @param bytes may be followed by zero bytes, as a PDF's reserved place is
 * @throws CmsRefused, DerMalformed
 */
export function readSignedData(bytes: Buffer): SignedData {
  const outer = readDer(bytes);
  if (!isZero(bytes.subarray(outer.end))) throw new CmsRefused('cms-malformed');
  const [type, wrapped] = sequenceOf(outer);
  if (oidOf(type) !== SIGNED_DATA || !wrapped?.isContext(0)) throw new CmsRefused('cms-malformed');
  const [, digests, encapsulated, ...rest] = sequenceOf(wrapped.children[0]);
  setOf(digests);
  const [contentType, content] = sequenceOf(encapsulated);
  const signers = setOf(rest.at(-1));
  const [only] = signers;
  if (signers.length !== 1 || !only) throw new CmsRefused('cms-signer-count');
  const lists = contextChild(rest, 1)?.children ?? [];
  return {
    contentType: oidOf(contentType),
    content: content ? octetsOf(asOctetString(content.children[0])) : null,
    certificates: certificatesOf(contextChild(rest, 0)),
    crls: lists.filter((list) => list.is(TAG.sequence)).map((list) => list.bytes),
    ocsps: lists.flatMap((list) => ocspOf(list)),
    signer: readSigner(only),
  };
}

const ZEROS = Buffer.alloc(16 * 1024);

function isZero(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += ZEROS.length) {
    const piece = bytes.subarray(at, at + ZEROS.length);
    if (!piece.equals(ZEROS.subarray(0, piece.length))) return false;
  }
  return true;
}

function asOctetString(node: DerNode | undefined): DerNode {
  return requireTag(node, TAG.octetString);
}

function ocspOf(list: DerNode): Buffer[] {
  if (!list.isContext(1)) return [];
  const [format, value] = list.children;
  return format && oidOf(format) === OTHER_OCSP && value ? [value.bytes] : [];
}

/** A chain with its timestamps holds a dozen. */
const MAX_CERTIFICATES = 64;

function certificatesOf(list: DerNode | undefined): Certificate[] {
  if ((list?.children.length ?? 0) > MAX_CERTIFICATES) throw new CmsRefused('cms-malformed');
  // Other forms than X.509 stand under context tags and help nobody here.
  return (list?.children ?? []).filter((one) => one.is(TAG.sequence)).map((one) => readCertificate(one.bytes));
}

function readSigner(node: DerNode): SignerInfo {
  const [, identity, digestAlgorithm, ...rest] = sequenceOf(node);
  const signedSet = rest[0]?.isContext(0) ? rest[0] : undefined;
  const [signatureAlgorithm, signature] = signedSet ? rest.slice(1) : rest;
  if (!identity || !digestAlgorithm || !signatureAlgorithm || !signature) throw new CmsRefused('cms-malformed');
  const { issuer, serial, keyIdentifier } = readIdentity(identity);
  return {
    issuer,
    serial,
    keyIdentifier,
    digestAlgorithm,
    signatureAlgorithm,
    signature: octetsOf(asOctetString(signature)),
    signedBytes: signedSet ? asSet(signedSet) : null,
    signedDer: () => (signedSet ? derSet(signedSet.children.map(({ bytes }) => bytes)) : null),
    signedAttributes: attributesOf(signedSet),
    unsignedAttributes: joinedAttributes(contextChild(rest, 1)),
  };
}

function readIdentity(identity: DerNode): Pick<SignerInfo, 'issuer' | 'serial' | 'keyIdentifier'> {
  if (identity.isContext(0)) return { issuer: null, serial: null, keyIdentifier: octetsOf(identity) };
  const [issuer, serial] = sequenceOf(identity);
  if (!issuer) throw new CmsRefused('cms-malformed');
  return { issuer: issuer.bytes, serial: integerHex(serial), keyIdentifier: null };
}

/** RFC 5652, 5.4: signed as a SET although written under a context tag. */
function asSet(attributes: DerNode): Buffer {
  const bytes = Buffer.from(attributes.bytes);
  bytes[0] = 0x31;
  return bytes;
}

function attributesOf(list: DerNode | undefined): ReadonlyMap<string, readonly DerNode[]> {
  const attributes = new Map<string, readonly DerNode[]>();
  for (const attribute of list?.children ?? []) {
    const [type, values] = sequenceOf(attribute);
    const oid = oidOf(type);
    if (attributes.has(oid)) throw new CmsRefused('cms-attribute-twice');
    attributes.set(oid, setOf(values));
  }
  return attributes;
}

/** Nobody signed these, and tools add to them: one that comes several times, as timestamps do, has all the values. */
function joinedAttributes(list: DerNode | undefined): ReadonlyMap<string, readonly DerNode[]> {
  const attributes = new Map<string, readonly DerNode[]>();
  for (const attribute of list?.children ?? []) {
    const [type, values] = sequenceOf(attribute);
    const oid = oidOf(type);
    attributes.set(oid, [...(attributes.get(oid) ?? []), ...setOf(values)]);
  }
  return attributes;
}

/** The one value of an attribute, or null when it is absent. @throws DerMalformed when it has several or none */
export function attributeValue(attributes: ReadonlyMap<string, readonly DerNode[]>, oid: string): DerNode | null {
  const values = attributes.get(oid);
  if (!values) return null;
  const [value] = values;
  if (values.length !== 1 || !value) throw new DerMalformed('attribute without exactly one value');
  return value;
}
