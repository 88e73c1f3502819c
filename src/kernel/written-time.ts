import { instantOf, isCivilDate, yearOf, type CivilDate } from './civil-date.js';

const DAY = /^(?:(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})|(\d{2})(\d{2})(\d{4}))$/u;
const TIME = /^(\d{1,2})(?:\s*[:hg]\s*(\d{2})?)?(?::\d{2})?$/iu;
const MOMENT = /^(?<day>\S.*?\d{4}|\d{4}-\d{2}-\d{2})(?:T|\s*,\s*|\s+)(?<time>\d{1,2}\s*[:hg].*)$/u;
/** A year outside was mistyped, as 0026 for 2026. */
const YEARS = { first: 1900, last: 2999 } as const;
/** No moment that people write is longer. */
const LONGEST = 60;
const TIME_FIRST = /^(?<time>\d{1,2}\s*[:hg]\s*\d{0,2})(?:\s*,\s*|\s+)(?:ngày\s+)?(?<day>\S+)$/u;

/** The day that people write as `5/3/2026`, `05-03-2026`, `5.3.2026`, `05032026`, and programs as `2026-03-05`; null for anything else, and for days that do not exist or lie in no year of ours. */
export function writtenDay(text: string): CivilDate | null {
  const given = text.trim();
  const [, day, month, year, ...closed] = DAY.exec(given) ?? [];
  const [d = '', m = '', y = ''] = day === undefined ? closed : [day, month, year];
  const iso = y === '' ? given : `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  if (!isCivilDate(iso)) return null;
  const inYear = yearOf(iso);
  return inYear >= YEARS.first && inYear <= YEARS.last ? iso : null;
}

/** The time of day that people write as `7:05`, `07h05`, `7h`, in minutes since midnight; null for anything else. */
export function writtenTime(text: string): number | null {
  const [given, hours = '', minutes = '0'] = TIME.exec(text.trim()) ?? [];
  if (given === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return Number(hours) * 60 + Number(minutes);
}

/**
 * A moment in Việt Nam as people and forms write it: `18/03/2026 09:05`, `09:05, 18/3/2026`, `18/03/2026` (its midnight), `2026-03-18T09:05`.
 *
 * @returns null for anything else, and for days and hours that do not exist
 */
export function writtenMoment(text: string): Date | null {
  const given = text.trim();
  if (given.length > LONGEST) return null;
  const { day = given, time = '0:00' } = (MOMENT.exec(given) ?? TIME_FIRST.exec(given))?.groups ?? {};
  const [on, at] = [writtenDay(day), writtenTime(time)];
  return on === null || at === null ? null : instantOf(on, at);
}
