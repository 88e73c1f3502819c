import { fold } from '../../kernel/vietnamese.js';

/** How many of each kind are shown at most; the page of each kind lists all. */
export const FOUND_EACH = 8;

/** Fewer letters find half of everything. */
const FEWEST_LETTERS = 2;

/** Whether what was typed is enough to look for tickets, documents, people and units; pages are few and always looked through. */
export function isEnough(typed: string): boolean {
  return fold(typed).replace(/[^\p{L}\p{N}]/gu, '').length >= FEWEST_LETTERS;
}

/**
 * Those in whose text each word that was typed begins a word, marks left aside: `truong hoa` finds `Trường phổ thông nhiều cấp học Hoa Phượng`. Those whose
 * text begins with all of it stand first, otherwise the order stays.
 */
export function matching<Thing>(typed: string, things: readonly Thing[], textOf: (thing: Thing) => string): Thing[] {
  const whole = fold(typed);
  const wanted = wordsIn(whole);
  const found = things.filter((thing) => {
    const words = wordsIn(fold(textOf(thing)));
    return wanted.every((begin) => words.some((word) => word.startsWith(begin)));
  });
  const begins = (thing: Thing): boolean => fold(textOf(thing)).startsWith(whole);
  return [...found.filter(begins), ...found.filter((thing) => !begins(thing))].slice(0, FOUND_EACH);
}

function wordsIn(folded: string): readonly string[] {
  return folded.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}
