import ICAL from 'ical.js';
import { addDays, type CivilDate, isCivilDate, nextDay } from '../../kernel/civil-date.js';
import { clean, fold } from '../../kernel/vietnamese.js';
import { weekdayFrom } from '../domain/shift-lines.js';
import { changeOfDays, type ChangeReading, type DayReading, type FileOrigin } from './read-days.js';

/** Longer than any holiday; a longer event is a school term or a mistake. */
const MAX_DAYS = 31;
const MAX_EVENTS = 1_000;
const REPEATS = ['rrule', 'rdate', 'exdate', 'exrule', 'recurrence-id'] as const;

/**
 * Reads days off from iCalendar text (RFC 5545): events of whole days, one or a run of them. What would have to be guessed
 * is refused: repeated events, events with hours, days made up without the weekday whose hours count.
 */
export function readICalendar(text: string, origin: FileOrigin): ChangeReading {
  const calendars = parsed(text);
  if (calendars === null) {
    return { ok: false, flaws: ['Tệp iCalendar không đọc được: xuất lại từ phần mềm lịch, hoặc dùng tệp CSV.'] };
  }
  const events = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'));
  if (events.length > MAX_EVENTS) {
    return { ok: false, flaws: [`Tệp có hơn ${MAX_EVENTS} sự kiện: chỉ giữ ngày nghỉ lễ rồi nhập lại.`] };
  }
  const standing = events.filter((event) => fold(textOf(event, 'status')) !== 'cancelled');
  return changeOfDays(
    standing.flatMap((event, index) => daysOf(event, index + 1, origin)),
    origin.mode,
  );
}

function parsed(text: string): readonly ICAL.Component[] | null {
  try {
    const read: unknown = ICAL.parse(text);
    if (!Array.isArray(read)) return null;
    const several: unknown[] = Array.isArray(read[0]) ? read : [read];
    const calendars = several.map((one) => new ICAL.Component(one as unknown[]));
    return calendars.every(({ name }) => name === 'vcalendar') ? calendars : null;
  } catch {
    // Whatever the parser stumbled over, the person can only export the file again.
    return null;
  }
}

function daysOf(event: ICAL.Component, number: number, origin: FileOrigin): readonly DayReading[] {
  const name = clean(textOf(event, 'summary')).trim();
  const place = `Sự kiện ${number}${name === '' ? '' : ` (${name})`}`;
  const flaw = flawOf(event, name);
  if (flaw !== null) return [{ flaw: `${place}: ${flaw}` }];
  const span = spanOf(event);
  if (typeof span === 'string') return [{ flaw: `${place}: ${span}` }];
  return daysBetween(span.first, span.end).map((date) => dayOf(date, name, place, origin));
}

function flawOf(event: ICAL.Component, name: string): string | null {
  if (name === '') return 'chưa có tên ngày nghỉ (SUMMARY).';
  if (name.length > 200) return 'tên dài hơn 200 chữ.';
  if (REPEATS.some((property) => event.hasProperty(property))) {
    return 'là sự kiện lặp lại; ngày nghỉ mỗi năm một khác nên phải ghi từng ngày.';
  }
  return null;
}

/** First day and the day after the last, as the text names them: the parser itself would turn 30/02 into 01/03. */
function spanOf(event: ICAL.Component): { readonly first: CivilDate; readonly end: CivilDate } | string {
  const first = dateOf(event, 'dtstart');
  if (typeof first !== 'object') return first;
  if (event.hasProperty('duration')) return 'ghi độ dài (DURATION); ghi ngày kết thúc (DTEND) thay cho độ dài.';
  const end = event.hasProperty('dtend') ? dateOf(event, 'dtend') : { date: nextDay(first.date) };
  if (typeof end !== 'object') return end;
  if (end.date <= first.date) return 'kết thúc trước khi bắt đầu.';
  if (end.date > addDays(first.date, MAX_DAYS)) return `dài hơn ${MAX_DAYS} ngày.`;
  return { first: first.date, end: end.date };
}

function dateOf(event: ICAL.Component, property: 'dtstart' | 'dtend'): { readonly date: CivilDate } | string {
  const found = event.getAllProperties(property);
  if (found.length !== 1) return 'phải có đúng một ngày bắt đầu và nhiều nhất một ngày kết thúc.';
  const written: unknown = found[0]?.toJSON();
  const [, , type, text] = Array.isArray(written) ? (written as unknown[]) : [];
  if (type !== 'date') return 'có giờ trong ngày; chỉ nhận sự kiện trọn ngày (VALUE=DATE).';
  return typeof text === 'string' && isCivilDate(text) ? { date: text } : `ngày ${String(text)} không có thật.`;
}

function daysBetween(first: CivilDate, end: CivilDate): readonly CivilDate[] {
  const days: CivilDate[] = [];
  for (let day = first; day < end; day = nextDay(day)) days.push(day);
  return days;
}

function dayOf(date: CivilDate, name: string, place: string, origin: FileOrigin): DayReading {
  const { source, confidence } = origin;
  const words = fold(name);
  if (/\blam (viec )?bu\b/u.test(words) && !words.startsWith('nghi')) return makeUpOf(date, name, place, origin);
  const kind = words.includes('hoan doi') ? 'swapped' : words.startsWith('nghi bu') ? 'compensatory' : 'holiday';
  return { dayOff: { kind, name, date, source, confidence } };
}

function makeUpOf(date: CivilDate, name: string, place: string, { source, confidence }: FileOrigin): DayReading {
  const [named] = /(?:thứ\s+\p{L}+|chủ\s+nhật)/iu.exec(name) ?? [];
  const shiftOfWeekday = named === undefined ? null : weekdayFrom(named);
  if (shiftOfWeekday === null) {
    return { flaw: `${place}: là ngày làm bù nhưng chưa nói làm theo giờ của thứ nào; ghi như “Làm bù thứ Sáu”.` };
  }
  return { makeUp: { date, shiftOfWeekday, source, confidence } };
}

function textOf(event: ICAL.Component, property: string): string {
  const value: unknown = event.getFirstPropertyValue(property);
  return typeof value === 'string' ? value : '';
}
