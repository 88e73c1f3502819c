import { createHash } from 'node:crypto';

import { AlgorithmRefused, type ComputedDigest, strongDigest } from '../certificates/algorithms.js';
import type { Certificate } from '../certificates/certificate.js';
import { mayStampTime } from '../certificates/certificate-extensions.js';
import { checkSigner, type SignerCheck } from '../cms/signer-check.js';
import { CmsRefused, readSignedData, type SignedData } from '../cms/signed-data.js';
import { isStillToCome } from '../certificates/clock-tolerance.js';
import { type JudgedTime, NOTHING_WANTED, type WantedEvidence } from '../certificates/revocation.js';
import { DerMalformed, type DerNode, readWholeDer } from '../der/der.js';
import { instantOfTime, octetsOf, sequenceOf } from '../der/der-values.js';
import {
  type CarriedMaterial,
  judgeTrust,
  type TrustJudgement,
  type TrustSources,
} from '../certificates/trust-judgement.js';

const TIMESTAMP_CONTENT = '1.2.840.113549.1.9.16.1.4';

type AlgorithmFault = `timestamp-algorithm-${AlgorithmRefused['why']}`;

export type TimestampFault =
  | AlgorithmFault
  | 'timestamp-malformed'
  | 'timestamp-in-future'
  | 'timestamp-imprint'
  | 'timestamp-signature'
  | 'timestamp-purpose'
  | 'timestamp-certificate'
  | 'timestamp-revoked'
  | 'timestamp-path-missing'
  | 'timestamp-revocation-unknown';

export interface TimestampCheck extends WantedEvidence {
  /** The time stated; to be trusted only without faults. */
  readonly at: Date | null;
  readonly faults: readonly TimestampFault[];
  readonly authority: string | null;
  /** The authority's certificate, and what the token carries beside it. */
  readonly stamper: { readonly certificate: Certificate; readonly carried: CarriedMaterial } | null;
}

/** What a timestamp is judged with, and when. */
export interface TimestampBench {
  readonly sources: TrustSources;
  readonly now: Date;
}

/**
 * A time-stamp token (RFC 3161): that it speaks of these very bytes, and that a trusted authority made it.
 *
 * @param imprintOf digest of what should have been stamped
 */
export function checkTimestamp(
  token: Buffer,
  imprintOf: (algorithm: ComputedDigest) => Buffer,
  bench: TimestampBench,
): TimestampCheck {
  try {
    return checkToken(readSignedData(token), imprintOf, bench);
  } catch (error) {
    return { at: null, faults: [readingFault(error)], authority: null, stamper: null, ...NOTHING_WANTED };
  }
}

function readingFault(error: unknown): TimestampFault {
  if (error instanceof AlgorithmRefused) return `timestamp-algorithm-${error.why}`;
  if (error instanceof CmsRefused || error instanceof DerMalformed) return 'timestamp-malformed';
  throw error;
}

function checkToken(
  data: SignedData,
  imprintOf: (algorithm: ComputedDigest) => Buffer,
  { sources, now }: TimestampBench,
): TimestampCheck {
  const content = data.content ?? Buffer.alloc(0);
  const [, , imprint, , generated] = sequenceOf(readWholeDer(content));
  const at = instantOfTime(generated);
  const isOurs = isImprint(sequenceOf(imprint), imprintOf);
  const signer = checkSigner(data, {
    digestOf: (digest) => createHash(digest).update(content).digest(),
    contentType: TIMESTAMP_CONTENT,
    demandsSigningCertificate: true,
  });
  const faults: TimestampFault[] = [
    ...(isOurs ? [] : ['timestamp-imprint' as const]),
    ...(isStillToCome(at, now) ? ['timestamp-in-future' as const] : []),
    ...signatureFaults(signer),
  ];
  if (!signer.certificate) return { at, faults, authority: null, stamper: null, ...NOTHING_WANTED };
  const { certificate } = signer;
  const authority = certificate.name.commonName ?? null;
  const stamper = { certificate, carried: data };
  const { wanted, faults: others } = judgeAuthority(certificate, sources.with(data), stampingTime(at, now));
  return { at, authority, stamper, faults: [...faults, ...others], ...wanted };
}

function signatureFaults({ faults }: SignerCheck): TimestampFault[] {
  return [...new Set(faults.map((fault) => algorithmFault(fault) ?? 'timestamp-signature'))];
}

function algorithmFault(fault: string): AlgorithmFault | null {
  return fault === 'algorithm-weak' || fault === 'algorithm-unknown' || fault === 'algorithm-mismatch'
    ? `timestamp-${fault}`
    : null;
}

function isImprint(
  [algorithm, stamped]: readonly DerNode[],
  imprintOf: (algorithm: ComputedDigest) => Buffer,
): boolean {
  return octetsOf(stamped).equals(imprintOf(strongDigest(algorithm)));
}

/** The time by which a timestamp authority is judged: it proves the time of its stamp itself. */
export function stampingTime(at: Date, now: Date): JudgedTime {
  return { instant: at, proven: at, now, isStamping: true };
}

function judgeAuthority(
  certificate: Certificate,
  sources: TrustSources,
  time: JudgedTime,
): { readonly faults: readonly TimestampFault[]; readonly wanted: WantedEvidence } {
  const purpose: TimestampFault[] = mayStampTime(certificate) ? [] : ['timestamp-purpose'];
  const trust = judgeTrust(certificate, sources.forTimestamps(), time);
  const { wantedCrls, wantedOcsps } = trust?.revocation ?? NOTHING_WANTED;
  return { faults: [...purpose, ...(trust ? trustFaults(trust) : [])], wanted: { wantedCrls, wantedOcsps } };
}

function trustFaults({ fault, revocation }: TrustJudgement): TimestampFault[] {
  if (fault === 'path-missing') return ['timestamp-path-missing'];
  if (fault) return [algorithmFault(fault) ?? 'timestamp-certificate'];
  if (revocation?.status === 'revoked') return ['timestamp-revoked'];
  return revocation?.status === 'unknown' ? ['timestamp-revocation-unknown'] : [];
}
