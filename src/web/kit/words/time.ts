import { civilDateOf, minuteOfDay, weekdayOf, type CivilDate, type Weekday } from '../../../kernel/civil-date.js';

const WEEKDAYS: Readonly<Record<Weekday, string>> = {
  1: 'thứ Hai',
  2: 'thứ Ba',
  3: 'thứ Tư',
  4: 'thứ Năm',
  5: 'thứ Sáu',
  6: 'thứ Bảy',
  7: 'Chủ Nhật',
};

/** `thứ Sáu`, `Chủ Nhật`: as officials write it inside a sentence. */
export function weekday(day: CivilDate): string {
  return WEEKDAYS[weekdayOf(day)];
}

/** The same words at the start of a line: `Thứ Sáu`. */
export function weekdayAtStart(day: CivilDate): string {
  return atStart(weekday(day));
}

/** `18/03/2026` */
export function fullDay(day: CivilDate): string {
  return `${shortDay(day)}/${day.slice(0, 4)}`;
}

/** `18/03`, for lists where the year is understood. */
export function shortDay(day: CivilDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}`;
}

/** `Thứ Tư, 18/03/2026`: the day that heads a page. */
export function headingDay(day: CivilDate): string {
  return `${weekdayAtStart(day)}, ${fullDay(day)}`;
}

/** `Thứ Tư 18/03`: the day of a line in a deadline's proof. */
export function proofDay(day: CivilDate): string {
  return `${weekdayAtStart(day)} ${shortDay(day)}`;
}

/** `14 và 15/03` for two days, `14/03 đến 18/03` for more, one day by its weekday: a run of days in a proof. */
export function dayRun(from: CivilDate, to: CivilDate): string {
  if (from === to) return proofDay(from);
  const oneMonth = from.slice(0, 7) === to.slice(0, 7);
  const adjacent = oneMonth && Number(to.slice(8)) - Number(from.slice(8)) === 1;
  return adjacent ? `${from.slice(8)} và ${shortDay(to)}` : `${shortDay(from)} đến ${shortDay(to)}`;
}

/** `09:05`, 24 hours, in Việt Nam. */
export function timeOfDay(instant: Date): string {
  const minutes = Math.floor(minuteOfDay(instant));
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
}

/** `10:42:15` */
export function timeWithSeconds(instant: Date): string {
  const seconds = Math.floor((minuteOfDay(instant) % 1) * 60 + 1e-6);
  return `${timeOfDay(instant)}:${twoDigits(seconds)}`;
}

/** `12/03/2026, 16:52` */
export function moment(instant: Date): string {
  return `${fullDay(civilDateOf(instant))}, ${timeOfDay(instant)}`;
}

/** `12/03, 16:52`, for lists where the year is understood. */
export function shortMoment(instant: Date): string {
  return `${shortDay(civilDateOf(instant))}, ${timeOfDay(instant)}`;
}

/** `16:52` on the same day, else `16:52, 12/03`: the latest fact beside a state or a step. */
export function recentMoment(instant: Date, today: CivilDate): string {
  const day = civilDateOf(instant);
  return day === today ? timeOfDay(instant) : `${timeOfDay(instant)}, ${shortDay(day)}`;
}

/** `17:30, thứ Sáu 20/03/2026`: the exact moment beside a deadline pill. */
export function dueMoment(due: Date): string {
  const day = civilDateOf(due);
  return `${timeOfDay(due)}, ${weekday(day)} ${fullDay(day)}`;
}

/** `17:30, thứ Sáu 20/03` */
export function shortDueMoment(due: Date): string {
  const day = civilDateOf(due);
  return `${timeOfDay(due)}, ${weekday(day)} ${shortDay(day)}`;
}

/** `42 phút`, `2 giờ 5 phút`, `3 ngày`: how long something has lasted, by the clock on the wall. */
export function lasted(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} phút`;
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    return `${Math.floor(minutes / 60)} giờ${rest === 0 ? '' : ` ${rest} phút`}`;
  }
  return `${Math.floor(minutes / (24 * 60))} ngày`;
}

/** First letter as at the start of a sentence. */
export function atStart(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
