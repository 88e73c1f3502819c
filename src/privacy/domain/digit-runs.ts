import { phrases, type Reading } from './reading.js';

/** Digits that are read as one number, however they are grouped. */
export interface DigitRun {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  readonly groups: number;
  /** Letters among them that were typed for digits: `09l2`, `67B`. */
  readonly letters: number;
}

const MAX_RUN_LENGTH = 20;
const MAX_GROUPS = 20;
const DIGIT_WORDS = ['không', 'một, mốt', 'hai', 'ba', 'bốn, tư', 'năm, lăm', 'sáu', 'bảy, bẩy', 'tám', 'chín'].map(
  phrases,
);
/** Letters that people type for digits, or that a scanner reads for them. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  [...'O0 o0 I1 i1 l1 B8 S5'.split(' ')].map(([letter = '', digit = '']) => [letter, digit]),
);
/** As they read in NFKC: the hyphens of Unicode are ‐ there, and … is three dots. */
const SEPARATORS: ReadonlySet<string> = new Set('. - – — ‐ − _ / , ( ) * · • ~ | \\ ...'.split(' '));
const MAX_SEPARATORS = 3;

/**
 * Every number that may be read from `index` on, the longest first: `0912.345.678` is also `0912.345` and `0912`. Dates are no part
 * of any.
 */
export function digitRunsAt(reading: Reading, index: number): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let [digits, letters] = ['', 0];
  for (let at: number | null = index; at !== null && runs.length < MAX_GROUPS; at = nextGroup(reading, at)) {
    const group = digitsOf(reading, at);
    if (group === null || isInDate(reading, at)) break;
    digits += group;
    letters += LOOK_ALIKES.has(reading.at(at).text) ? 1 : 0;
    if (digits.length > MAX_RUN_LENGTH) break;
    runs.unshift({ digits, from: index, to: at, groups: runs.length + 1, letters });
  }
  return runs;
}

/** Digits as figures, as a word (`không chín`), or as a letter that looks like one beside figures. */
function digitsOf(reading: Reading, index: number): string | null {
  const { kind, text } = reading.at(index);
  if (kind === 'number') return text;
  if (kind !== 'word') return null;
  const alike = LOOK_ALIKES.get(text);
  if (alike !== undefined && isAmongFigures(reading, index)) return alike;
  const digit = DIGIT_WORDS.findIndex((words) => reading.phraseAt(index, words) === 1);
  return digit === -1 ? null : String(digit);
}

function isAmongFigures(reading: Reading, index: number): boolean {
  const [before, next] = [reading.at(index - 1), reading.at(index + 1)];
  const touchesNext = next.kind === 'number' && next.gap === 'none';
  return touchesNext || (before.kind === 'number' && reading.at(index).gap === 'none');
}

/** Where the next group of digits stands: after spaces or a few separators, on the same line. */
function nextGroup(reading: Reading, index: number): number | null {
  for (let at = index + 1; at <= index + 1 + MAX_SEPARATORS; at += 1) {
    const { kind, text, gap } = reading.at(at);
    if (gap === 'line') return null;
    if (kind !== 'sign') return endsList(reading, at) ? null : at;
    if (!SEPARATORS.has(text)) return null;
  }
  return null;
}

/** A comma with a space behind it separates numbers; one without may stand inside a number. */
function endsList(reading: Reading, index: number): boolean {
  return reading.at(index - 1).text === ',' && reading.at(index).gap === 'space';
}

/** Whether a token belongs to `12/03/2026`, `12-3-2026` or `12.03.2026`. */
export function isInDate(reading: Reading, index: number): boolean {
  return [0, 2, 4].some((back) => isDateAt(reading, index - back));
}

function isDateAt(reading: Reading, index: number): boolean {
  const [day, first, month, second, year] = [0, 1, 2, 3, 4].map((step) => reading.at(index + step).text);
  if (first === undefined || !/^[./-]$/u.test(first) || first !== second) return false;
  return /^\d{1,2}$/u.test(day ?? '') && /^\d{1,2}$/u.test(month ?? '') && /^(?:19|20)\d\d$/u.test(year ?? '');
}
