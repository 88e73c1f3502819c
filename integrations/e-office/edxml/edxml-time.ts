import type { CivilDate } from '../../../src/kernel/civil-date.js';
import { civilDate, instantOf, isCivilDate, isoInVietnam } from '../../../src/kernel/civil-date.js';

const YEAR_FIRST = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})/u;
const DAY_FIRST = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/u;
const CLOCK = /^[T ]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?/u;
const ZONE = /(?:Z|[+-]\d{2}:?\d{2})$/u;

/** `standard` is false when the writer used another form than the standard's, so that somebody may be told. */
export interface Read<T> {
  readonly value: T;
  readonly standard: boolean;
}

/** A day as `yyyy/MM/dd`, or as others write it: `dd/MM/yyyy`, ISO 8601. Null when there is no such day. */
export function readDay(text: string): Read<CivilDate> | null {
  const day = leadingDay(text)?.day;
  return day === undefined ? null : { value: day, standard: /^\d{4}\/\d{2}\/\d{2}$/u.test(text) };
}

/** A moment as `yyyy/MM/dd HH:mm:ss` in Vietnam's local time; other orders and ISO 8601, with or without zone, are understood. */
export function readMoment(text: string): Read<Date> | null {
  const standard = /^\d{4}\/\d{2}\/\d{2} \d{2}:\d{2}:\d{2}$/u.test(text);
  if (ZONE.test(text)) {
    const time = Date.parse(text);
    return Number.isNaN(time) ? null : { value: new Date(time), standard };
  }
  const found = leadingDay(text);
  if (found === null) return null;
  const clock = CLOCK.exec(text.slice(found.length));
  if (clock === null) return null;
  const [hours, minutes, seconds] = [Number(clock[1]), Number(clock[2]), Number(clock[3] ?? 0)] as const;
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return { value: new Date(instantOf(found.day, hours * 60 + minutes).getTime() + seconds * 1000), standard };
}

export function writeDay(day: CivilDate): string {
  return day.replaceAll('-', '/');
}

/** Whole seconds of Vietnam's local time, without zone, as the standard has it. */
export function writeMoment(instant: Date): string {
  return isoInVietnam(instant).slice(0, 19).replaceAll('-', '/').replace('T', ' ');
}

function leadingDay(text: string): { readonly day: CivilDate; readonly length: number } | null {
  const match = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text);
  if (match === null) return null;
  const [all, first = '', month = '', last = ''] = match;
  const [year, day] = first.length === 4 ? [first, last] : [last, first];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCivilDate(iso) ? { day: civilDate(iso), length: all.length } : null;
}
