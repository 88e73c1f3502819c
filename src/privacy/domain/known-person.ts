import { digitRunsAt } from './digit-runs.js';
import type { FindingKind, Detection } from './finding.js';
import { BEARERS, RUNNING_WORDS } from './name-words.js';
import { isPersonName } from './person-name.js';
import { isCapitalised, Reading } from './reading.js';

/** What is known of somebody who must not be recognised in a text; a line may be empty. */
export interface KnownPerson {
  readonly name: string;
  readonly phone: string;
  readonly email: string;
  readonly address: string;
  /** Whether readers learn beside the text which school it speaks of, so that a class alone leads to a handful of children. */
  readonly atSchool?: boolean;
}

export const NOBODY_KNOWN: KnownPerson = { name: '', phone: '', email: '', address: '' };

/** A detail as it may stand in a text, word for word, whatever its marks and capitals. */
interface Trace {
  readonly kind: FindingKind;
  readonly words: readonly string[];
  /** One word that is a name only where a capital says so. */
  readonly givenName: boolean;
}

/** So many figures of a telephone number lead to it. */
const MIN_PHONE_LENGTH = 6;
const MIN_LOCAL_LENGTH = 4;

/** Finds a known person where nothing in the text tells that it is one: the given name alone, part of the telephone number, the house. */
export function tracesOf(person: KnownPerson): (reading: Reading, index: number) => Detection | null {
  const traces = [...nameTraces(person.name), ...emailTraces(person.email), ...addressTraces(person.address)];
  const begun = new Map<string, Trace[]>();
  for (const trace of traces.toSorted((one, other) => other.words.length - one.words.length)) {
    const [first = ''] = trace.words;
    begun.set(first, [...(begun.get(first) ?? []), trace]);
  }
  const phone = person.phone.replace(/\D/gu, '').replace(/^(?:00)?84(?=\d{8,10}$)/u, '0');
  return (reading, index) => {
    const trace = (begun.get(reading.at(index).folded) ?? []).find((one) => standsAt(reading, index, one));
    if (trace) return { kind: trace.kind, confidence: 'certain', from: index, to: index + trace.words.length - 1 };
    return phoneAt(reading, index, phone);
  };
}

function nameTraces(name: string): Trace[] {
  if (!isPersonName(name)) return [];
  const words = foldedWords(name);
  const kind = 'personName' as const;
  return [
    ...(words.length > 1 ? [{ kind, words, givenName: false }] : []),
    ...(words.length > 2 ? [{ kind, words: words.slice(1), givenName: false }] : []),
    { kind, words: words.slice(-1), givenName: true },
  ];
}

/** The part before @ leads to its owner as well. */
function emailTraces(email: string): Trace[] {
  const [local = ''] = email.split('@');
  const words = Reading.of(local).tokens.map(({ folded }) => folded);
  return local.length < MIN_LOCAL_LENGTH ? [] : [{ kind: 'email', words, givenName: false }];
}

/** Its first part, that with the door; a ward or a town says little. */
function addressTraces(address: string): Trace[] {
  const words = foldedWords(address.split(/[,;]/u)[0] ?? '');
  const door = words[0] === 'so' ? words.slice(words[1] === 'nha' ? 2 : 1) : words;
  const street = door.filter((word) => word !== 'duong' && word !== 'pho');
  const ways = [words, door, street].filter((way) => way.length > 1 && way.some((word) => /\d/u.test(word)));
  return ways.map((way) => ({ kind: 'address', words: way, givenName: false }));
}

function foldedWords(text: string): readonly string[] {
  return Reading.of(text)
    .tokens.filter(({ kind }) => kind !== 'sign')
    .map(({ folded }) => folded);
}

function standsAt(reading: Reading, index: number, { words, givenName }: Trace): boolean {
  const there = words.every(
    (word, step) => reading.at(index + step).folded === word && onOneLine(reading, index, step),
  );
  if (!there || !givenName) return there;
  const token = reading.at(index);
  if (!isCapitalised(token) || reading.phraseBefore(index, BEARERS) > 0) return false;
  return !opensSentence(reading, index) || reading.at(index + 1).kind !== 'word' || goesOn(reading, index + 1);
}

function goesOn(reading: Reading, index: number): boolean {
  return reading.phraseAt(index, RUNNING_WORDS) > 0;
}

function onOneLine(reading: Reading, index: number, step: number): boolean {
  return step === 0 || reading.at(index + step).gap !== 'line';
}

function opensSentence(reading: Reading, index: number): boolean {
  return reading.at(index).gap === 'line' || /^[.!?]$/u.test(reading.at(index - 1).text);
}

/** Figures of the number, six or more together, however they are grouped. */
function phoneAt(reading: Reading, index: number, phone: string): Detection | null {
  if (phone.length < MIN_PHONE_LENGTH || reading.at(index).kind !== 'number') return null;
  const run = digitRunsAt(reading, index).find(
    ({ digits }) => digits.length >= MIN_PHONE_LENGTH && phone.includes(digits),
  );
  return run === undefined ? null : { kind: 'phone', confidence: 'certain', from: index, to: run.to };
}
