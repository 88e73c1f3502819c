import { fold, spelling } from '../../../kernel/vietnamese.js';

/** What the nature of a text is known by, and where in the text it stands first. */
export interface Term {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

/** Before a word as it is marked: without marks `cháy` is `chạy`. */
const MARKED = '~';

/**
 * The terms of a text, each once: its words without marks, its pairs of neighbours, and each word once more as it is marked. Every number is `0`:
 * how much or when says nothing of what a paper is.
 */
export function termsOf(text: string): readonly Term[] {
  const terms = new Map<string, Term>();
  const add = (key: string, from: number, to: number): void => {
    if (!terms.has(key)) terms.set(key, { key, from, to });
  };
  let before: { readonly folded: string; readonly from: number } | null = null;
  for (const { 0: written, index: from } of text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)) {
    const to = from + written.length;
    const isNumber = /\p{N}/u.test(written);
    const folded = isNumber ? '0' : fold(written);
    add(folded, from, to);
    if (before) add(`${before.folded} ${folded}`, before.from, to);
    if (!isNumber) add(MARKED + spelling(written).normalize('NFC'), from, to);
    before = { folded, from };
  }
  return [...terms.values()];
}
