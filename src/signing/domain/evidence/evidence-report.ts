import { createHash } from 'node:crypto';

import { canonicalJson } from '../../../kernel/canonical-json.js';
import type { Reason } from '../verification/reasons.js';
import type { SignatureVerdict, Verification } from '../verification/verify-pdf.js';

/** Goes up by one whenever the same file could be judged differently than before. */
const RULES = 'Quy tắc kiểm tra chữ ký số của Hồi Âm, bản 1';

/** What a line of a proof came to, whichever proof it is of. */
export interface ReportLine {
  readonly title: string;
  readonly result: 'pass' | 'fail' | 'unknown' | 'notChecked';
  readonly detail: string;
}

/** One signature as it was judged; times are ISO 8601. */
export interface ReportSignature {
  readonly field: string;
  readonly signer: string;
  readonly serial: string | null;
  readonly certificateSha256: string;
  readonly verdict: string;
  readonly isTimestamp: boolean;
  readonly subFilter: string;
  readonly coversWholeFile: boolean;
  readonly signedAt: string | null;
  readonly judgedAt: string | null;
  readonly timeSource: string | null;
  readonly algorithms: string | null;
  readonly revocation: { readonly status: string; readonly evidenceAt: string | null } | null;
  readonly reasons: readonly Reason[];
}

/** All that one judgement of a file found, in plain values: what is kept, hashed and handed out. */
export interface EvidenceReport {
  readonly rules: string;
  readonly verdict: Verification['verdict'];
  readonly passed: boolean;
  readonly reasons: readonly Reason[];
  readonly signatures: readonly ReportSignature[];
  readonly lines: readonly ReportLine[];
}

/** @param proof what the file was compared with; an incoming file is compared with nothing of ours */
export function evidenceReport(
  { verdict, accept, reasons, signatures }: Omit<Verification, 'formTexts' | 'grounds' | 'wantedCrls'>,
  proof: { readonly lines: readonly ReportLine[]; readonly passed: boolean } | null,
): EvidenceReport {
  const lines = (proof?.lines ?? []).map(({ title, result, detail }) => ({ title, result, detail }));
  const passed = proof?.passed ?? accept;
  return { rules: RULES, verdict, passed, reasons, signatures: signatures.map(signatureOf), lines };
}

function signatureOf(judged: SignatureVerdict): ReportSignature {
  const { field, signer, signerSerial, certificateSha256, verdict, isTimestamp, subFilter, coversWholeFile } = judged;
  const { findings, signedAt, reasons } = judged;
  const revocation = findings?.revocation ?? null;
  return {
    field,
    signer,
    certificateSha256,
    verdict,
    isTimestamp,
    subFilter,
    coversWholeFile,
    reasons,
    serial: signerSerial ?? null,
    signedAt: said(signedAt),
    judgedAt: said(findings?.judgedAt),
    timeSource: findings?.timeSource ?? null,
    algorithms: findings?.algorithms ?? null,
    revocation: revocation && { status: revocation.status, evidenceAt: said(revocation.evidenceAt) },
  };
}

function said(instant: Date | null | undefined): string | null {
  return instant?.toISOString() ?? null;
}

/** sha256 over the report in canonical form; lower-case hex. */
export function reportSha256(report: object): string {
  return createHash('sha256').update(canonicalJson(report)).digest('hex');
}
