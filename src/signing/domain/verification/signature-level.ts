import type { Certificate } from '../certificates/certificate.js';
import type { JudgedTime } from '../certificates/revocation.js';
import { type CarriedMaterial, judgeTrust, type TrustSources } from '../certificates/trust-judgement.js';
import { stampingTime, type TimestampCheck } from '../timestamps/timestamp.js';
import { type PadesLevel, padesLevel } from './pades-level.js';

/** A timestamp over the whole document, and the save that it closes. */
export interface DocumentStamp {
  readonly stamp: TimestampCheck;
  readonly revision: number;
}

/** What the file alone offers after a save: the anchors and its security store; null when it has none. */
export type StoreAt = (revision: number | 'newest') => TrustSources | null;

export interface SignatureCase {
  /** The signer's certificate when everything about the signature itself holds, else null. */
  readonly signer: Certificate | null;
  readonly subFilter: string;
  readonly carried: CarriedMaterial;
  readonly time: JudgedTime;
  /** The signature's own timestamp. */
  readonly stamp: TimestampCheck;
  /** The sound document timestamps over it. */
  readonly stampsOver: readonly DocumentStamp[];
  readonly storeAt: StoreAt;
}

/** The level of one signature, from what its file carries and not from what else is at hand. */
export function levelOfSignature(signature: SignatureCase): PadesLevel | null {
  const { signer, subFilter, time, carried, stamp, stampsOver, storeAt } = signature;
  const stamps = [stamp, ...stampsOver.map((one) => one.stamp)].filter(({ at, faults }) => at && faults.length === 0);
  const dependences = [
    ...(signer ? [{ certificate: signer, time, carried }] : []),
    ...stamps.slice(0, 1).flatMap((one) => dependenceOf(one, time.now)),
  ];
  const isBaseline = signer !== null && subFilter === 'ETSI.CAdES.detached';
  const isTimestamped = stamps.length > 0;
  const isKeptBy = (revision: number | 'newest'): boolean => {
    const store = isBaseline && isTimestamped ? storeAt(revision) : null;
    return store !== null && areSettledBy(store, dependences);
  };
  const isArchived = stampsOver.some(({ revision }) => isKeptBy(revision));
  return padesLevel({ isBaseline, isTimestamped, isSelfContained: isArchived || isKeptBy('newest'), isArchived });
}

interface Dependence {
  readonly certificate: Certificate;
  readonly time: JudgedTime;
  readonly carried: CarriedMaterial;
}

function dependenceOf({ at, stamper }: TimestampCheck, now: Date): Dependence[] {
  return at && stamper ? [{ ...stamper, time: stampingTime(at, now) }] : [];
}

/** Whether these sources alone lead each certificate to an anchor and tell that none on the way was revoked. */
function areSettledBy(sources: TrustSources, dependences: readonly Dependence[]): boolean {
  return dependences.every(({ certificate, time, carried }) => {
    const right = time.isStamping ? sources.forTimestamps() : sources;
    const trust = judgeTrust(certificate, right.with(carried), time);
    const status = trust?.revocation?.status;
    return trust?.fault === null && (status === 'good' || status === 'notDeclared');
  });
}
