import { sha256Of } from '../../../kernel/sha256.js';
import { DerMalformed, type DerNode, readWholeDer, TAG } from '../der/der.js';
import { contextChild, instantOfTime, integerHex, sequenceOf, wholeBits } from '../der/der-values.js';
import { isSignedBy, signatureScheme } from './algorithms.js';
import { type Certificate, type Extension, hasCriticalBesides, readExtensions, tailOf } from './certificate.js';
import { addressesOf, basicConstraints, crlAddresses, mayUseKeyFor } from './certificate-extensions.js';
import { isSameName } from './names.js';

export interface Revoked {
  /** When it was revoked or, where the list says so, since when its key is not to be trusted. */
  readonly at: Date;
  readonly reason: number | null;
}

/** A list of revoked certificates, parsed but not verified yet. Its lines are read when somebody asks for them: a list that nobody vouches for has no effect. */
export interface RevocationList {
  readonly der: Buffer;
  readonly sha256: string;
  readonly issuer: Buffer;
  readonly thisUpdate: Date;
  readonly nextUpdate: Date | null;
  readonly revoked: ReadonlyMap<string, Revoked>;
  readonly extensions: ReadonlyMap<string, Extension>;
  readonly hasCriticalEntryExtension: boolean;
  readonly signed: Buffer;
  readonly signatureAlgorithm: DerNode;
  readonly signature: Buffer;
}

const REASON_CODE = '2.5.29.21';
const INVALIDITY_DATE = '2.5.29.24';
const DELTA = '2.5.29.27';
const ISSUING_POINT = '2.5.29.28';
const REMEMBERS_ENDED = '2.5.29.60';
const UNDERSTOOD: ReadonlySet<string> = new Set(['2.5.29.20', '2.5.29.35', ISSUING_POINT]);

/** Lists that are remembered, and the bytes of all of them together. */
const REMEMBERED = 64;
const REMEMBERED_BYTES = 32 * 1024 * 1024;
const remembered = new Map<string, RevocationList>();
let rememberedBytes = 0;

/** @throws DerMalformed */
export function readRevocationList(der: Buffer): RevocationList {
  const tail = tailOf(der);
  const known = remembered.get(tail);
  if (known?.der.equals(der) === true) return known;
  const list = readList(Buffer.from(der), sha256Of(der));
  if (remembered.size >= REMEMBERED || rememberedBytes + der.length > REMEMBERED_BYTES) {
    remembered.clear();
    rememberedBytes = 0;
  }
  remembered.set(tail, list);
  rememberedBytes += der.length;
  return list;
}

function readList(der: Buffer, sha256: string): RevocationList {
  const [body, signatureAlgorithm, signature] = sequenceOf(readWholeDer(der));
  const parts = sequenceOf(body).filter((part, at) => at > 0 || !part.is(TAG.integer));
  const [innerAlgorithm, issuer, thisUpdate, ...rest] = parts;
  if (!body || !signatureAlgorithm || !issuer || innerAlgorithm?.bytes.equals(signatureAlgorithm.bytes) !== true) {
    throw new DerMalformed('revocation list incomplete');
  }
  const nextUpdate = rest.find((part) => part.is(TAG.utcTime) || part.is(TAG.generalizedTime));
  const entries = rest.find((part) => part.is(TAG.sequence));
  let once: Entries | null = null;
  const lines = (): Entries => (once ??= readEntries(entries));
  return {
    der,
    sha256,
    issuer: issuer.bytes,
    thisUpdate: instantOfTime(thisUpdate),
    nextUpdate: nextUpdate ? instantOfTime(nextUpdate) : null,
    get revoked() {
      return lines().revoked;
    },
    get hasCriticalEntryExtension() {
      return lines().hasCriticalEntryExtension;
    },
    extensions: readExtensions(contextChild(rest, 0)?.children[0]),
    signed: body.bytes,
    signatureAlgorithm,
    signature: wholeBits(signature),
  };
}

type Entries = Pick<RevocationList, 'revoked' | 'hasCriticalEntryExtension'>;

/** @throws DerMalformed */
function readEntries(entries: DerNode | undefined): Entries {
  const revoked = new Map<string, Revoked>();
  let hasCriticalEntryExtension = false;
  for (const entry of entries?.passing() ?? []) {
    const [serial, at, extensionList] = sequenceOf(entry);
    const extensions = readExtensions(extensionList);
    hasCriticalEntryExtension ||= [...extensions].some(([oid, { isCritical }]) => isCritical && oid !== REASON_CODE);
    const reason = extensions.get(REASON_CODE);
    const since = extensions.get(INVALIDITY_DATE);
    revoked.set(integerHex(serial), {
      at: earlier(instantOfTime(at), since ? instantOfTime(readWholeDer(since.value)) : null),
      reason: reason ? (readWholeDer(reason.value).content[0] ?? null) : null,
    });
  }
  return { revoked, hasCriticalEntryExtension };
}

function earlier(a: Date, b: Date | null): Date {
  return b && b < a ? b : a;
}

/** Since when the list remembers certificates that ended (X.509, expiredCertsOnCRL); null when it may forget them. */
export function remembersFrom({ extensions }: RevocationList): Date | null {
  const since = extensions.get(REMEMBERS_ENDED);
  return since ? instantOfTime(readWholeDer(since.value)) : null;
}

/**
 * Whether this list speaks for that certificate: the same issuer by name and key, complete, direct, and of its part.
 * Lists of others, changes only (delta), and lists with rules we do not know say nothing.
 */
export function speaksFor(list: RevocationList, certificate: Certificate, issuer: Certificate): boolean {
  if (!isSameName(list.issuer, certificate.issuer) || list.extensions.has(DELTA)) return false;
  if (hasCriticalBesides(list.extensions, UNDERSTOOD)) return false;
  if (!mayUseKeyFor(issuer, 'cRLSign')) return false;
  return isOfItsPart(list, certificate) && isSignedByIssuer(list, issuer) && hasReadableLines(list);
}

/** A list with a line that cannot be read, or that must not be passed over, counts as none. */
function hasReadableLines(list: RevocationList): boolean {
  try {
    return !list.hasCriticalEntryExtension;
  } catch (error) {
    if (error instanceof DerMalformed) return false;
    throw error;
  }
}

/** RFC 5280, 5.2.5: a list may be for users or authorities only, or for one distribution point. */
function isOfItsPart(list: RevocationList, certificate: Certificate): boolean {
  const point = list.extensions.get(ISSUING_POINT);
  if (!point) return true;
  const parts = sequenceOf(readWholeDer(point.value));
  // 1 users only, 2 authorities only, 3 some reasons only, 4 indirect, 5 attribute certificates only.
  if (parts.some((part) => part.tag > 0 && part.tag !== 1 && part.tag !== 2)) return false;
  if (contextChild(parts, basicConstraints(certificate).isAuthority ? 1 : 2)) return false;
  const names = contextChild(contextChild(parts, 0)?.children ?? [], 0)?.children ?? [];
  if (!contextChild(parts, 0)) return true;
  const wanted = crlAddresses(certificate);
  return addressesOf(names).some((address) => wanted.includes(address));
}

const signatures = new WeakMap<RevocationList, WeakMap<Certificate, boolean>>();

function isSignedByIssuer(list: RevocationList, issuer: Certificate): boolean {
  const ofList = signatures.get(list) ?? new WeakMap<Certificate, boolean>();
  const known = ofList.get(issuer);
  if (known !== undefined) return known;
  const isSigned = checkSignature(list, issuer);
  signatures.set(list, ofList.set(issuer, isSigned));
  return isSigned;
}

function checkSignature(list: RevocationList, issuer: Certificate): boolean {
  try {
    return isSignedBy(issuer.key, signatureScheme(list.signatureAlgorithm, null), list);
  } catch {
    return false;
  }
}
