import type { CheckedXmlSignature, SignedStretch, XmlSignatureFault } from './checked-xml-signature.js';
import { AlgorithmRefused, strongKey } from '../certificates/algorithms.js';
import { readCertificate, type Certificate } from '../certificates/certificate.js';
import { NOTHING_WANTED, type WantedEvidence } from '../certificates/revocation.js';
import { judgeTrust, type TrustSources } from '../certificates/trust-judgement.js';
import { DerMalformed } from '../der/der.js';
import { readable } from '../der/readable.js';
import { reason, type Reason, type ReasonCode } from '../verification/reasons.js';
import { trustReasons, usageReasons } from '../verification/signature-verdict.js';

/** One XML signature with the trust that its maker deserves; empty reasons make it valid. */
export interface JudgedXmlSignature {
  /** The name in the certificate; empty when none can be trusted. */
  readonly signer: string;
  readonly reasons: readonly Reason[];
  /** What it covers, as it was signed; empty with a fault. */
  readonly stretches: readonly SignedStretch[];
  readonly wanted: WantedEvidence;
}

const FAULTS: Readonly<Record<XmlSignatureFault, ReasonCode>> = {
  malformed: 'xml-signature-malformed',
  mismatch: 'xml-signature-mismatch',
  ambiguous: 'xml-signature-ambiguous',
  'algorithm-weak': 'algorithm-weak',
  'algorithm-unknown': 'algorithm-unknown',
  'certificate-missing': 'cms-signer-certificate-missing',
};

/**
 * Whether an XML signature that holds was made by somebody trusted. It carries no time that anybody vouches for, so that its certificate is
 * judged at the moment when the file came.
 *
 * Source: Thông tư 15/2025/TT-BKHCN (kiểm tra chữ ký số).
 */
export function judgeXmlSignature(checked: CheckedXmlSignature, sources: TrustSources, now: Date): JudgedXmlSignature {
  if (checked.fault !== null) return nothingFrom(FAULTS[checked.fault]);
  try {
    const signer = readCertificate(checked.signer);
    const own = sources.with({ certificates: readable(checked.certificates, readCertificate), crls: [], ocsps: [] });
    const trust = judgeTrust(signer, own, { instant: now, proven: null, now });
    return {
      signer: signer.name.commonName ?? signer.name.organization ?? '',
      reasons: [...keyReasons(signer), ...usageReasons(signer), ...trustReasons(trust, signer)],
      stretches: checked.stretches,
      wanted: trust?.revocation ?? NOTHING_WANTED,
    };
  } catch (error) {
    if (error instanceof DerMalformed) return nothingFrom('cms-signer-certificate-missing');
    throw error;
  }
}

function nothingFrom(code: ReasonCode): JudgedXmlSignature {
  return { signer: '', reasons: [reason(code)], stretches: [], wanted: NOTHING_WANTED };
}

function keyReasons({ fields }: Certificate): Reason[] {
  try {
    strongKey(fields.keyInfo);
    return [];
  } catch (error) {
    if (!(error instanceof AlgorithmRefused)) throw error;
    return [reason(error.why === 'weak' ? 'algorithm-weak' : 'algorithm-unknown')];
  }
}
