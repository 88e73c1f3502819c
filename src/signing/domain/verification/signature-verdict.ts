import { createHash } from 'node:crypto';

import { dateOf } from '../../../files/domain/pdf/values.js';
import { AlgorithmRefused, type ComputedDigest } from '../certificates/algorithms.js';
import type { Certificate } from '../certificates/certificate.js';
import { maySignDocuments, mayUseKeyFor } from '../certificates/certificate-extensions.js';
import type { DistinguishedName } from '../certificates/names.js';
import { isIssuedBy } from '../certificates/path.js';
import { joinWanted, NOTHING_WANTED, type WantedEvidence } from '../certificates/revocation.js';
import { joinMaterial, judgeTrust, type TrustJudgement, type TrustSources } from '../certificates/trust-judgement.js';
import { CmsRefused, readSignedData, type SignedData } from '../cms/signed-data.js';
import { checkSigner } from '../cms/signer-check.js';
import { DerMalformed } from '../der/der.js';
import { signatureTimestamps, soundTime } from '../timestamps/signature-timestamps.js';
import type { TimestampFault } from '../timestamps/timestamp.js';
import type { PadesLevel } from './pades-level.js';
import { reason, type Reason } from './reasons.js';
import { type DocumentStamp, levelOfSignature, type StoreAt } from './signature-level.js';
import { vietnameseTime } from './vietnamese-time.js';
import type { PlacedSignature } from './signature-dictionary.js';

const DATA = '1.2.840.113549.1.7.1';
/** Lists and OCSP responses that the signer enclosed: Adobe's attribute, signed; CAdES-XL's, unsigned. */
const ADOBE_REVOCATION = '1.2.840.113583.1.1.8';
const CADES_REVOCATION = '1.2.840.113549.1.9.16.2.24';

export type TimeSource = 'given' | 'timestamp' | 'claimed' | 'now';

/** The certificate behind a signature, in facts for people and for comparison. */
export interface SignerCertificate {
  readonly subject: DistinguishedName;
  readonly issuer: DistinguishedName;
  /** Upper-case hex. */
  readonly serial: string;
  readonly sha256: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** What was found about one signature by itself, before looking at later saves. */
export interface SignatureFindings extends WantedEvidence {
  readonly certificate: SignerCertificate | null;
  /** Name of the authority, for a document timestamp. */
  readonly authority: string | null;
  readonly level: PadesLevel | null;
  readonly signedAt: Date | null;
  readonly judgedAt: Date | null;
  readonly timeSource: TimeSource;
  readonly algorithms: string | null;
  readonly revocation: {
    readonly status: 'good' | 'revoked' | 'unknown' | 'notDeclared';
    readonly evidenceAt: Date | null;
  } | null;
  readonly reasons: readonly Reason[];
}

/** When a judgement is made, and by which time. */
export interface JudgingTimes {
  /** The time that was asked for in place of the signing time. */
  readonly at: Date | null;
  readonly now: Date;
  readonly demandsCurrent: boolean;
}

/** What a signature is judged with. */
export interface SignatureBench {
  readonly sources: TrustSources;
  readonly storeAt: StoreAt;
  readonly times: JudgingTimes;
  /** The sound document timestamps over this signature. */
  readonly stampsOver: readonly DocumentStamp[];
}

const NOTHING: Omit<SignatureFindings, 'reasons' | 'timeSource'> = {
  certificate: null,
  authority: null,
  level: null,
  signedAt: null,
  judgedAt: null,
  algorithms: null,
  revocation: null,
  ...NOTHING_WANTED,
};

/** Everything about the signature that its own bytes tell: CMS, certificate, timestamp. */
export function judgeSignature(placed: PlacedSignature, bench: SignatureBench): SignatureFindings {
  try {
    return judgeCms(placed, readSignedData(placed.cms), bench);
  } catch (error) {
    const code = error instanceof CmsRefused ? error.code : cryptographicFault(error);
    return { ...NOTHING, timeSource: 'now', signedAt: dateOf(placed.date), reasons: [reason(code)] };
  }
}

function cryptographicFault(error: unknown): 'cms-malformed' | `algorithm-${AlgorithmRefused['why']}` {
  if (error instanceof AlgorithmRefused) return `algorithm-${error.why}`;
  if (error instanceof DerMalformed) return 'cms-malformed';
  throw error;
}

function judgeCms(placed: PlacedSignature, data: SignedData, bench: SignatureBench): SignatureFindings {
  const signer = checkSigner(data, {
    digestOf: (algorithm) => digestOfRanges(placed, algorithm),
    contentType: DATA,
    demandsSigningCertificate: placed.subFilter === 'ETSI.CAdES.detached',
  });
  const enclosed = enclosedRevocation(data);
  const own = bench.sources.with(data).with(enclosed);
  const { now, demandsCurrent } = bench.times;
  const stamps = signatureTimestamps(data.signer, { sources: own, now });
  const proven = earliest([stamps.best, ...bench.stampsOver.map((one) => one.stamp)].map((one) => soundTime(one)));
  const claimedAt = signer.claimedAt ?? dateOf(placed.date);
  const { instant, timeSource } = judgedTime(bench.times, proven, claimedAt);
  const time = { instant, proven, now, demandsCurrent };
  const trust = signer.certificate ? judgeTrust(signer.certificate, own, time) : null;
  const revocation = trust ? trust.revocation : null;
  const { wantedCrls, wantedOcsps } = joinWanted([stamps.wanted, revocation ?? NOTHING_WANTED]);
  return {
    certificate: factsOf(signer.certificate),
    algorithms: signer.algorithms,
    authority: null,
    level: levelOfSignature({
      signer: signer.faults.length === 0 ? signer.certificate : null,
      subFilter: placed.subFilter,
      carried: joinMaterial(data, enclosed),
      time,
      stamp: stamps.best,
      stampsOver: bench.stampsOver,
      storeAt: bench.storeAt,
    }),
    signedAt: proven ?? claimedAt,
    judgedAt: instant,
    timeSource,
    revocation,
    reasons: [
      ...signer.faults.map((fault) => reason(fault)),
      ...structureReasons(data, own),
      ...usageReasons(signer.certificate),
      ...stamps.all.flatMap(({ faults }) => timestampReasons(faults, proven !== null)),
      ...trustReasons(trust, signer.certificate),
    ],
    wantedCrls,
    wantedOcsps,
  };
}

/**
 * What speaks against a timestamp. It is not used, and no signature is worse for it (ETSI EN 319 102-1, 5.5.4): a clerk looks where it was to
 * prove the time, and it is only told where another one proves it.
 */
export function timestampReasons(faults: readonly TimestampFault[], isReplaced: boolean): Reason[] {
  return faults.map((fault) =>
    isReplaced ? reason('timestamp-not-used', `(${reason(fault).message})`) : reason(fault),
  );
}

function structureReasons(data: SignedData, sources: TrustSources): Reason[] {
  const encapsulated = data.content === null ? [] : [reason('cms-encapsulated')];
  return sources.hasDamagedAmong(data.certificates)
    ? [...encapsulated, reason('cms-certificate-damaged')]
    : encapsulated;
}

function factsOf(certificate: Certificate | null): SignerCertificate | null {
  if (!certificate) return null;
  const { serial, sha256, name, issuerName } = certificate;
  const { notBefore, notAfter } = certificate.fields;
  return { subject: name, issuer: issuerName, serial, sha256, notBefore, notAfter };
}

/** Conventions: the time asked for, else a trusted timestamp, else the claimed time unless it is still to come, else now. */
function judgedTime(
  times: SignatureBench['times'],
  proven: Date | null,
  claimed: Date | null,
): { instant: Date; timeSource: TimeSource } {
  if (times.at) return { instant: times.at, timeSource: 'given' };
  if (proven) return { instant: proven, timeSource: 'timestamp' };
  const isPast = claimed !== null && claimed <= times.now;
  return isPast ? { instant: claimed, timeSource: 'claimed' } : { instant: times.now, timeSource: 'now' };
}

function earliest(dates: readonly (Date | null)[]): Date | null {
  return dates.reduce((a, b) => (a && b && a < b ? a : (b ?? a)), null);
}

const CHUNK = 256 * 1024;

/** Digest of the signed stretches, in pieces: a large file must not stall on one huge call. */
export function digestOfRanges({ signedRanges }: PlacedSignature, algorithm: ComputedDigest): Buffer {
  const hash = createHash(algorithm);
  for (const range of signedRanges) {
    for (let at = 0; at < range.length; at += CHUNK) hash.update(range.subarray(at, at + CHUNK));
  }
  return hash.digest();
}

const NOTHING_ENCLOSED = { certificates: [], crls: [], ocsps: [] };

/** `[0] CRLs, [1] OCSP responses`, alike in both attributes. */
function enclosedRevocation({ signer }: SignedData): Pick<SignedData, 'certificates' | 'crls' | 'ocsps'> {
  const values = [signer.signedAttributes.get(ADOBE_REVOCATION), signer.unsignedAttributes.get(CADES_REVOCATION)];
  if (values.every((list) => list === undefined)) return NOTHING_ENCLOSED;
  const groups = values.flatMap((list) => list?.[0]?.children ?? []);
  const inside = (tag: number): Buffer[] =>
    groups
      .filter((group) => group.isContext(tag))
      .flatMap((group) => (group.children[0]?.children ?? []).map(({ bytes }) => bytes));
  return { certificates: [], crls: inside(0), ocsps: inside(1) };
}

/** Why this certificate's key may not sign documents; empty when it may. */
export function usageReasons(certificate: Certificate | null): Reason[] {
  if (!certificate) return [];
  const mayUse = mayUseKeyFor(certificate, 'digitalSignature', 'nonRepudiation') && maySignDocuments(certificate);
  return mayUse ? [] : [reason('key-usage')];
}

/** What path and revocation of the signer's certificate come to. */
export function trustReasons(trust: TrustJudgement | null, signer: Certificate | null): Reason[] {
  if (!trust || !signer) return [];
  if (trust.fault === 'path-missing') return [reason(isIssuedBy(signer, signer) ? 'self-signed' : 'path-missing')];
  if (trust.fault) return [reason(trust.fault, nameBehind(trust.faulty))];
  const { revocation } = trust;
  if (!revocation || revocation.status === 'good') return [];
  const name = nameBehind(revocation.certificate);
  if (revocation.status === 'notDeclared') return [reason('revocation-not-declared', name)];
  if (revocation.status === 'unknown') return [reason('revocation-unknown', name)];
  return [reason('certificate-revoked', `${name} Thu hồi lúc ${vietnameseTime(revocation.revokedAt)}.`)];
}

function nameBehind(certificate: Certificate | null): string {
  const name = certificate?.name;
  return `(${name?.commonName ?? name?.organization ?? 'chứng thư không tên'})`;
}
