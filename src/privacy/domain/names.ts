import type { Detection } from './finding.js';
import { cueBefore, type Cue } from './name-cues.js';
import {
  BEARERS,
  COMMON_SURNAMES,
  MIDDLES,
  NAME_ENDS,
  NOT_NAMES,
  NOT_PEOPLE,
  NOT_TOGETHER,
  PUBLIC_NAMES,
  RUNNING_WORDS,
  SURNAMES,
} from './name-words.js';
import { isCapitalised, isShouted, type Reading } from './reading.js';
import { smallNameEnd } from './small-names.js';

const MAX_NAME_LENGTH = 5;
const MAX_SHOUTED_LENGTH = 4;

/**
 * A person's name: capitalised words that begin with a surname or follow a word for a person. Names that schools, streets and places
 * bear are none.
 */
export function detectName(reading: Reading, index: number): Detection | null {
  const token = reading.at(index);
  if (token.kind !== 'word') return null;
  const cue = cueBefore(reading, index);
  if (!isCapitalised(token)) return smallName(reading, index, cue);
  if (bearsNoPerson(reading, index)) return null;
  if (isSurname(reading, index)) return fullName(reading, index, cue) ?? givenName(reading, index, cue);
  return givenName(reading, index, cue);
}

function fullName(reading: Reading, index: number, cue: Cue | null): Detection | null {
  const loud = isLoud(reading, index);
  const to = runEnd(reading, index, loud);
  const words = to - index + 1;
  if (words < 2 || isPublicName(reading, index, words, cue)) return null;
  if (cue === null && !standsAlone(reading, index, loud, words)) return null;
  const sure = cue !== null || reading.isWordOf(index + 1, MIDDLES);
  return detected(cue, sure, index, to);
}

/** One to three words after "em", "cô", "tên là": the given name, or the name of a people whose surnames we do not know. */
function givenName(reading: Reading, index: number, cue: Cue | null): Detection | null {
  if (cue?.kin !== true || isLoud(reading, index) || reading.phraseAt(index, NOT_NAMES) > 0) return null;
  const to = runEnd(reading, index, false);
  if (to === index && reading.at(index).text.length === 1) return null;
  return detected(cue, false, index, Math.min(to, index + 3));
}

function smallName(reading: Reading, index: number, cue: Cue | null): Detection | null {
  const to = smallNameEnd(reading, index, cue);
  if (to === null || bearsNoPerson(reading, index) || isPublicName(reading, index, to - index + 1, cue)) return null;
  return detected(cue, false, index, to);
}

/** The words only begin like a name, or they name a school, a street or a place. */
function bearsNoPerson(reading: Reading, index: number): boolean {
  const isOther = reading.phraseAt(index, NOT_PEOPLE) > 0 || reading.phraseAt(index - 1, NOT_TOGETHER) > 1;
  return isOther || reading.phraseBefore(index, BEARERS) > 0;
}

function detected(cue: Cue | null, sure: boolean, from: number, to: number): Detection {
  return { kind: cue?.kind ?? 'personName', confidence: sure ? 'certain' : 'likely', from, to };
}

/** The last of the capitalised words that follow one another from `index` on. */
function runEnd(reading: Reading, index: number, loud: boolean): number {
  let end = index;
  const most = loud ? MAX_SHOUTED_LENGTH : MAX_NAME_LENGTH;
  while (end - index + 1 < most && continuesName(reading, end + 1, loud ? end - index + 1 : 0)) end += 1;
  return end;
}

/** @param loudWords how many words of a name in a line of capitals stand before; 0 where capitals still tell something */
function continuesName(reading: Reading, index: number, loudWords: number): boolean {
  const token = reading.at(index);
  if (!isCapitalised(token) || token.gap !== 'space' || reading.phraseAt(index, NAME_ENDS) > 0) return false;
  const afterMiddle = reading.isWordOf(index - 1, MIDDLES);
  return loudWords < 2 || afterMiddle || reading.phraseAt(index, RUNNING_WORDS) === 0;
}

/** Without a word for a person, a name stands at the beginning of its capitals, or it is one for certain. */
function standsAlone(reading: Reading, index: number, loud: boolean, words: number): boolean {
  if (loud) return words >= 3 && isCommonSurname(reading, index);
  if (!reading.isWordOf(index, SURNAMES) && words < 3) return false;
  return reading.isWordOf(index + 1, MIDDLES) || !continuesCapitals(reading, index);
}

function continuesCapitals(reading: Reading, index: number): boolean {
  const before = reading.at(index - 1);
  if (!isCapitalised(before) || isShouted(before) || reading.at(index).gap !== 'space') return false;
  const opensSentence = before.gap === 'line' || /^[.!?:;]$/u.test(reading.at(index - 2).text);
  return !opensSentence || isSurname(reading, index - 1);
}

/** A name of history, or one in a row of names of schools or streets: `THPT Ngô Quyền, Trần Phú`. */
function isPublicName(reading: Reading, index: number, words: number, cue: Cue | null): boolean {
  if (cue?.kin === true) return false;
  return reading.phraseAt(index, PUBLIC_NAMES) > 0 || (cue === null && words === 2 && continuesRow(reading, index));
}

function continuesRow(reading: Reading, index: number): boolean {
  let at = index;
  for (let names = 0; names < 6; names += 1) {
    const joined = reading.at(at - 1).text === ',' || /^(?:và|hoặc)$/u.test(reading.at(at - 1).text);
    if (!joined) return false;
    at -= 2;
    for (let word = 0; word < MAX_NAME_LENGTH && isCapitalised(reading.at(at - 1)); word += 1) {
      if (reading.phraseBefore(at, BEARERS) > 0) return true;
      at -= 1;
    }
    if (reading.phraseBefore(at, BEARERS) > 0) return true;
  }
  return false;
}

/** In a line of capitals a capital tells nothing. */
function isLoud(reading: Reading, index: number): boolean {
  if (!isShouted(reading.at(index))) return false;
  const [before, after] = [reading.at(index - 1), reading.at(runLast(reading, index) + 1)];
  return isShouted(before) || (isShouted(after) && after.gap === 'space');
}

function runLast(reading: Reading, index: number): number {
  let end = index;
  while (end - index < MAX_NAME_LENGTH && isCapitalised(reading.at(end + 1))) end += 1;
  return end;
}

/** A surname with its marks, or without them where the next word has none either. */
function isSurname(reading: Reading, index: number): boolean {
  return reading.isWordOf(index, SURNAMES) || isCommonSurname(reading, index);
}

function isCommonSurname(reading: Reading, index: number): boolean {
  if (reading.isWordOf(index, COMMON_SURNAMES)) return true;
  const unmarked = isUnmarkedWord(reading, index) && isUnmarkedWord(reading, index + 1);
  return unmarked && COMMON_SURNAMES.unmarked.has(reading.at(index).folded);
}

function isUnmarkedWord(reading: Reading, index: number): boolean {
  const { kind, key, folded } = reading.at(index);
  return kind === 'word' && key === folded;
}
