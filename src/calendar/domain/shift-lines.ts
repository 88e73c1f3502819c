import type { Weekday } from '../../kernel/civil-date.js';
import { fold } from '../../kernel/vietnamese.js';
import { writtenDay } from '../../kernel/written-time.js';
import { clockWords, dateWords } from './proof/moment-words.js';
import type { Interval, Shift } from './working-calendar.js';

/** What was read, or every reason why it could not be, as sentences that name the line. */
export type ShiftReading =
  | { readonly ok: true; readonly shifts: readonly Shift[] }
  | { readonly ok: false; readonly flaws: readonly string[] };

const WEEKDAYS: readonly (readonly [Weekday, string])[] = [
  [1, 'thứ Hai'],
  [2, 'thứ Ba'],
  [3, 'thứ Tư'],
  [4, 'thứ Năm'],
  [5, 'thứ Sáu'],
  [6, 'thứ Bảy'],
  [7, 'Chủ Nhật'],
];

const HOURS = /^([01]?\d|2[0-4]):([0-5]\d)$/u;
const RANGE = /\s*(?:đến|–|-)\s*/u;

/** `thứ Hai`, `Chủ Nhật` */
export function weekdayName(weekday: Weekday): string {
  return WEEKDAYS.find(([one]) => one === weekday)?.[1] ?? '';
}

/** The weekday that words name, however they are written; null when they name none. */
export function weekdayFrom(words: string): Weekday | null {
  const folded = fold(words);
  return WEEKDAYS.find(([, name]) => fold(name) === folded)?.[0] ?? null;
}

/** `01/04/2026 đến 31/10/2026; thứ Hai đến thứ Sáu; 07:00–11:30, 13:30–17:00`: a shift as a person writes it. */
export function shiftLine(shift: Shift): string {
  return [seasonWords(shift), weekdayRunWords(shift.weekdays), hoursWords(shift.intervals)].join('; ');
}

/** `01/04/2026 đến 31/10/2026`, `từ 01/11/2026` */
export function seasonWords({ validFrom, validTo }: Shift): string {
  return validTo === null ? `từ ${dateWords(validFrom)}` : `${dateWords(validFrom)} đến ${dateWords(validTo)}`;
}

/** `thứ Hai đến thứ Sáu`, `thứ Bảy`, `thứ Hai, thứ Tư` */
export function weekdayRunWords(weekdays: readonly Weekday[]): string {
  const sorted = weekdays.toSorted((a, b) => a - b);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first === undefined || last === undefined) return '';
  const unbroken = last - first === sorted.length - 1;
  return unbroken && sorted.length > 2
    ? `${weekdayName(first)} đến ${weekdayName(last)}`
    : sorted.map(weekdayName).join(', ');
}

/** `07:00–11:30, 13:30–17:00` */
export function hoursWords(intervals: readonly Interval[]): string {
  return intervals.map(({ from, to }) => `${clockWords(from)}–${clockWords(to)}`).join(', ');
}

/** Reads shifts, one a line, in the form of `shiftLine`; empty lines fall away. */
export function readShiftLines(text: string): ShiftReading {
  const shifts: Shift[] = [];
  const flaws: string[] = [];
  for (const [index, line] of text.split(/\r?\n/u).entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (typeof read === 'string') flaws.push(`Dòng ${index + 1}: ${read}`);
    else shifts.push(read);
  }
  return flaws.length === 0 ? { ok: true, shifts } : { ok: false, flaws };
}

function readLine(line: string): Shift | string {
  const [season = '', days = '', hours = '', ...more] = line.split(';').map((part) => part.trim());
  if (hours === '' || more.length > 0) {
    return 'viết ba phần cách nhau bằng dấu chấm phẩy: thời gian áp dụng; các thứ; các khoảng giờ.';
  }
  const valid = readSeason(season);
  if (valid === null)
    return `“${season}” không phải thời gian áp dụng; viết như “01/04/2026 đến 31/10/2026” hoặc “từ 01/11/2026”.`;
  const weekdays = readWeekdays(days);
  if (weekdays === null) return `“${days}” không phải các thứ trong tuần; viết như “thứ Hai đến thứ Sáu”.`;
  const intervals = readHours(hours);
  if (intervals === null) return `“${hours}” không phải các khoảng giờ; viết như “07:00–11:30, 13:30–17:00”.`;
  return { ...valid, weekdays, intervals };
}

function readSeason(words: string): Pick<Shift, 'validFrom' | 'validTo'> | null {
  const [from = '', to, ...more] = words.replace(/^từ\s+/iu, '').split(words.includes('/') ? RANGE : /\s*đến\s*/u);
  const validFrom = writtenDay(from);
  const validTo = to === undefined ? null : writtenDay(to);
  if (validFrom === null || more.length > 0 || (to !== undefined && validTo === null)) return null;
  return { validFrom, validTo };
}

function readWeekdays(words: string): readonly Weekday[] | null {
  const named = words.split(',').map((part) => {
    const [first, last, ...more] = part.trim().split(RANGE).map(weekdayFrom);
    if (first === null || first === undefined || last === null || more.length > 0) return null;
    return WEEKDAYS.map(([weekday]) => weekday).filter((one) => first <= one && one <= (last ?? first));
  });
  const days = named.flatMap((part) => part ?? []);
  const complete = named.every((part) => part !== null && part.length > 0);
  return complete ? [...new Set(days)] : null;
}

function readHours(words: string): readonly Interval[] | null {
  const intervals: Interval[] = [];
  for (const part of words.split(',')) {
    const [from, to, ...more] = part.trim().split(RANGE).map(minutesFrom);
    if (typeof from !== 'number' || typeof to !== 'number' || more.length > 0) return null;
    intervals.push({ from, to });
  }
  return intervals;
}

function minutesFrom(words: string): number | null {
  const [, hours, minutes] = HOURS.exec(words.trim()) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return hours === undefined || total > 1440 ? null : total;
}
