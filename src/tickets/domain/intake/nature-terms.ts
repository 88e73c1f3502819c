import { fold, spelling } from '../../../kernel/vietnamese.js';
import { writtenOut } from './short-forms.js';

/** What the nature of a text is known by, and where in the text it stands first. */
export interface Term {
  readonly key: string;
  readonly from: number;
  readonly to: number;
}

interface Word {
  readonly folded: string;
  /** As it is marked; null for a number, and for the words after the first of a short form. */
  readonly marked: string | null;
  readonly from: number;
  readonly to: number;
}

/** Before a word as it is marked: without marks `cháy` is `chạy`. */
const MARKED = '~';
/** Before a word of the last sentence, where people say what they want. */
const LAST = '$';
/** Words that a sentence has at least: with fewer it is a name or a greeting. */
const SENTENCE_WORDS = 4;

/** How a text is written. */
const MANNERS = {
  '#faces': /[=:][)(]|:v|😂|😭|huhu|hihi/u,
  '#loud': /[!?]{2}/u,
  '#asks': /\?/u,
  '#ends-asking': /\?\s*$/u,
  '#capitals': /^\p{Lu}[\p{Lu} ]{7}/u,
} as const;

/**
 * The terms of a text, each once: its words without marks, its pairs of neighbours, each word once more as it is marked, those of the last sentence once more,
 * how it is written and how long it is. Short forms are written out. Every number is `0`: how much or when says nothing of what a paper is.
 */
export function termsOf(text: string): readonly Term[] {
  const words = wordsOf(text);
  const terms = new Map<string, Term>();
  const add = (key: string, from: number, to: number): void => {
    if (!terms.has(key)) terms.set(key, { key, from, to });
  };
  for (const [at, { folded, marked, from, to }] of words.entries()) {
    const before = words[at - 1];
    add(folded, from, to);
    if (before) add(`${before.folded} ${folded}`, before.from, to);
    if (marked !== null) add(MARKED + marked, from, to);
  }
  for (const { folded } of lastSentence(text, words)) add(LAST + folded, 0, text.length);
  for (const key of mannersOf(text, words.length)) add(key, 0, text.length);
  return [...terms.values()];
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/[\p{L}\p{M}]+|\p{N}+/gu)].flatMap(({ 0: written, index: from }) => {
    const place = { from, to: from + written.length };
    if (/\p{N}/u.test(written)) return [{ folded: '0', marked: null, ...place }];
    const marked = spelling(written).normalize('NFC');
    const folded = writtenOut(written.normalize('NFC')) ?? [fold(written)];
    return folded.map((one, at) => ({ folded: one, marked: at === 0 ? marked : null, ...place }));
  });
}

function lastSentence(text: string, words: readonly Word[]): readonly Word[] {
  let end = words.length;
  for (const { index } of [...text.matchAll(/[^.!?;\n]+/gu)].toReversed()) {
    let first = end;
    while ((words[first - 1]?.from ?? -1) >= index) first -= 1;
    if (end - first >= SENTENCE_WORDS) return words.slice(first, end);
    end = first;
  }
  return [];
}

/** Longer by half is the next length. */
function mannersOf(text: string, words: number): readonly string[] {
  if (words === 0) return [];
  const length = Math.min(6, Math.floor(Math.log2(words / 12 + 1) * 2));
  const manners = Object.entries(MANNERS).filter(([, manner]) => manner.test(text));
  return [`#length${length}`, ...manners.map(([key]) => key)];
}
