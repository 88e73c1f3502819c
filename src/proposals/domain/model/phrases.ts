import { fold, spelling } from '../../../kernel/vietnamese.js';

/** How a text is compared with phrases: with its marks, or without where it is written without them. */
export type Form = 'marked' | 'bare';

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
/** `150.000đ`, `500k`, `1tr8`, `2 triệu`. Nobody writes a longer sum, and a text of digits alone would take seconds to be gone through. */
const MONEY =
  /\d[\d.,]{0,24}\s?(?:nghìn|ngàn|triệu|đồng|nghin|ngan|trieu|dong|vnđ|vnd|tr|k|đ)\d{0,9}(?![\p{L}\p{N}])/giu;
const SOME_MONEY = ' sotien ';
const REQUEST = /(?<!\p{L})(?:de nghi|kien nghi|xin|mong|hoi|yeu cau|nho|muon)(?!\p{L})/u;
/** So many words the longest phrase has. */
const LONGEST = 4;
/** So many words stand at the beginning of a text. */
const BEGINNING = 14;

/** The phrases of a comma separated list. */
export function listed(phrases: string): readonly string[] {
  return phrases
    .split(',')
    .map((phrase) => phrase.replace(/\s+/gu, ' ').trim())
    .filter((phrase) => phrase !== '');
}

/** A phrase as `phrasesIn` finds it. */
export function phraseOf(phrase: string, form: Form): string {
  return wordsOf(withoutSums(phrase), form).join(' ');
}

/** A known phrase of a text. */
export interface Found {
  readonly phrase: string;
  /** Whether it stands at the beginning, or in a sentence that says what is wanted: there the matter is told. */
  readonly isStressed: boolean;
}

/**
 * The known phrases of a text, each once, and the words of it that no known phrase holds. A phrase within a longer one that is known is not told: the
 * word for a road says nothing in the one for violence at school.
 */
export function phrasesIn(text: string, form: Form, isKnown: (phrase: string) => boolean): readonly Found[] {
  const found = new Map<string, boolean>();
  let before = 0;
  for (const sentence of withoutSums(text).split(/[.!?;:\n]+/u)) {
    const words = wordsOf(sentence, form);
    const isWanted = REQUEST.test(fold(sentence));
    let covered = 0;
    for (const at of words.keys()) {
      const isStressed = isWanted || before + at < BEGINNING;
      for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
        const phrase = words.slice(at, at + length).join(' ');
        if (at + length <= covered || (length > 1 && !isKnown(phrase))) continue;
        found.set(phrase, isStressed || found.get(phrase) === true);
        covered = at + length;
      }
    }
    before += words.length;
  }
  return [...found].map(([phrase, isStressed]) => ({ phrase, isStressed }));
}

/** Before sentences are parted, for sums have points. */
function withoutSums(text: string): string {
  return text.normalize('NFC').replace(MONEY, SOME_MONEY);
}

function wordsOf(text: string, form: Form): readonly string[] {
  return (text.match(WORD) ?? []).map(form === 'marked' ? spelling : fold);
}
