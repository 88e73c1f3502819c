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
    ['c3', ['upperSecondary']],
    ['cap iii', ['upperSecondary']],
    ['trung hoc co so', ['lowerSecondary']],
    ['thcs', ['lowerSecondary']],
    ['cap 2', ['lowerSecondary']],
    ['c2', ['lowerSecondary']],
    ['cap ii', ['lowerSecondary']],
    ['tieu hoc', ['primary']],
    ['th', ['primary']],
    ['cap 1', ['primary']],
    ['cap i', ['primary']],
    ['mam non', ['preschool']],
    ['mau giao', ['preschool']],
    ['nha tre', ['preschool']],
    ['nhom tre', ['preschool']],
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
  const { begin, levels } = sortBefore(text, at);
  const level = levelOfClassBefore(text, text[begin - 1] === 'o' ? begin - 1 : begin);
  const all = level === null || levels.size > 0 ? levels : new Set([level]);
  return { isSchool: begin < at || level !== null || isWhereTaught(text, begin), levels: all };
}

/** The words for a sort of school that end before a syllable: where they begin, and the levels that they tell. */
function sortBefore(text: readonly string[], at: number) {
  const levels = new Set<SchoolLevel>();
  let begin = at;
  while (begin > 0) {
    const phrase = phraseBefore(text, begin);
    if (phrase === null && !FILLERS.has(text[begin - 1] ?? '')) break;
    for (const level of phrase?.levels ?? []) levels.add(level);
    begin -= phrase?.length ?? 1;
  }
  return { begin, levels };
}

/** `lớp 6 trường Vĩnh An`, `lớp 10 ở Cầu Rào`: the class right before a name. */
function levelOfClassBefore(text: readonly string[], end: number): SchoolLevel | null {
  return CLASS_WORDS.has(text[end - 2] ?? '') ? levelOfClass(text[end - 1] ?? '', '') : null;
}

/** `học ở Cầu Rào` */
function isWhereTaught(text: readonly string[], end: number): boolean {
  return text[end - 1] === 'o' && (text[end - 2] === 'hoc' || text[end - 2] === 'day');
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

const CHILDREN_OF_PRESCHOOLS: ReadonlySet<string> = new Set(['la', 'choi', 'mam', 'bot', 'chao', '3t', '4t', '5t']);
const CLASS_WORDS: ReadonlySet<string> = new Set(['lop', 'khoi']);
const CHILD_WORDS: ReadonlySet<string> = new Set(['be', 'tre', 'chau']);
/** Children of this age and older go to school. */
const SCHOOL_AGE = 6;

/** Levels that the words speak of, by what schools are called, by numbers of classes (`lớp 7A` is lower secondary) and by the age of children. */
export function levelsIn(text: readonly string[]): ReadonlySet<SchoolLevel> {
  const levels = new Set<SchoolLevel>();
  for (const at of text.keys()) {
    const phrase = isLetterOfClass(text, at) ? null : phraseAt(text, at);
    // A phrase for several levels tells of none.
    const [level = null] = phrase?.levels.length === 1 ? phrase.levels : [];
    for (const one of [level, levelOfWord(text, at)]) if (one !== null) levels.add(one);
  }
  return levels;
}

/** `lớp 11 C2` is no school of level 2. */
function isLetterOfClass(text: readonly string[], at: number): boolean {
  const [word = '', no = '', letter = ''] = text.slice(Math.max(0, at - 2), at + 1);
  return CLASS_WORDS.has(word) && /^\d{1,2}$/u.test(no) && /^c[23]$/u.test(letter);
}

function levelOfWord(text: readonly string[], at: number): SchoolLevel | null {
  const [word = '', next = '', third = ''] = text.slice(at, at + 3);
  if (CLASS_WORDS.has(word)) return levelOfClass(next, third);
  if (FULL_CLASS.test(word)) return levelOfClass(word, '');
  return isYoung(word, next, text[at - 1] ?? '') ? 'preschool' : null;
}

/** `10A5`: so no hour and no sum of money is written. */
const FULL_CLASS = /^(?:[6-9]|1[0-2])[a-e]\d{1,2}$/u;

/** `3 tuổi`, `bé 20 tháng` */
function isYoung(word: string, next: string, before: string): boolean {
  if (!/^\d{1,2}$/u.test(word)) return false;
  if (next === 'tuoi') return Number(word) < SCHOOL_AGE;
  return next === 'thang' && CHILD_WORDS.has(before);
}

const ENTERING: ReadonlySet<string> = new Set(['vao', 'len', 'tuyen', 'sinh', 'thi']);
/** Classes with which a level begins, where the word for a class is left out: `thi vào 10`. */
const FIRST_CLASSES: ReadonlySet<string> = new Set(['6', '10']);

/** Levels that a child is about to enter, by the words: `đang học lớp 9, thi vào 10` is upper secondary. */
export function levelsEntered(text: readonly string[]): ReadonlySet<SchoolLevel> {
  const levels = new Set<SchoolLevel>();
  for (const [at, word] of text.entries()) {
    // `tuyển sinh lớp 6`; `học sinh lớp 5` is the class that the child is in.
    if (!ENTERING.has(word) || (word === 'sinh' && text[at - 1] !== 'tuyen')) continue;
    const next = text[at + 1] === 'truong' ? at + 2 : at + 1;
    const level = levelEntered(text, next);
    if (level !== null) levels.add(level);
  }
  return levels;
}

function levelEntered(text: readonly string[], at: number): SchoolLevel | null {
  const [word = '', next = '', third = ''] = text.slice(at, at + 3);
  if (word === 'lop') return levelOfClass(next, third);
  if (FIRST_CLASSES.has(word)) return levelOfClass(word, next);
  const phrase = phraseAt(text, at);
  return phrase?.levels.length === 1 ? (phrase.levels[0] ?? null) : null;
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
