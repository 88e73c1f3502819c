import { beginningOf } from '../../../kernel/beginning-of.js';
import { bearsMarks, fold, spelling } from '../../../kernel/vietnamese.js';
import type { OtherNature } from './intake-nature.js';
import { SIGNS, type Sign } from './nature-signs.js';

/** What words may be in law, and by which of them. */
export interface SuspectedNature {
  readonly nature: OtherNature;
  /** `có trẻ không rõ đang ở đâu` */
  readonly shows: string;
  /** The sentence that shows it, cut short. */
  readonly quote: string;
}

/** Of a longer text the beginning and the end are read: what somebody wants stands in one of them. */
const READ = 6000;
const MAX_QUOTE_LENGTH = 160;
/** Not the points of initials: `thầy Ng. V. A. dạy Toán`. */
const SENTENCE_ENDS = /(?:[!?;\n]|(?<!(?:^|[\s.])\p{Lu}[ghr]?)\.)+/u;
/** Stands for `…` while marks are taken off. */
const GAP = '_';

/**
 * What the words may be in law, other than feedback; null where nothing hints at it. A suggestion to a clerk, never a decision: the clerk who classifies
 * reads the words.
 *
 * Source: Luật Khiếu nại 2011, Điều 2 khoản 1; Luật Tố cáo 2018, Điều 2 khoản 1, Điều 47; Luật Trẻ em 2016, Điều 51 (unconfirmed).
 */
export function suspectedNature(words: string): SuspectedNature | null {
  const text = words.length <= 2 * READ ? words : `${words.slice(0, READ)}\n${words.slice(-READ)}`;
  const isMarked = bearsMarks(text);
  const form = isMarked ? spelled : fold;
  const sentences = text
    .split(SENTENCE_ENDS)
    .map((sentence) => ({ sentence: sentence.trim(), read: form(sentence) }))
    .filter(({ read }) => read !== '');
  for (const sign of SIGNS) {
    const found = sentences.find(({ read }) => says(read, sign, isMarked));
    if (found && stands(sentences, sign.beside, isMarked) && !stands(sentences, sign.without ?? [], isMarked)) {
      return { nature: sign.nature, shows: sign.shows, quote: beginningOf(found.sentence, MAX_QUOTE_LENGTH) };
    }
  }
  return null;
}

function says(read: string, { phrases, marked = [], unless = [] }: Sign, isMarked: boolean): boolean {
  const all = isMarked ? [...phrases, ...marked] : phrases;
  return isAnyIn(read, all, isMarked) && !isAnyIn(read, unless, isMarked);
}

function stands(sentences: readonly { read: string }[], phrases: Sign['beside'], isMarked: boolean): boolean {
  return phrases === undefined || sentences.some(({ read }) => isAnyIn(read, phrases, isMarked));
}

function isAnyIn(read: string, phrases: readonly string[], isMarked: boolean): boolean {
  return phrases.some((phrase) => expressionOf(phrase)[isMarked ? 'marked' : 'bare'].test(read));
}

const expressions = new Map<string, { readonly marked: RegExp; readonly bare: RegExp }>();

function expressionOf(phrase: string): { readonly marked: RegExp; readonly bare: RegExp } {
  const known = expressions.get(phrase);
  if (known) return known;
  const gaps = phrase.replaceAll(' … ', GAP);
  const made = { marked: compiled(spelled(gaps)), bare: compiled(fold(gaps)) };
  expressions.set(phrase, made);
  return made;
}

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
