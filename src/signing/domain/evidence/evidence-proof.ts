import type { JournalAction } from '../../../journal/domain/acts.js';
import { type EvidenceReport, reportSha256 } from './evidence-report.js';
import { EVIDENCE_KINDS, type EvidenceKind, type EvidenceSubject } from './evidence-subject.js';

/** A judgement as it is kept, without the files that it rests on. */
export interface KeptJudgement {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly subjectKind: EvidenceSubject;
  readonly subjectId: string | null;
  readonly fileSha256: string;
  readonly verdict: string;
  readonly passed: boolean;
  readonly report: EvidenceReport;
  readonly reportSha256: string;
}

/** What the journal says of it. */
export interface JournalledJudgement {
  readonly action: JournalAction;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What contradicts the evidence: one judgement by its id, or all of it. */
export type EvidenceFlaw =
  | { readonly code: 'unguarded' }
  | { readonly code: 'report-changed'; readonly id: string }
  | { readonly code: 'line-differs'; readonly id: string }
  | { readonly code: 'line-missing'; readonly id: string }
  | { readonly code: 'rows-missing'; readonly rows: number };

export type JudgementFlaw = Extract<EvidenceFlaw, { readonly id: string }>['code'];

export const EVIDENCE = 'signatureEvidence';

/** The acts of the journal by which judgements are kept; that one was taken out of the agency is another. */
export const KEEPING_ACTS: readonly JournalAction[] = EVIDENCE_KINDS.map((kind) => actOf(kind));

function actOf(kind: EvidenceKind): JournalAction {
  return `${EVIDENCE}.${kind}`;
}

/** What the journal is told of a judgement when it is kept. */
export function journalledAs(kept: Omit<KeptJudgement, 'id' | 'passed' | 'report'>): JournalledJudgement {
  const { kind, subjectKind, subjectId, fileSha256, verdict } = kept;
  return {
    action: actOf(kind),
    detail: { subjectKind, subjectId, fileSha256, verdict, reportSha256: kept.reportSha256 },
  };
}

/** @param line what the journal says of its keeping; null where it says nothing @returns null when all agree */
export function judgementFlaw(
  kept: KeptJudgement,
  line: { readonly action: string; readonly detail: object } | null,
): JudgementFlaw | null {
  const { report } = kept;
  if (reportSha256(report) !== kept.reportSha256 || report.passed !== kept.passed) return 'report-changed';
  if (line === null) return 'line-missing';
  const { action, detail } = journalledAs(kept);
  const said = new Map<string, unknown>(Object.entries(line.detail));
  const isSame = action === line.action && Object.entries(detail).every(([name, value]) => said.get(name) === value);
  return isSame ? null : 'line-differs';
}
