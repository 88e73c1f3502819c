import { fold } from '../../../kernel/vietnamese.js';
import type { SchoolLevel } from '../school-level.js';

const WORD = /[\p{L}\p{N}]+/gu;

/** The syllables of a text as names are compared: no marks, small letters. */
export function syllables(text: string): readonly string[] {
  return fold(text).match(WORD) ?? [];
}

/** How people call a school of a level, folded; what is longer comes first, so that `th thcs` is no `th`. */
const LEVEL_PHRASES: readonly (readonly [phrase: string, levels: readonly SchoolLevel[]])[] = (
  [
    ['trung hoc pho thong', ['upperSecondary']],
    ['thpt', ['upperSecondary']],
    ['ptth', ['upperSecondary']],
    ['cap 3', ['upperSecondary']],
    ['cap iii', ['upperSecondary']],
    ['trung hoc co so', ['lowerSecondary']],
    ['thcs', ['lowerSecondary']],
    ['cap 2', ['lowerSecondary']],
    ['cap ii', ['lowerSecondary']],
    ['tieu hoc', ['primary']],
    ['th', ['primary']],
    ['cap 1', ['primary']],
    ['cap i', ['primary']],
    ['mam non', ['preschool']],
    ['mau giao', ['preschool']],
    ['nha tre', ['preschool']],
    ['mn', ['preschool']],
    ['mg', ['preschool']],
    ['giao duc nghe nghiep', ['continuing']],
    ['giao duc thuong xuyen', ['continuing']],
    ['gdtx', ['continuing']],
    ['gdnn', ['continuing']],
    ['nhieu cap hoc', ['primary', 'lowerSecondary', 'upperSecondary']],
    ['nhieu cap', ['primary', 'lowerSecondary', 'upperSecondary']],
    ['trung tam', []],
    ['pho thong', []],
    ['cong lap', []],
    ['dan lap', []],
    ['tu thuc', []],
    ['noi tru', []],
    ['ban tru', []],
    ['khiem thi', []],
    ['khiem thinh', []],
    ['khuyet tat', []],
    ['dan toc noi tru', []],
    ['nang khieu', []],
    ['lien cap', ['primary', 'lowerSecondary', 'upperSecondary']],
  ] as const
).toSorted(([one], [other]) => other.length - one.length);

/** Words that stand before a name and are no part of it. */
const FILLERS: ReadonlySet<string> = new Set(['truong', 'tt', 'pt', 'va', 'chuyen', 'so']);

/** A phrase for a level, and how many syllables it takes. */
export interface LevelPhrase {
  readonly levels: readonly SchoolLevel[];
  readonly length: number;
}

/** The phrases by their first and by their last syllable: a name is read from its beginning, what stands before one from its end. */
const BY_FIRST = phrasesBy((words) => words[0]);
const BY_LAST = phrasesBy((words) => words.at(-1));

function phrasesBy(key: (words: readonly string[]) => string | undefined) {
  const found = new Map<string, { readonly words: readonly string[]; readonly levels: readonly SchoolLevel[] }[]>();
  for (const [phrase, levels] of LEVEL_PHRASES) {
    const words = phrase.split(' ');
    const first = key(words) ?? '';
    found.set(first, [...(found.get(first) ?? []), { words, levels }]);
  }
  return found;
}

/** The longest phrase that begins at a syllable. */
export function phraseAt(text: readonly string[], at: number): LevelPhrase | null {
  const fitting = BY_FIRST.get(text[at] ?? '')?.find(({ words }) => words.every((word, no) => text[at + no] === word));
  return fitting ? { levels: fitting.levels, length: fitting.words.length } : null;
}

/** The longest phrase that ends before a syllable. */
function phraseBefore(text: readonly string[], end: number): LevelPhrase | null {
  const fitting = BY_LAST.get(text[end - 1] ?? '')?.find(({ words }) =>
    words.every((word, no) => text[end - words.length + no] === word),
  );
  return fitting ? { levels: fitting.levels, length: fitting.words.length } : null;
}

/** What stands right before a name: whether a school is spoken of at all, and of which levels. */
export interface Cue {
  readonly isSchool: boolean;
  readonly levels: ReadonlySet<SchoolLevel>;
}

export function cueBefore(text: readonly string[], at: number): Cue {
  const levels = new Set<SchoolLevel>();
  let end = at;
  while (end > 0) {
    const phrase = phraseBefore(text, end);
    if (phrase === null && !FILLERS.has(text[end - 1] ?? '')) break;
    for (const level of phrase?.levels ?? []) levels.add(level);
    end -= phrase?.length ?? 1;
  }
  return { isSchool: end < at, levels };
}

/** What distinguishes a school's name, after the words for its sort, and the levels that those tell: `Trường TH&THCS Gia Lạc` is `gia lac`. */
export function coreOf(name: string): { readonly core: readonly string[]; readonly levels: readonly SchoolLevel[] } {
  const words = syllables(name);
  const levels = new Set<SchoolLevel>();
  let at = 0;
  while (at < words.length) {
    const phrase = phraseAt(words, at);
    if (phrase === null && !FILLERS.has(words[at] ?? '')) break;
    for (const level of phrase?.levels ?? []) levels.add(level);
    at += phrase?.length ?? 1;
  }
  return { core: words.slice(at), levels: [...levels] };
}

const CHILDREN_OF_PRESCHOOLS: ReadonlySet<string> = new Set(['la', 'choi', 'mam', '3t', '4t', '5t']);

/** Levels that the words speak of, by what schools are called and by numbers of classes: `lớp 7A` is lower secondary. */
export function levelsIn(text: readonly string[]): ReadonlySet<SchoolLevel> {
  const levels = new Set<SchoolLevel>();
  for (let at = 0; at < text.length; at += 1) {
    const phrase = phraseAt(text, at);
    // A phrase for several levels tells of none.
    if (phrase?.levels.length === 1) for (const level of phrase.levels) levels.add(level);
    const level = text[at] === 'lop' ? levelOfClass(text[at + 1] ?? '', text[at + 2] ?? '') : null;
    if (level !== null) levels.add(level);
  }
  return levels;
}

const CLASSES: readonly (readonly [first: number, last: number, level: SchoolLevel])[] = [
  [1, 5, 'primary'],
  [6, 9, 'lowerSecondary'],
  [10, 12, 'upperSecondary'],
];

/** `10A5` and `2` after the word for a class; `lớp 3 tuổi` is of a preschool. */
function levelOfClass(word: string, next: string): SchoolLevel | null {
  if (CHILDREN_OF_PRESCHOOLS.has(word) || next === 'tuoi') return 'preschool';
  const no = Number(/^\d{1,2}/u.exec(word)?.[0] ?? Number.NaN);
  return CLASSES.find(([first, last]) => no >= first && no <= last)?.[2] ?? null;
}
