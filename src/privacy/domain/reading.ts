import { atOnce, type Steps } from '../../kernel/turns.js';
import { clean } from '../../kernel/vietnamese.js';

/** A word, a run of digits, or one other sign of a text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign' | 'end';
  /** As written, NFC. */
  readonly text: string;
  /** Lower case with the tone last, so that `Hòa`, `Hoà` and `HOÀ` are equal and `cô` is not `có`. */
  readonly key: string;
  /** Lower case without any marks. */
  readonly folded: string;
  /** First and one past the last UTF-16 unit in the text as given. */
  readonly start: number;
  readonly end: number;
  /** What stands before it. */
  readonly gap: 'none' | 'space' | 'line';
}

/** Phrases of up to four words, as texts with marks and texts without them hold them. */
export interface Phrases {
  readonly marked: ReadonlySet<string>;
  readonly unmarked: ReadonlySet<string>;
  /** Words of its longest phrase. */
  readonly longest: number;
}

const END: Token = { kind: 'end', text: '', key: '', folded: '', start: 0, end: 0, gap: 'line' };
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** An apostrophe inside a word is of the word (`H'Hen`). A letter takes eight marks at most: hostile heaps of marks must not cost a normalisation each. */
const LETTERS = /\p{L}[\p{M}\p{Cf}]{0,8}(?:['’](?=\p{L}))?|\p{Nd}|\s|[\p{M}\p{Cf}]|./gsu;
const MAX_PHRASE_LENGTH = 4;
/** Tokens looked at between two breaks: about a millisecond. */
export const TOKENS_A_STEP = 64;
/** No Vietnamese word is as long; what is, gets cut, so that the work on one word is bounded. */
const MAX_WORD_LENGTH = 60;

/**
 * A text as its words and signs, each with its place in the text as given. Everything else here looks at tokens only, never further
 * from one than a fixed number, so that the whole is linear in the length of the text.
 */
export class Reading {
  /** Whether the text is written without any Vietnamese marks, as on old telephones: then words are compared without them. */
  readonly unmarked: boolean;
  /** Whether the text has no capitals, or only where sentences begin: then names have none either. */
  readonly small: boolean;

  /** Of each token the phrases that begin with it, by their number of words; every recogniser asks for the same ones. */
  private readonly begun: readonly (readonly string[])[];

  private constructor(readonly tokens: readonly Token[]) {
    this.unmarked = tokens.every(({ kind, key, folded }) => kind !== 'word' || key === folded);
    this.small = tokens.every((token, index) => !isCapitalised(token) || opensSentence(tokens, index));
    this.begun = tokens.map((_token, index) => this.phrasesFrom(index));
  }

  static *steps(text: string): Steps<Reading> {
    const tokens: Token[] = [];
    for (const token of tokensOf(text)) if (tokens.push(token) % TOKENS_A_STEP === 0) yield;
    return new Reading(tokens);
  }

  static of(text: string): Reading {
    return atOnce(Reading.steps(text));
  }

  at(index: number): Token {
    return this.tokens[index] ?? END;
  }

  /** How many tokens of the phrase set stand from `index` on: the longest phrase wins; 0 when none does. */
  phraseAt(index: number, phrases: Phrases): number {
    for (let { longest: length } = phrases; length > 0; length -= 1) {
      if (this.isPhrase(index, length, phrases)) return length;
    }
    return 0;
  }

  /** Whether the one word at `index` is of the set. */
  isWordOf(index: number, words: Phrases): boolean {
    return this.isPhrase(index, 1, words);
  }

  /** How many tokens of the phrase set end right before `index`; 0 when none does. */
  phraseBefore(index: number, phrases: Phrases): number {
    for (let { longest: length } = phrases; length > 0; length -= 1) {
      if (this.isPhrase(index - length, length, phrases)) return length;
    }
    return 0;
  }

  /** The index of the first token of a phrase among the `reach` tokens before `index`, on the same line; null when none is. */
  lastPhraseWithin(index: number, reach: number, phrases: Phrases): number | null {
    for (let back = 1; back <= reach; back += 1) {
      if (this.at(index - back + 1).gap === 'line') return null;
      if (this.phraseAt(index - back, phrases) > 0) return index - back;
    }
    return null;
  }

  private isPhrase(index: number, length: number, { marked, unmarked }: Phrases): boolean {
    const phrase = this.begun[index]?.[length - 1];
    return phrase !== undefined && (this.unmarked ? unmarked : marked).has(phrase);
  }

  private phrasesFrom(index: number): readonly string[] {
    const begun: string[] = [];
    for (let step = 0; step < MAX_PHRASE_LENGTH; step += 1) {
      const token = this.at(index + step);
      if (token.kind !== 'word' || (step > 0 && token.gap !== 'space')) break;
      const word = this.unmarked ? token.folded : token.key;
      begun.push(step === 0 ? word : `${begun[step - 1] ?? ''} ${word}`);
    }
    return begun;
  }
}

/** @param written phrases with their marks, parted by commas */
export function phrases(written: string): Phrases {
  const all = written.split(',').map((phrase) => phrase.trim());
  return {
    marked: new Set(all.map((phrase) => phrase.split(' ').map(keyOf).join(' '))),
    unmarked: new Set(all.map(withoutMarks)),
    longest: Math.max(...all.map((phrase) => phrase.split(' ').length)),
  };
}

/** See {@link Token.key}. */
export function keyOf(word: string): string {
  const parts = word.toLowerCase().normalize('NFD');
  return `${parts.replace(TONES, '').normalize('NFC')}${(parts.match(TONES) ?? []).join('')}`;
}

export function isCapitalised({ kind, text }: Token): boolean {
  return kind === 'word' && /^\p{Lu}/u.test(text);
}

/** Whether it is in capitals throughout; a single letter does not count. */
export function isShouted({ kind, text }: Token): boolean {
  return kind === 'word' && text.length > 1 && text === text.toUpperCase();
}

function opensSentence(tokens: readonly Token[], index: number): boolean {
  return tokens[index]?.gap === 'line' || /^[.!?]$/u.test(tokens[index - 1]?.text ?? '');
}

function withoutMarks(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');
}

interface Growing {
  readonly kind: 'word' | 'number' | 'sign';
  readonly start: number;
  readonly gap: Token['gap'];
  text: string;
  end: number;
}

function* tokensOf(text: string): Generator<Token> {
  let growing: Growing | null = null;
  let gap: Token['gap'] = 'line';
  for (const { 0: letter, index } of text.matchAll(LETTERS)) {
    const kind = kindOf(letter);
    if (kind === 'space') gap = widened(gap, letter);
    if (kind === 'space' || kind === 'invisible') continue;
    const end = index + letter.length;
    if (growing !== null && gap === 'none' && grows(growing, kind)) {
      growing.text += letter;
      growing.end = end;
    } else {
      if (growing !== null) yield finished(growing);
      growing = { kind, start: index, end, gap, text: letter };
    }
    gap = 'none';
  }
  if (growing !== null) yield finished(growing);
}

function grows(token: Growing, kind: Token['kind']): boolean {
  return token.kind === kind && kind !== 'sign' && token.text.length < MAX_WORD_LENGTH;
}

function finished({ kind, text, start, end, gap }: Growing): Token {
  const plain = clean(text.replace(/\p{Cf}/gu, ''));
  const written = kind === 'word' ? plain : plain.normalize('NFKC');
  return { kind, text: written, key: keyOf(written), folded: withoutMarks(written), start, end, gap };
}

function kindOf(letter: string): 'word' | 'number' | 'sign' | 'space' | 'invisible' {
  if (/^\p{L}/u.test(letter)) return 'word';
  if (/^\p{Nd}/u.test(letter)) return 'number';
  if (/^\s/u.test(letter)) return 'space';
  return /^[\p{M}\p{Cf}]/u.test(letter) ? 'invisible' : 'sign';
}

function widened(gap: Token['gap'], space: string): Token['gap'] {
  return gap === 'line' || /[\n\r\u2028\u2029\v\f]/u.test(space) ? 'line' : 'space';
}
