import { fold } from '../../kernel/vietnamese.js';

/** Letters of a word by which a document is found; more are cut off. */
export const WORD_LONGEST = 40;

/** Words of a document's line, folded: of its number, author and subject, each once. */
export function documentWords(...texts: readonly string[]): readonly string[] {
  const words = texts.flatMap((text) => fold(text).split(/[^\p{L}\p{N}]+/u));
  return [...new Set(words.filter((word) => word !== '').map((word) => word.slice(0, WORD_LONGEST)))];
}
