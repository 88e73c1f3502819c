import { yearOf } from '../../kernel/civil-date.js';
import type { CalendarChange } from '../domain/change/calendar-change.js';
import type { Shift, WorkingCalendar } from '../domain/working-calendar.js';
import { readCalendarFile, readDaysFile, readUtf8 } from './read-calendar-file.js';
import { readDayTable } from './read-day-table.js';
import type { ChangeReading, FileOrigin } from './read-days.js';
import { readICalendar } from './read-icalendar.js';

const TOO_LARGE = 'Tệp lịch lớn hơn 1 MB: chỉ giữ các ngày nghỉ rồi nhập lại.';
const MAX_BYTES = 1_000_000;
const UNKNOWN = 'Chỉ nhận tệp lịch JSON (.json), iCalendar (.ics) hoặc bảng ngày nghỉ (.csv).';

const READERS: Readonly<Record<string, (text: string, origin: FileOrigin) => ChangeReading>> = {
  '.json': fromCalendarFile,
  '.ics': readICalendar,
  '.csv': readDayTable,
};

/**
 * Reads a change of the calendar from an uploaded file, by the ending of its name: `.json` (the calendar file of
 * `hoi-am deadline`), `.ics`, `.csv`. Never changes anything by itself.
 */
export function readChangeFile(name: string, content: Uint8Array, origin: FileOrigin): ChangeReading {
  if (content.byteLength > MAX_BYTES) return { ok: false, flaws: [TOO_LARGE] };
  const decoded = readUtf8(content);
  if (!decoded.ok) return decoded;
  const ending = /\.\w+$/u.exec(name.toLowerCase())?.[0] ?? '';
  const read = READERS[ending];
  return read === undefined ? { ok: false, flaws: [UNKNOWN] } : read(decoded.text, origin);
}

/** A calendar file says it is complete for every year; for the agency it declares those years that it names days of. Without hours it leaves those that are. */
function fromCalendarFile(text: string, { mode, source, confidence }: FileOrigin): ChangeReading {
  const days = readDaysFile(text, { source, confidence });
  if (days !== null) return days.ok ? { ok: true, change: changeOf(days, mode, null) } : days;
  const reading = readCalendarFile(text, { source, confidence });
  if (!reading.ok) return reading;
  const sourced = reading.calendar.shifts.map((shift) => ({ ...shift, origin: { source, confidence } }));
  return { ok: true, change: changeOf(reading.calendar, mode, sourced) };
}

function changeOf(
  { daysOff, makeUpDays }: Pick<WorkingCalendar, 'daysOff' | 'makeUpDays'>,
  mode: FileOrigin['mode'],
  shifts: readonly Shift[] | null,
): Extract<CalendarChange, { kind: 'days' }> {
  const years = [...new Set([...daysOff, ...makeUpDays].map(({ date }) => yearOf(date)))].sort((a, b) => a - b);
  return { kind: 'days', mode, years, daysOff, makeUpDays, shifts };
}
