import { EVIDENCE_EXTENSIONS } from '../../tickets/domain/reply/answer-evidence.js';
import type { ActField } from '../kit/act-form.js';

/** What a browser offers to choose where a result is proved. */
export const EVIDENCE_ACCEPT = EVIDENCE_EXTENSIONS.map((extension) => `.${extension}`).join(',');

interface EvidenceWords {
  readonly label: string;
  readonly hint: string;
}

/** The control in which what proves a result is chosen. */
export function evidenceField({ label, hint }: EvidenceWords, error: string | null): ActField {
  return { kind: 'files', name: 'files', label, hint, several: true, accept: EVIDENCE_ACCEPT, error };
}
