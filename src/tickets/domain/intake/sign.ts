import { bearsMarks, fold, spelling } from '../../../kernel/vietnamese.js';
import type { OtherNature } from './intake-nature.js';

/**
 * What a sentence says when its words are something else than feedback. `…` stands for up to ten words, `*` for any one. Texts with their marks are
 * compared with them (`cháy` is not `chạy`), texts written without by letters alone; a phrase behind `~` is another without its marks, and is not looked for there.
 */
export interface Sign {
  readonly nature: OtherNature;
  /** What the clerk is told that the sentence shows. */
  readonly shows: string;
  readonly phrases: readonly string[];
  /** Somewhere in the text, in any sentence, one of each of these lists stands as well. */
  readonly beside?: readonly (readonly string[])[];
  /** A sentence with one of these says it of something else: of a lesson, of a rule, of what is long settled. */
  readonly unless?: readonly string[];
}

/** A text with its sentences, and whether it is written with its marks. */
export interface Paper {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  readonly form: 'marked' | 'bare';
}

interface Sentence {
  readonly written: string;
  /** Where it stands in the text. */
  readonly from: number;
  readonly to: number;
  /** As it is compared with phrases. */
  readonly read: string;
}

/** Not the points of initials, nor those in numbers: `thầy Ng. V. A. dạy Toán`, `1.200.000 đồng`. */
const SENTENCE_ENDS = /(?:[!?;\n]|(?<!(?:^|[\s.])\p{Lu}[ghr]?)\.(?!\d))+/gu;
/** Signs that are no words. */
const QUOTING = /["“”'‘’()[\]…–]/gu;
/** A pause is a word of its own, not one inside of a number: `phong bì , quà`, but `7,8`. */
const PAUSE = /[,:](?!\d)/gu;
/** Stands for `…` while marks are taken off. */
const GAP = '_';
/** Before a phrase that is looked for in texts with marks only. */
const MARKED_ONLY = '~';

const READ_AS = { marked: spelled, bare: fold } as const;

export function paperOf(text: string): Paper {
  const form = bearsMarks(text) ? 'marked' : 'bare';
  const ends = [...text.matchAll(SENTENCE_ENDS)].map(({ 0: end, index }) => ({ index, next: index + end.length }));
  const starts = [0, ...ends.map(({ next }) => next)];
  const sentences = starts.map((from, at) => {
    const to = ends[at]?.index ?? text.length;
    const written = text.slice(from, to).trim();
    const read = READ_AS[form](written.replace(QUOTING, ' ').replace(PAUSE, ' , '));
    return { written, from, to, read };
  });
  return { text, sentences: sentences.filter(({ read }) => read !== ''), form };
}

/** The first sentence that says what the sign asks for, where the rest of the text says what it asks for besides; null where none does. */
export function sentenceWith({ sentences, form }: Paper, sign: Omit<Sign, 'nature' | 'shows'>): string | null {
  const { phrases, beside = [], unless = [] } = sign;
  const isSaying = (list: readonly string[], { read }: Sentence): boolean => expressionOf(list, form).test(read);
  const first = sentences.find((sentence) => isSaying(phrases, sentence) && !isSaying(unless, sentence));
  const stands = beside.every((list) => sentences.some((sentence) => isSaying(list, sentence)));
  return first !== undefined && stands ? first.written : null;
}

const expressions = {
  marked: new Map<readonly string[], RegExp>(),
  bare: new Map<readonly string[], RegExp>(),
} as const;

/** One expression for each list, made when it is first asked for. */
function expressionOf(phrases: readonly string[], form: Paper['form']): RegExp {
  const known = expressions[form].get(phrases);
  if (known) return known;
  const looked = form === 'marked' ? phrases : phrases.filter((phrase) => !phrase.startsWith(MARKED_ONLY));
  const all = looked.map((phrase) => READ_AS[form](phrase.replace(MARKED_ONLY, '').replaceAll(' … ', GAP)));
  const made = compiled(all.length === 0 ? NEVER : all.join('|'));
  expressions[form].set(phrases, made);
  return made;
}

/** Matches nothing. */
const NEVER = '(?!)';

function compiled(phrase: string): RegExp {
  const words = phrase.replaceAll('*', '\\S+').replaceAll(GAP, '(?: \\S+){0,10}? ');
  return new RegExp(`(?<![\\p{L}\\p{M}])(?:${words})(?![\\p{L}\\p{M}])`, 'u');
}

/** Each word with its marks in one spelling: `hoà` is `hòa`. */
function spelled(text: string): string {
  return text
    .replace(/[\p{L}\p{M}]+/gu, spelling)
    .replace(/\s+/gu, ' ')
    .trim();
}
