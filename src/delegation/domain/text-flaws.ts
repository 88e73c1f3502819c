import { flaw } from '../../law/flaw.js';
import type { Flaw } from '../../law/policy-draft.js';

const MAX_TEXT_LENGTH = 500;
const MIN_TEXT_LENGTH = 10;

export function lineFlaws(field: string, text: string, sentence: string): readonly Flaw[] {
  return flaw(field, text.trim() === '', sentence);
}

export function textFlaws(field: string, text: string, ask: string): readonly Flaw[] {
  return [...shortTextFlaws(field, text, ask), ...longTextFlaws(field, text)];
}

export function shortTextFlaws(field: string, text: string, ask: string): readonly Flaw[] {
  const { length } = text.trim();
  return flaw(field, length < MIN_TEXT_LENGTH, `${ask}: cần từ ${MIN_TEXT_LENGTH} ký tự, hiện có ${length}.`);
}

/** Of a text that may be left out. */
export function longTextFlaws(field: string, text: string): readonly Flaw[] {
  return flaw(field, text.trim().length > MAX_TEXT_LENGTH, `Dài quá ${MAX_TEXT_LENGTH} ký tự; rút ngắn lại.`);
}
