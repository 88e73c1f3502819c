import type { SchoolLevel } from '../school-level.js';
import { coreOf, syllables } from './school-words.js';

/** A school or centre as the index takes it in. */
export interface NamedUnit {
  readonly id: string;
  readonly name: string;
  /** What it was called before, and what the units were called that were closed into it. */
  readonly oldNames: readonly string[];
  /** Its commune and its address, by which two of one name are told apart. */
  readonly whereabouts: readonly string[];
}

/** One name of one unit. */
export interface NameEntry {
  readonly unitId: string;
  /** As it is written. */
  readonly name: string;
  readonly isOld: boolean;
  readonly levels: readonly SchoolLevel[];
  /** Folded names of places. */
  readonly places: readonly string[];
}

/** Names of schools and centres, made once for each state of the organisation; asking it costs a few look-ups for each word of a text. */
export interface NameIndex {
  /** By the joined syllables of what distinguishes a name. */
  readonly byCore: ReadonlyMap<string, readonly NameEntry[]>;
  /** Cores by what is left of them after one letter has been taken away, for names that are misspelt. */
  readonly byGap: ReadonlyMap<string, readonly string[]>;
  /** By first letters, of names of three syllables and more. */
  readonly byInitials: ReadonlyMap<string, readonly NameEntry[]>;
  /** How many syllables the longest core has. */
  readonly longest: number;
  /** What each unit teaches, by its name of today. */
  readonly levelsOf: ReadonlyMap<string, readonly SchoolLevel[]>;
}

/** Shorter cores have too many neighbours of one letter. */
const MIN_MISSPELT_LENGTH = 6;
const MIN_INITIALS_LENGTH = 3;

export function indexNames(units: readonly NamedUnit[]): NameIndex {
  const byCore = new Map<string, NameEntry[]>();
  const byInitials = new Map<string, NameEntry[]>();
  const levelsOf = new Map<string, readonly SchoolLevel[]>();
  let longest = 0;
  for (const unit of units) {
    const places = unit.whereabouts.map((place) => syllables(place).join(' ')).filter((place) => place !== '');
    levelsOf.set(unit.id, coreOf(unit.name).levels);
    for (const [no, name] of [unit.name, ...unit.oldNames].entries()) {
      const { core, levels } = coreOf(name);
      if (core.length === 0) continue;
      const entry = { unitId: unit.id, name, isOld: no > 0, levels, places };
      longest = Math.max(longest, core.length);
      put(byCore, core.join(''), entry);
      if (core.length >= MIN_INITIALS_LENGTH) put(byInitials, core.map((word) => word.charAt(0)).join(''), entry);
    }
  }
  return { byCore, byGap: gapsOf(byCore.keys()), byInitials, longest, levelsOf };
}

function gapsOf(cores: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const byGap = new Map<string, string[]>();
  for (const core of cores) {
    if (core.length >= MIN_MISSPELT_LENGTH) for (const gap of [core, ...withoutOne(core)]) put(byGap, gap, core);
  }
  return byGap;
}

/** A text without each of its letters in turn. */
function withoutOne(text: string): readonly string[] {
  return [...new Set(Array.from(text, (_letter, at) => text.slice(0, at) + text.slice(at + 1)))];
}

/** Cores that differ from a text by one letter: another one, one too many, one that is missing, or two in the wrong order. */
export function misspelt({ byGap }: NameIndex, text: string): readonly string[] {
  if (text.length < MIN_MISSPELT_LENGTH) return [];
  const found = new Set<string>();
  for (const gap of [text, ...withoutOne(text)]) for (const core of byGap.get(gap) ?? []) found.add(core);
  return [...found].filter((core) => core !== text && isOneLetterOff(core, text));
}

/** Whether two different texts differ by one letter, or by two that changed places; the rest before and behind is the same. */
function isOneLetterOff(one: string, other: string): boolean {
  let before = 0;
  while (before < one.length && one[before] === other[before]) before += 1;
  const [rest, otherRest] = [one.slice(before), other.slice(before)];
  if (rest.length === otherRest.length)
    return (
      rest.slice(1) === otherRest.slice(1) ||
      (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2))
    );
  return rest.slice(1) === otherRest || rest === otherRest.slice(1);
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const held = map.get(key);
  if (held === undefined) map.set(key, [value]);
  else held.push(value);
}
