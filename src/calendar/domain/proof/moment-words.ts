import {
  type CivilDate,
  civilDateOf,
  dayEndingAt,
  minuteOfDay,
  weekdayOf,
  yearOf,
} from '../../../kernel/civil-date.js';

const WEEKDAYS = ['Hai', 'Ba', 'Tư', 'Năm', 'Sáu', 'Bảy'] as const;

/** `Thứ Hai` … `Thứ Bảy`, `Chủ Nhật`: the form at the start of a line. */
export function weekdayWords(day: CivilDate): string {
  const name = WEEKDAYS[weekdayOf(day) - 1];
  return name === undefined ? 'Chủ Nhật' : `Thứ ${name}`;
}

/** Minutes since midnight as `07:30`; the end of the day is `24:00`. */
export function clockWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  return `${String(hours).padStart(2, '0')}:${String(Math.floor(minutes % 60)).padStart(2, '0')}`;
}

/** The time of day in Việt Nam: `16:52`. */
export function timeWords(instant: Date): string {
  return clockWords(minuteOfDay(instant));
}

/** `20/03/2026` */
export function dateWords(day: CivilDate): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}

/** `20/03`, for days whose year is plain from the place. */
export function shortDateWords(day: CivilDate): string {
  return dateWords(day).slice(0, 5);
}

/** `17:30, thứ Sáu 20/03/2026`: the exact moment beside a deadline. */
export function momentWords(instant: Date): string {
  const day = civilDateOf(instant);
  return `${timeWords(instant)}, ${weekdayWords(day).replace('Thứ', 'thứ')} ${dateWords(day)}`;
}

/** `từ 13/03 17:05 đến 16/03 16:40`; an end at midnight is 24:00 of the day before, and the years are written when they differ. */
export function spanWords(from: Date, to: Date): string {
  const [first, last] = [civilDateOf(from), dayEndingAt(to)];
  const words = yearOf(first) === yearOf(last) ? shortDateWords : dateWords;
  const end = last === civilDateOf(to) ? timeWords(to) : '24:00';
  return `từ ${words(first)} ${timeWords(from)} đến ${words(last)} ${end}`;
}
