import type { Certificate } from './certificate.js';
import { type CertificatePath, findPath, isDamaged, type PathFault, type Trust } from './path.js';
import type { GroundsCollector } from './grounds.js';
import {
  joinEvidence,
  type JudgedTime,
  pathRevocation,
  type PathRevocation,
  readEvidence,
  type RevocationEvidence,
} from './revocation.js';

/** What a structure of ours carries along besides its signature. */
export interface CarriedMaterial {
  readonly certificates: readonly Certificate[];
  readonly crls: readonly Buffer[];
  readonly ocsps: readonly Buffer[];
}

export function joinMaterial(a: CarriedMaterial, b: CarriedMaterial): CarriedMaterial {
  if (isNothing(b)) return a;
  return {
    certificates: [...a.certificates, ...b.certificates],
    crls: [...a.crls, ...b.crls],
    ocsps: [...a.ocsps, ...b.ocsps],
  };
}

function isNothing({ certificates, crls, ocsps }: CarriedMaterial): boolean {
  return certificates.length + crls.length + ocsps.length === 0;
}

/** Everything at hand to judge certificates with: what is trusted, and what merely helps. */
export class TrustSources {
  constructor(
    private readonly trust: Trust,
    private readonly evidence: RevocationEvidence,
    /** Leave certificate paths out altogether: only integrity is asked about. */
    readonly isIntegrityOnly: boolean,
    private readonly collector: GroundsCollector,
  ) {}

  with(carried: CarriedMaterial): TrustSources {
    if (isNothing(carried)) return this;
    const { certificates, crls, ocsps } = carried;
    const intermediates = [...this.trust.intermediates, ...certificates];
    const evidence =
      crls.length + ocsps.length === 0 ? this.evidence : joinEvidence(this.evidence, readEvidence(crls, ocsps));
    return new TrustSources({ ...this.trust, intermediates }, evidence, this.isIntegrityOnly, this.collector);
  }

  /** The same for timestamp authorities. */
  forTimestamps(): TrustSources {
    const { anchors, timestampAnchors = anchors } = this.trust;
    return new TrustSources(
      { ...this.trust, anchors: timestampAnchors },
      this.evidence,
      this.isIntegrityOnly,
      this.collector,
    );
  }

  /** Path and revocation of one certificate: a path on which nothing was revoked and nothing is unknown, if there is one. */
  judge(signer: Certificate, time: JudgedTime): TrustJudgement {
    const judged = new Map<CertificatePath, PathRevocation>();
    const revocationOf = (path: CertificatePath): PathRevocation => {
      const revocation = judged.get(path) ?? pathRevocation(path, this.evidence, time);
      judged.set(path, revocation);
      return revocation;
    };
    const isPreferred = (path: CertificatePath): boolean => {
      const { status } = revocationOf(path);
      return status === 'good' || status === 'notDeclared';
    };
    const found = findPath(signer, this.trust, { instant: time.instant, isPreferred });
    this.collector.add('path' in found ? found.path : [signer], this.evidence);
    if ('fault' in found) return { fault: found.fault, faulty: found.at, revocation: null };
    return { fault: null, faulty: null, revocation: revocationOf(found.path) };
  }

  /** Whether one of these certificates was altered since it was issued. */
  hasDamagedAmong(certificates: readonly Certificate[]): boolean {
    return certificates.some((certificate) => isDamaged(certificate, this.trust));
  }
}

export interface TrustJudgement {
  readonly fault: PathFault | null;
  /** The certificate that is at fault. */
  readonly faulty: Certificate | null;
  readonly revocation: PathRevocation | null;
}

/** Path and revocation of one certificate; null when only integrity is asked about. */
export function judgeTrust(signer: Certificate, sources: TrustSources, time: JudgedTime): TrustJudgement | null {
  if (sources.isIntegrityOnly) return null;
  return sources.judge(signer, time);
}
