import {
  EVIDENCE_EXTENSIONS,
  MAX_EVIDENCE_BYTES,
  MAX_EVIDENCE_FILES,
} from '../../tickets/domain/reply/answer-evidence.js';
import type { ActField } from '../kit/acts/act-field.js';

/** What a browser offers to choose where a result is proved. */
const EVIDENCE_ACCEPT = EVIDENCE_EXTENSIONS.map((extension) => `.${extension}`).join(',');

/** What may be chosen at a time, told before anything is sent. */
export const EVIDENCE_LIMITS = {
  accept: EVIDENCE_ACCEPT,
  most: MAX_EVIDENCE_FILES,
  largestEach: MAX_EVIDENCE_BYTES,
} as const;

/** The control in which what proves a result is chosen. */
export function evidenceField(
  { label, hint }: { readonly label: string; readonly hint: string },
  error: string | null,
): ActField {
  return { kind: 'files', name: 'files', label, hint, several: true, ...EVIDENCE_LIMITS, error };
}
