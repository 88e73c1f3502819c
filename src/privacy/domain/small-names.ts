import { EVERYDAY_SYLLABLES, FIRST_SYLLABLES, GIVEN_SYLLABLES, NOT_GIVEN } from './given-names.js';
import type { Cue } from './name-cues.js';
import { MIDDLES, NAME_ENDS, NOT_NAMES, NOT_PEOPLE, RUNNING_WORDS, SURNAMES, SURNAMES_ALONE } from './name-words.js';
import type { Reading } from './reading.js';

/** Where a name in small letters ends, as people type it in a hurry: `nguyễn văn an`, `bảo ngọc`; null when none begins at `index`. */
export function smallNameEnd(reading: Reading, index: number, cue: Cue | null): number | null {
  return surelyNamed(reading, index, cue) ?? surnamed(reading, index, cue) ?? givenAlone(reading, index, cue);
}

/** A surname that is no other word, or a surname with Văn or Thị. */
function surelyNamed(reading: Reading, index: number, cue: Cue | null): number | null {
  const middle = reading.isWordOf(index + 1, MIDDLES);
  if (!reading.isWordOf(index, middle ? SURNAMES : SURNAMES_ALONE) || (cue === null && !middle)) return null;
  const first = middle ? index + 2 : index + 1;
  if (!isNameWord(reading, first)) return null;
  return isNameWord(reading, first + 1) ? first + 1 : first;
}

/** Any surname after a word for a person, with two syllables of given names behind it: `cháu trần gia huy`. */
function surnamed(reading: Reading, index: number, cue: Cue | null): number | null {
  if (cue === null || !reading.isWordOf(index, SURNAMES) || reading.phraseAt(index, NOT_PEOPLE) > 0) return null;
  return givenPairEnd(reading, index + 1);
}

function givenAlone(reading: Reading, index: number, cue: Cue | null): number | null {
  if (cue?.kin !== true || reading.phraseAt(index, NOT_NAMES) > 0 || !hasGap(reading, index)) return null;
  // Without marks `co` is also `có` and `me` also `mẻ`: there only words that announce a name count.
  if (reading.unmarked && !cue.naming) return null;
  const begins = reading.isWordOf(index, FIRST_SYLLABLES);
  const pair = begins && reading.phraseAt(index, NOT_GIVEN) === 0 ? givenPairEnd(reading, index) : null;
  return pair ?? singleEnd(reading, index);
}

function givenPairEnd(reading: Reading, index: number): number | null {
  return isGiven(reading, index) && isGiven(reading, index + 1) ? index + 1 : null;
}

/** One syllable that is hardly another word, where the sentence goes on as it does after a name: `thầy hùng dạy`. */
function singleEnd(reading: Reading, index: number): number | null {
  if (!isGiven(reading, index) || reading.isWordOf(index, EVERYDAY_SYLLABLES)) return null;
  const next = reading.at(index + 1);
  const goesOn = next.kind !== 'word' || next.gap === 'line' || reading.phraseAt(index + 1, RUNNING_WORDS) > 0;
  return goesOn ? index : null;
}

function isGiven(reading: Reading, index: number): boolean {
  return hasGap(reading, index) && reading.isWordOf(index, GIVEN_SYLLABLES);
}

/** Any word at all but one with which the sentence goes on. */
function isNameWord(reading: Reading, index: number): boolean {
  const goesOn = reading.phraseAt(index, RUNNING_WORDS) > 0 || reading.phraseAt(index, NAME_ENDS) > 0;
  return hasGap(reading, index) && !goesOn;
}

function hasGap(reading: Reading, index: number): boolean {
  const { kind, gap } = reading.at(index);
  return kind === 'word' && gap === 'space';
}
