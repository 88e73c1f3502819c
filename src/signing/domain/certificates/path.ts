import { AlgorithmRefused, isSignedBy, signatureScheme } from './algorithms.js';
import type { Certificate } from './certificate.js';
import { basicConstraints, EXTENSION, hasUnknownCriticalExtension, mayUseKeyFor } from './certificate-extensions.js';
import { isSameName } from './names.js';

/** From the signer's certificate up to one of the anchors, both included. */
export type CertificatePath = readonly Certificate[];

export interface Trust {
  readonly anchors: readonly Certificate[];
  /** Whom we trust for times; left out, the anchors themselves. */
  readonly timestampAnchors?: readonly Certificate[];
  /** Certificates that may help to build a path and are not trusted for themselves. */
  readonly intermediates: readonly Certificate[];
}

export type PathFault =
  | 'path-missing'
  | 'certificate-not-valid-at-time'
  | 'authority-not-allowed'
  | 'certificate-critical-extension'
  | 'algorithm-weak'
  | 'algorithm-unknown';

export type PathResult = { readonly path: CertificatePath } | { readonly fault: PathFault; readonly at: Certificate };

const MAX_PATH_LENGTH = 8;
const MAX_ATTEMPTS = 128;
/** Issuers of one name that are tried; a key change gives two, nobody gives nine. */
const MAX_NAMESAKES = 8;

/**
 * A path by name, signature and rules to an anchor, everything valid at one instant (RFC 5280, 6.1).
 *
 * When several sound paths exist, as with cross certificates, the first preferred one counts, else the first; when none is sound, the
 * fault of the one that was tried first is told. Without any, it is told whether only too weak a signature or key is in the way.
 */
export function findPath(signer: Certificate, trust: Trust, wish: PathWish): PathResult {
  const search = new PathSearch(trust, wish, isIssuedBy);
  const found = search.from([signer]) ?? search.second ?? search.bestFault;
  return found ?? weakPath(signer, trust, wish) ?? { fault: 'path-missing', at: signer };
}

/** Signatures too weak to be trusted are followed by name, to see whether they would lead to an anchor. */
function weakPath(signer: Certificate, trust: Trust, { instant }: PathWish): PathResult | null {
  const search = new PathSearch(trust, { instant }, (certificate, issuer) => {
    return isIssuedBy(certificate, issuer) || isWeaklyIssued(certificate, issuer);
  });
  search.from([signer]);
  const path = search.reached ?? [];
  const at = path.find((one) => keyFault(one) === 'algorithm-weak' || (one !== path.at(-1) && hasWeakSignature(one)));
  return at ? { fault: 'algorithm-weak', at } : null;
}

/** Whether the signature under a certificate proves nothing because of its own algorithm or the issuer's key: anybody could have made it. */
function isWeaklyIssued(certificate: Certificate, issuer: Certificate): boolean {
  return hasWeakSignature(certificate) || keyFault(issuer) === 'algorithm-weak';
}

function hasWeakSignature(certificate: Certificate): boolean {
  return signatureFault(certificate) === 'algorithm-weak';
}

export interface PathWish {
  readonly instant: Date;
  /** Whether a sound path is the one to take; while it is not, others are looked for. Left out, the first sound path is taken. */
  readonly isPreferred?: (path: CertificatePath) => boolean;
}

/** Certificates that bear the issuer's name, anchors first, each once. */
function namedIssuers({ issuer }: Certificate, { anchors, intermediates }: Trust): Certificate[] {
  const named: Certificate[] = [];
  for (const certificates of [anchors, intermediates]) {
    for (const one of certificates) {
      const isNew = isSameName(one.subject, issuer) && !named.some(({ sha256 }) => sha256 === one.sha256);
      if (isNew && named.length < MAX_NAMESAKES) named.push(one);
    }
  }
  return named;
}

class PathSearch {
  /** The first path to an anchor, sound or not. */
  reached: CertificatePath | null = null;
  second: { readonly path: CertificatePath } | null = null;
  bestFault: { readonly fault: PathFault; readonly at: Certificate } | null = null;
  private attempts = 0;

  constructor(
    private readonly trust: Trust,
    private readonly wish: PathWish,
    private readonly isLink: (certificate: Certificate, issuer: Certificate) => boolean,
  ) {}

  from(path: CertificatePath): { readonly path: CertificatePath } | null {
    const top = path.at(-1);
    if (!top || path.length > MAX_PATH_LENGTH || this.attempts >= MAX_ATTEMPTS) return null;
    this.attempts += 1;
    if (this.trust.anchors.some(({ sha256 }) => sha256 === top.sha256)) {
      this.reached ??= path;
      return this.judge(path);
    }
    for (const issuer of namedIssuers(top, this.trust)) {
      if (path.some(({ sha256 }) => sha256 === issuer.sha256) || !this.isLink(top, issuer)) continue;
      const found = this.from([...path, issuer]);
      if (found) return found;
    }
    return null;
  }

  private judge(path: CertificatePath): { readonly path: CertificatePath } | null {
    for (const [height, certificate] of path.entries()) {
      const fault = faultOf(certificate, this.wish.instant) ?? issuingFault(certificate, height, path);
      if (fault) {
        this.bestFault ??= { fault, at: certificate };
        return null;
      }
    }
    this.second ??= { path };
    return this.wish.isPreferred?.(path) === false ? null : { path };
  }
}

function faultOf(certificate: Certificate, instant: Date): PathFault | null {
  if (!certificate.isValidAt(instant)) return 'certificate-not-valid-at-time';
  // Limits on names would have to be applied to everything below; no authority we know sets them.
  if (hasUnknownCriticalExtension(certificate) || certificate.extension(EXTENSION.nameConstraints)) {
    return 'certificate-critical-extension';
  }
  return keyFault(certificate);
}

/**
 * Whether a certificate may issue those below it in the path.
 *
 * @param height 0 for the signer; authorities below an issuer are counted from it
 */
function issuingFault(certificate: Certificate, height: number, path: CertificatePath): PathFault | null {
  if (height === 0) return null;
  // RFC 5280, 6.1: who is trusted by configuration need not say that it is an authority, as old roots do not.
  const isOldAnchor = height === path.length - 1 && !certificate.extension(EXTENSION.basicConstraints);
  const mayIssue =
    (isOldAnchor || isAuthorityOver(certificate, height - 1)) && mayUseKeyFor(certificate, 'keyCertSign');
  return mayIssue ? null : 'authority-not-allowed';
}

function isAuthorityOver(certificate: Certificate, authoritiesBelow: number): boolean {
  const { isAuthority, pathLength } = basicConstraints(certificate);
  return isAuthority && (pathLength === null || authoritiesBelow <= pathLength);
}

type AlgorithmFault = 'algorithm-weak' | 'algorithm-unknown';

function keyFault(certificate: Certificate): AlgorithmFault | null {
  return faultIn(() => certificate.key);
}

function signatureFault({ fields }: Certificate): AlgorithmFault | null {
  return faultIn(() => signatureScheme(fields.signatureAlgorithm, null));
}

function faultIn(read: () => unknown): AlgorithmFault | null {
  try {
    read();
    return null;
  } catch (error) {
    return error instanceof AlgorithmRefused && error.why === 'weak' ? 'algorithm-weak' : 'algorithm-unknown';
  }
}

/**
 * Whether a certificate that came along was altered: issuers of its issuer's name are at hand, and none made its
 * signature. Weak signatures, as old roots bear, stay undecided.
 */
export function isDamaged(certificate: Certificate, trust: Trust): boolean {
  const issuers = namedIssuers(certificate, trust);
  if (issuers.length === 0 || issuers.some((issuer) => isIssuedBy(certificate, issuer))) return false;
  return signatureFault(certificate) === null && issuers.every((issuer) => keyFault(issuer) === null);
}

const known = new WeakMap<Certificate, WeakMap<Certificate, boolean>>();

/** Whether the issuer's key made the certificate's signature, by a strong algorithm. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (!isSameName(issuer.subject, certificate.issuer)) return false;
  const ofCertificate = known.get(certificate) ?? new WeakMap<Certificate, boolean>();
  const before = ofCertificate.get(issuer);
  if (before !== undefined) return before;
  const isIssued = checkIssued(certificate, issuer);
  known.set(certificate, ofCertificate.set(issuer, isIssued));
  return isIssued;
}

function checkIssued({ fields }: Certificate, issuer: Certificate): boolean {
  try {
    return isSignedBy(issuer.key, signatureScheme(fields.signatureAlgorithm, null), fields);
  } catch {
    return false;
  }
}
