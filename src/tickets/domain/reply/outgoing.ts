import { DomainError } from '../../../kernel/domain-error.js';
import { findPrivate } from '../../../privacy/domain/find-private.js';
import { FINDING_WORDS } from '../../../privacy/domain/finding.js';
import { requireText, type TextLengths } from '../required-text.js';

/** Words that go to the citizen. */
export interface OutgoingText {
  readonly text: string;
  /** The sender of the text has looked at what may be private in it, and sends it as it is. */
  readonly verbatim?: boolean;
}

/**
 * Words for the citizen, held back once where they seem to name something private. What is known of the sender is left out of account: a text that is
 * held back would tell the writer that it names who wrote.
 *
 * @param field the form's field, beside which the sentence stands
 * @throws DomainError `input-invalid`; `text-held-back` with what seems private, never with the words
 *
 * Source: Luật 91/2025/QH15; Nghị định 154/2026/NĐ-CP, Điều 12 khoản 2.
 */
export function requireOutgoing(field: string, { text, verbatim = false }: OutgoingText, lengths: TextLengths): string {
  const words = requireText(field, text, lengths);
  const kinds = [...new Set(findPrivate(words).map(({ kind }) => FINDING_WORDS[kind]))];
  if (verbatim || kinds.length === 0) return words;
  throw new DomainError('text-held-back', { field, kinds: kinds.join(', ') });
}
