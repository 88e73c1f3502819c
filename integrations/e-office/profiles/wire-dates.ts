/** Days and moments in the forms that vendors write. Moments are of Việt Nam: no vendor writes a zone. */
import { instantOf, isCivilDate } from '../../../src/kernel/civil-date.js';
import type { CivilDate } from '../../../src/kernel/civil-date.js';
import type { EOfficeProfile } from './profile.js';

export type Dates = NonNullable<EOfficeProfile['dates']>;

const DAY: Readonly<Record<Dates['day'], (parts: { year: string; month: string; day: string }) => string>> = {
  'yyyy-MM-dd': ({ year, month, day }) => `${year}-${month}-${day}`,
  'yyyy/MM/dd': ({ year, month, day }) => `${year}/${month}/${day}`,
  'dd/MM/yyyy': ({ year, month, day }) => `${day}/${month}/${year}`,
};

export function writeDay(form: Dates['day'], date: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return DAY[form]({ year, month, day });
}

const MOMENT: Readonly<Record<Dates['instant'], RegExp>> = {
  'yyyy/MM/dd HH:mm:ss':
    /^(?<year>\d{4})\/(?<month>\d{2})\/(?<day>\d{2})(?: (?<hour>\d{2}):(?<minute>\d{2})(?::\d{2})?)?$/u,
  'dd/MM/yyyy HH:mm:ss':
    /^(?<day>\d{2})\/(?<month>\d{2})\/(?<year>\d{4})(?: (?<hour>\d{2}):(?<minute>\d{2})(?::\d{2})?)?$/u,
};

/** To the minute; the time of day may be missing. @returns null for what has another form or is no moment */
export function readMoment(form: Dates['instant'], text: string): Date | null {
  return momentIn(MOMENT[form].exec(text)?.groups);
}

function momentIn(parts: Readonly<Record<string, string | undefined>> = {}): Date | null {
  const { year = '', month = '', day = '', hour = '0', minute = '0' } = parts;
  const date = `${year}-${month}-${day}`;
  return isCivilDate(date) ? instantOf(date, Number(hour) * 60 + Number(minute)) : null;
}
