import { coreOf, syllables } from '../../../routing-table/domain/names/school-words.js';

/** Syllables that stand in every paper and tell nothing of any. */
const EMPTY: ReadonlySet<string> = new Set(
  (
    'toi con chau em anh chi ong ba co thay va voi cua cho cac nhung mot hai ba la co khong ko duoc bi thi ma o tai den tu nay nay do khi ' +
    'de nghi mong xin kinh gui so giao duc dao tao hai phong thanh pho truong nam ngay thang lop hoc sinh phu huynh gia dinh dan nguoi ' +
    'rat qua cung van da dang se roi them nhieu nua lai vao ra len ve theo trong ngoai sau truoc hon nhu the nao gi ai dau bao gio sao vi ' +
    'nen neu phai can muon biet thay noi hoi xem kiem tra xu ly giai quyet lam ro phan anh kien nghi'
  ).split(' '),
);

const MIN_LENGTH = 2;

/**
 * What a text is known by: its syllables that mean something and its pairs of neighbours, folded, each once, without numbers. The caller takes people out
 * before: a term that stands in few papers is not kept either.
 */
export function termsOf(text: string): ReadonlySet<string> {
  const words = syllables(text).filter((word) => !/\d/u.test(word));
  const terms = new Set<string>();
  for (const [at, word] of words.entries()) {
    const before = words[at - 1];
    if (!EMPTY.has(word) && word.length >= MIN_LENGTH) terms.add(word);
    if (before !== undefined && !(EMPTY.has(word) && EMPTY.has(before))) terms.add(`${before} ${word}`);
  }
  return terms;
}

/** The terms of a text without the names of schools in it: those are told by the names, and a model must not learn that a school belongs to a unit. */
export function termsWithout(text: string, names: readonly string[]): ReadonlySet<string> {
  const isOfName = isWithin(names);
  return new Set([...termsOf(text)].filter((term) => !isOfName(term)));
}

/** Whether a folded term is made of words of these schools' names alone. */
export function isWithin(names: readonly string[]): (term: string) => boolean {
  const ofNames = new Set(names.flatMap((name) => [...coreOf(name).core]));
  return (term) => term.split(' ').every((word) => ofNames.has(word));
}

/** Whether a folded syllable tells nothing. */
export function isEmpty(word: string): boolean {
  return EMPTY.has(word);
}

/** Pairs say more than the syllables that they are made of. */
export function weightOf(term: string): number {
  return term.includes(' ') ? 1 : 0.5;
}
