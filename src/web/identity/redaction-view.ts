import { MAX_MASKED_LENGTH, unsettled } from '../../privacy/domain/clean-text.js';
import { partsOf } from '../../privacy/domain/find-private.js';
import { FINDING_WORDS } from '../../privacy/domain/finding.js';
import type { RedactionView } from './redaction.js';
import type { RefusedValues } from '../kit/refused-values.js';

/** One field whose words go out, and the act that sends it. */
export interface OutgoingField {
  /** Where its form posts: `/phieu/1/tra-loi`. */
  readonly action: string;
  readonly field: string;
  /** Whether a person who has looked may send the words as they are; what the public reads, never. */
  readonly maySend: boolean;
}

/** The findings of a field as it was posted and refused; null where nothing was posted or nothing private is in it. */
export function fieldRedaction(posted: RefusedValues, outgoing: OutgoingField): RedactionView | null {
  return textRedaction(posted.value(outgoing.field) ?? '', outgoing, linesOf(posted.value('left') ?? ''));
}

export function textRedaction(
  text: string,
  { action, field, maySend }: OutgoingField,
  left: readonly string[] = [],
): RedactionView | null {
  // No form takes as much: the refusal says so, and the page is drawn at once.
  if (text.length > MAX_MASKED_LENGTH) return null;
  const findings = partsOf(text, unsettled(text, left)).flatMap(({ words, finding }) =>
    finding === null ? [] : [{ words, kind: FINDING_WORDS[finding.kind], standIn: finding.replacement }],
  );
  return findings.length === 0 ? null : { findings, maskAction: maskAction(action, field), maySend };
}

/** `/phieu/1/tra-loi` → `/phieu/1/che/tra-loi/text` */
function maskAction(action: string, field: string): string {
  const at = action.lastIndexOf('/');
  return `${action.slice(0, at)}/che${action.slice(at)}/${field}`;
}

/** What a person typed a line each: names that stay in a public text. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
