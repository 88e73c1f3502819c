import type { SchoolLevel } from '../school-level.js';
import { misspelt, type NameEntry, type NameIndex } from './name-index.js';
import { cueBefore, levelsEntered, levelsIn, phraseAt, syllables, type Cue } from './school-words.js';

/** A unit that a text names. */
export interface Named {
  readonly unitId: string;
  /** The name by which it was found, as the organisation writes it. */
  readonly name: string;
  /** `old`: by a name it no longer has; `misspelt`: by one letter; `initials`: by first letters. */
  readonly by: 'name' | 'old' | 'misspelt' | 'initials';
}

/** What a text says of schools. */
export interface NamedUnits {
  /** Those of which it is sure, in the order of the text. */
  readonly sure: readonly Named[];
  /** Names that several units have, none of which the text tells from the others. */
  readonly ambiguous: readonly (readonly Named[])[];
  /** Levels of school that the words speak of. */
  readonly levels: readonly SchoolLevel[];
  /** Levels of school that a child is about to enter, by the words. */
  readonly entered: readonly SchoolLevel[];
}

/** Every school's name that was found, told apart or not. */
export function namesIn({ sure, ambiguous }: NamedUnits): readonly string[] {
  return [...sure, ...ambiguous.flat()].map(({ name }) => name);
}

/** What is no school when it stands before a name: a street, a commune, a river, an industrial zone, what is near a bridge. */
const OTHER_THINGS: ReadonlySet<string> = new Set(
  (
    'duong pho ngo ngach phuong xa quan huyen thon xom to khu cu song cau chan gan qua dao cho ben bien de cang pha tram ga nut vien ty kcn ' +
    'nghiep nhan quoc lo ong ba anh chi em co thay'
  ).split(' '),
);

/** What a match at one place of the text is. */
interface Match {
  readonly entries: readonly NameEntry[];
  readonly by: 'core' | 'misspelt' | 'initials';
  readonly length: number;
  readonly cue: Cue;
}

/**
 * The schools and centres that a text names: by their names of today and earlier, without marks, with whatever people call a school of that level, by
 * first letters, or misspelt by one letter. The longest name wins, so that `Bạch Đằng Giang` is not `Bạch Đằng`. Of several units with one name those
 * that fit level and place stay; where that is more than one, the text names none of them for sure.
 *
 * @param text words and subject @param place where it is said to be
 */
export function namedUnits(index: NameIndex, text: string, place = ''): NamedUnits {
  const words = syllables(`${text} ${place}`);
  const levels = levelsIn(words);
  const around = ` ${words.join(' ')} `;
  const found = new Map<string, readonly Named[]>();
  for (let at = 0; at < words.length;) {
    const match = matchAt(index, words, at);
    const entries = match === null ? [] : fitting(match, levels, around);
    if (match !== null && entries.length > 0) keep(found, entries, match.by);
    at += match?.length ?? 1;
  }
  const groups = [...found.values()];
  const sure = groups.filter(({ length }) => length === 1).flat();
  return {
    sure,
    // What is named once clearly and once in short is named clearly.
    ambiguous: groups.filter(
      (group) => group.length > 1 && !group.some(({ unitId }) => sure.some((one) => one.unitId === unitId)),
    ),
    levels: [...levels],
    entered: [...levelsEntered(words)],
  };
}

function keep(found: Map<string, readonly Named[]>, entries: readonly NameEntry[], by: Match['by']): void {
  const key = entries.map(({ unitId }) => unitId).join(' ');
  if (found.has(key)) return;
  found.set(
    key,
    entries.map(({ unitId, name, isOld }) => ({ unitId, name, by: by === 'core' ? (isOld ? 'old' : 'name') : by })),
  );
}

function matchAt(index: NameIndex, words: readonly string[], at: number): Match | null {
  // The words for a sort of school are no name.
  if (phraseAt(words, at) !== null) return null;
  const cue = cueBefore(words, at);
  if (!cue.isSchool && OTHER_THINGS.has(words[at - 1] ?? '')) return null;
  for (let length = Math.min(index.longest, words.length - at); length > 0; length -= 1) {
    const entries = index.byCore.get(words.slice(at, at + length).join(''));
    // A name of one syllable is a word like any other unless a school is spoken of.
    if (entries !== undefined && (cue.isSchool || length > 1)) return { entries, by: 'core', length, cue };
  }
  return cue.isSchool ? lessSure(index, words, at, cue) : null;
}

function lessSure(index: NameIndex, words: readonly string[], at: number, cue: Cue): Match | null {
  const initials = index.byInitials.get(words[at] ?? '');
  if (initials !== undefined) return { entries: initials, by: 'initials', length: 1, cue };
  for (let length = Math.min(index.longest, words.length - at); length > 0; length -= 1) {
    const cores = misspelt(index, words.slice(at, at + length).join(''));
    const entries = cores.flatMap((core) => index.byCore.get(core) ?? []);
    if (entries.length > 0 && !isNameWithin(index, words, at, length)) return { entries, by: 'misspelt', length, cue };
  }
  return null;
}

/** Whether a name that is written as it should be begins within: then the words before it are no misspelt one. */
function isNameWithin({ byCore, longest }: NameIndex, words: readonly string[], at: number, length: number): boolean {
  for (let inner = at + 1; inner < at + length; inner += 1) {
    for (let end = inner + 2; end <= inner + longest; end += 1) {
      if (byCore.has(words.slice(inner, end).join(''))) return true;
    }
  }
  return false;
}

/** Of the units of one name those that fit: by the level that stands at the name, then by levels in the text, then by place. */
function fitting({ entries, cue }: Match, levels: ReadonlySet<SchoolLevel>, around: string): readonly NameEntry[] {
  const units = onePerUnit(entries);
  const byLevel = narrowed(
    narrowed(units, (one) => teachesAll(one, cue.levels)),
    (one) => teachesAny(one, cue.levels),
  );
  if (byLevel.length <= 1) return byLevel;
  const byText = narrowed(byLevel, (one) => cue.levels.size > 0 || teachesAny(one, levels));
  return narrowed(byText, ({ places }) => places.some((place) => around.includes(` ${place} `)));
}

/** Those that fulfil a condition, where any does. */
function narrowed(entries: readonly NameEntry[], holds: (entry: NameEntry) => boolean): readonly NameEntry[] {
  const left = entries.filter(holds);
  return left.length === 0 ? entries : left;
}

function teachesAll(entry: NameEntry, levels: ReadonlySet<SchoolLevel>): boolean {
  return levels.size > 0 && entry.levels.length === levels.size && entry.levels.every((level) => levels.has(level));
}

function teachesAny(entry: NameEntry, levels: ReadonlySet<SchoolLevel>): boolean {
  return levels.size > 0 && entry.levels.some((level) => levels.has(level));
}

function onePerUnit(entries: readonly NameEntry[]): readonly NameEntry[] {
  return entries.filter((entry, at) => entries.findIndex(({ unitId }) => unitId === entry.unitId) === at);
}
