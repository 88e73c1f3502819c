import { sha256Of } from '../../../kernel/sha256.js';
import { DerMalformed, type DerNode, readWholeDer, TAG } from '../der/der.js';
import {
  contextChild,
  instantOfTime,
  integerHex,
  octetsOf,
  oidOf,
  requireTag,
  sequenceOf,
  wholeBits,
} from '../der/der-values.js';
import { type ComputedKey, computedKey, requireListed, type StrongKey } from './algorithms.js';
import { type DistinguishedName, readName } from './names.js';

export class Extension {
  private elementOnce: DerNode | null = null;

  constructor(
    readonly isCritical: boolean,
    readonly value: Buffer,
  ) {}

  /** What the value says. @throws DerMalformed */
  get element(): DerNode {
    return (this.elementOnce ??= readWholeDer(this.value));
  }
}

/** An X.509 certificate, parsed but not verified yet. */
export class Certificate {
  private keyOnce: ComputedKey | null = null;
  private nameOnce: DistinguishedName | null = null;
  private issuerNameOnce: DistinguishedName | null = null;

  constructor(
    readonly der: Buffer,
    /** Lower-case hex of its SHA-256. */
    readonly sha256: string,
    readonly fields: CertificateFields,
  ) {}

  get serial(): string {
    return this.fields.serial;
  }

  get subject(): Buffer {
    return this.fields.subject;
  }

  get issuer(): Buffer {
    return this.fields.issuer;
  }

  get name(): DistinguishedName {
    return (this.nameOnce ??= readName(this.subject));
  }

  /** @throws DerMalformed */
  get issuerName(): DistinguishedName {
    return (this.issuerNameOnce ??= readName(this.issuer));
  }

  /** @throws AlgorithmRefused when the key is weak or of an unknown kind */
  get key(): StrongKey {
    return requireListed(this.computedKey);
  }

  /** The key, listed or not. @throws AlgorithmRefused when it is weak or of an unknown kind */
  get computedKey(): ComputedKey {
    return (this.keyOnce ??= computedKey(this.fields.keyInfo));
  }

  extension(oid: string): Extension | undefined {
    return this.fields.extensions.get(oid);
  }

  isValidAt(instant: Date): boolean {
    return instant >= this.fields.notBefore && instant <= this.fields.notAfter;
  }
}

export interface CertificateFields {
  readonly serial: string;
  /** Names as DER; compared by `isSameName`. */
  readonly issuer: Buffer;
  readonly subject: Buffer;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly keyInfo: Buffer;
  readonly extensions: ReadonlyMap<string, Extension>;
  /** What the issuer signed, how, and the signature. */
  readonly signed: Buffer;
  readonly signatureAlgorithm: DerNode;
  readonly signature: Buffer;
}

/** Whether a critical extension stands there that is not among those whose meaning is heeded. */
export function hasCriticalBesides(
  extensions: ReadonlyMap<string, Extension>,
  understood: ReadonlySet<string>,
): boolean {
  for (const [oid, { isCritical }] of extensions) if (isCritical && !understood.has(oid)) return true;
  return false;
}

const REMEMBERED = 512;
/** In bytes; certificates of people and agencies have two thousand, and what is remembered stays. */
const MAX_BYTES = 64 * 1024;
const remembered = new Map<string, Certificate>();

/** The same certificates come with every letter, hence the last ones read are kept. @throws DerMalformed */
export function readCertificate(der: Buffer): Certificate {
  if (der.length > MAX_BYTES) throw new DerMalformed('certificate too large');
  const tail = tailOf(der);
  const known = remembered.get(tail);
  if (known?.der.equals(der) === true) return known;
  const copy = Buffer.from(der);
  const certificate = new Certificate(copy, sha256Of(copy), readFields(copy));
  if (remembered.size >= REMEMBERED) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(tail, certificate);
  return certificate;
}

const TAIL_BYTES = 24;

/** The cache key of a signed structure: the end of its signature. A hit must still be compared. */
export function tailOf(der: Buffer): string {
  return der.toString('latin1', Math.max(0, der.length - TAIL_BYTES));
}

function readFields(der: Buffer): CertificateFields {
  const [body, outerAlgorithm, signature] = sequenceOf(readWholeDer(der));
  const parts = sequenceOf(body).filter((part, at) => at > 0 || !part.isContext(0));
  const [serial, innerAlgorithm, issuer, validity, subject, keyInfo] = parts;
  const [notBefore, notAfter] = sequenceOf(validity);
  return {
    serial: integerHex(serial),
    issuer: requireTag(issuer, TAG.sequence).bytes,
    subject: requireTag(subject, TAG.sequence).bytes,
    notBefore: instantOfTime(notBefore),
    notAfter: instantOfTime(notAfter),
    keyInfo: requireTag(keyInfo, TAG.sequence).bytes,
    extensions: readExtensions(contextChild(parts, 3)?.children[0]),
    signed: requireTag(body, TAG.sequence).bytes,
    signatureAlgorithm: sameAlgorithm(innerAlgorithm, outerAlgorithm),
    signature: wholeBits(signature),
  };
}

/** The algorithm stands inside what is signed and again beside it. @throws DerMalformed when the two differ */
export function sameAlgorithm(inner: DerNode | undefined, outer: DerNode | undefined): DerNode {
  if (!inner || !outer?.bytes.equals(inner.bytes)) throw new DerMalformed('two algorithms named');
  return outer;
}

/** @throws DerMalformed when one is given twice */
export function readExtensions(list: DerNode | undefined): ReadonlyMap<string, Extension> {
  const extensions = new Map<string, Extension>();
  for (const extension of list ? sequenceOf(list) : []) {
    const parts = sequenceOf(extension);
    const oid = oidOf(parts[0]);
    if (extensions.has(oid)) throw new DerMalformed(`extension ${oid} given twice`);
    const isCritical = parts.length === 3 && parts[1]?.is(TAG.boolean) === true && parts[1].content[0] !== 0;
    extensions.set(oid, new Extension(isCritical, octetsOf(parts.at(-1))));
  }
  return extensions;
}
