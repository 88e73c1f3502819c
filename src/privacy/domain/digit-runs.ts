import { phrases, type Reading } from './reading.js';

/** Digits that are read as one number, however they are grouped. */
export interface DigitRun {
  readonly digits: string;
  readonly from: number;
  readonly to: number;
  readonly groups: number;
}

const LONGEST_RUN = 20;
const MOST_GROUPS = 20;
const DIGIT_WORDS = ['không', 'một, mốt', 'hai', 'ba', 'bốn, tư', 'năm, lăm', 'sáu', 'bảy, bẩy', 'tám', 'chín'].map(
  phrases,
);
const SEPARATORS: ReadonlySet<string> = new Set('.-–—_/,()*·'.split(''));

/**
 * Every number that may be read from `index` on, the longest first: `0912.345.678` is also `0912.345` and `0912`. Dates are no part
 * of any.
 */
export function digitRunsAt(reading: Reading, index: number): readonly DigitRun[] {
  const runs: DigitRun[] = [];
  let digits = '';
  for (let at: number | null = index; at !== null && runs.length < MOST_GROUPS; at = nextGroup(reading, at)) {
    const group = digitsOf(reading, at);
    if (group === null || isInDate(reading, at)) break;
    digits += group;
    if (digits.length > LONGEST_RUN) break;
    runs.unshift({ digits, from: index, to: at, groups: runs.length + 1 });
  }
  return runs;
}

/** Digits as figures, as a word (`không chín`), or as the letter O that people type for the first zero. */
function digitsOf(reading: Reading, index: number): string | null {
  const { kind, text } = reading.at(index);
  if (kind === 'number') return text;
  if (kind !== 'word') return null;
  const next = reading.at(index + 1);
  if (text.toLowerCase() === 'o' && next.kind === 'number' && next.gap === 'none') return '0';
  const digit = DIGIT_WORDS.findIndex((words) => reading.phraseAt(index, words) === 1);
  return digit === -1 ? null : String(digit);
}

/** Where the next group of digits stands: after spaces or up to two separators, on the same line. */
function nextGroup(reading: Reading, index: number): number | null {
  for (let at = index + 1; at <= index + 3; at += 1) {
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
