import { z } from 'zod';

import { type CivilDate, isCivilDate, type Weekday } from '../../kernel/civil-date.js';
import { clean } from '../../kernel/vietnamese.js';
import { calendarFlaws } from '../domain/calendar-flaws.js';
import {
  type Confidence,
  CONFIDENCES,
  DAY_OFF_KINDS,
  type DayOff,
  type WorkingCalendar,
} from '../domain/working-calendar.js';

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/;

const day = z.custom<CivilDate>((value) => typeof value === 'string' && isCivilDate(value), {
  error: 'phải là một ngày có thật, viết theo mẫu 2026-02-17',
});

const weekday = z.custom<Weekday>((value) => Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 7, {
  error: 'phải là số từ 1 (thứ Hai) đến 7 (Chủ Nhật)',
});

const minutes = z
  .string({ error: 'phải là giờ viết theo mẫu 07:30' })
  .refine((text) => text === '24:00' || CLOCK.test(text), { error: 'phải là giờ có thật, viết theo mẫu 07:30' })
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)));

const words = z.string({ error: 'phải là chữ' }).transform(clean);
const list = { error: 'phải là danh sách' };
const oneOf = <T extends string>(values: readonly T[]) =>
  z.enum(values, { error: `phải là một trong: ${values.join(', ')}` }).optional();
/** What may be said of a single day; what is missing comes from the `origin` of the file. */
const declared = { date: day, source: words.default(''), confidence: oneOf(CONFIDENCES) };

const shift = z.strictObject({
  validFrom: day,
  validTo: day.nullish().transform((date) => date ?? null),
  weekdays: z.array(weekday, list).min(1, { error: 'phải có ít nhất một ngày trong tuần' }),
  intervals: z
    .array(
      z
        .tuple([minutes, minutes], { error: 'phải là một cặp giờ như ["07:30", "11:30"]' })
        .transform(([from, to]) => ({ from, to })),
      list,
    )
    .min(1, { error: 'phải có ít nhất một khoảng giờ' }),
});

const calendarFile = z.strictObject(
  {
    name: words.default('Lịch của cơ quan'),
    timezone: z
      .literal('Asia/Ho_Chi_Minh', { error: 'phải là "Asia/Ho_Chi_Minh"; phần mềm chỉ tính giờ Việt Nam' })
      .default('Asia/Ho_Chi_Minh'),
    shifts: z.array(shift, list),
    holidays: z
      .array(z.object({ ...declared, name: words.default('Ngày nghỉ lễ'), kind: oneOf(DAY_OFF_KINDS) }), list)
      .default([]),
    makeUpDays: z.array(z.object({ ...declared, shiftOfWeekday: weekday }), list).default([]),
  },
  { error: (issue) => (issue.code === 'invalid_type' ? 'phải là một đối tượng JSON' : undefined) },
);

const daysFile = calendarFile.partial({ shifts: true });

/** A calendar, or every reason why the file does not give one, as sentences for the person who wrote it. */
export type CalendarReading =
  | { readonly ok: true; readonly calendar: WorkingCalendar }
  | { readonly ok: false; readonly flaws: readonly string[] };

type DeclaredDays = Pick<WorkingCalendar, 'daysOff' | 'makeUpDays'>;
type Refused = { readonly ok: false; readonly flaws: readonly string[] };
type ReadAs<Read> = { readonly ok: true; readonly data: Read } | Refused;
export type DaysReading = ({ readonly ok: true } & DeclaredDays) | Refused;

type DayOrigin = Pick<DayOff, 'source' | 'confidence'>;

const BY_WHOEVER_GIVES_IT: DayOrigin = { source: 'Tệp lịch của cơ quan', confidence: 'confirmed' };

function originOf(
  { source, confidence }: { readonly source: string; readonly confidence?: Confidence | undefined },
  origin: DayOrigin,
): DayOrigin {
  return {
    source: source.trim() === '' ? origin.source : source,
    confidence: confidence ?? origin.confidence,
  };
}

const NOT_UTF8 = 'Tệp không phải chữ UTF-8, hoặc trộn nhiều bảng mã: mở tệp, lưu lại với bảng mã UTF-8 rồi dùng lại.';

/** The text of a file, or why it gives none. */
export type TextReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly flaws: readonly string[] };

/** The text of a calendar file, without its byte order mark. Bytes that are not UTF-8 throughout are refused, never read as other letters. */
export function readUtf8(content: Uint8Array): TextReading {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(content);
    return text.includes('\0') ? { ok: false, flaws: [NOT_UTF8] } : { ok: true, text };
  } catch {
    return { ok: false, flaws: [NOT_UTF8] };
  }
}

/**
 * Reads a calendar file: JSON with shifts, holidays and make-up days. It is taken as complete for every year, because
 * the person who provides it answers for that.
 *
 * @param origin what holds for days that name no source or confidence themselves
 */
export function readCalendarFile(text: string, origin: DayOrigin = BY_WHOEVER_GIVES_IT): CalendarReading {
  const reading = readAs(calendarFile, text);
  if (!reading.ok) return reading;
  const { name, shifts, ...days } = reading.data;
  const calendar: WorkingCalendar = { name, version: 1, years: 'complete', shifts, ...daysOf(days, origin) };
  const flaws = calendarFlaws(calendar);
  return flaws.length === 0 ? { ok: true, calendar } : { ok: false, flaws };
}

/** The days of a calendar file that says nothing of hours; null where it does. What is made of them is judged with the hours that stay. */
export function readDaysFile(text: string, origin: DayOrigin): DaysReading | null {
  const reading = readAs(daysFile, text);
  if (!reading.ok) return reading;
  return reading.data.shifts === undefined ? { ok: true, ...daysOf(reading.data, origin) } : null;
}

function readAs<Read>(schema: z.ZodType<Read>, text: string): ReadAs<Read> {
  const json = parsed(text);
  if (json === undefined) return { ok: false, flaws: ['Tệp lịch không phải là JSON đọc được: mở tệp và sửa cú pháp.'] };
  const result = schema.safeParse(json);
  return result.success ? { ok: true, data: result.data } : { ok: false, flaws: result.error.issues.map(flawOf) };
}

function daysOf(
  { holidays, makeUpDays }: Pick<z.output<typeof calendarFile>, 'holidays' | 'makeUpDays'>,
  origin: DayOrigin,
): DeclaredDays {
  return {
    daysOff: holidays.map(({ kind = 'holiday', ...entry }) => ({ ...entry, kind, ...originOf(entry, origin) })),
    makeUpDays: makeUpDays.map((entry) => ({ ...entry, ...originOf(entry, origin) })),
  };
}

/** JSON with or without a byte order mark; undefined for other text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/u, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** What the members of the file are called in Vietnamese, so that the author of the file finds the place. */
const MEMBERS: Readonly<Record<string, string>> = {
  name: 'tên lịch',
  timezone: 'múi giờ',
  shifts: 'ca làm việc',
  validFrom: 'ngày bắt đầu',
  validTo: 'ngày kết thúc',
  weekdays: 'các thứ',
  intervals: 'khoảng giờ',
  holidays: 'ngày nghỉ',
  makeUpDays: 'ngày làm bù',
  date: 'ngày',
  shiftOfWeekday: 'làm theo giờ của thứ',
  source: 'căn cứ',
  kind: 'loại ngày nghỉ',
  confidence: 'tình trạng căn cứ',
};

/** `Tệp lịch, ca làm việc (shifts) 1, các thứ (weekdays) 2: phải là số từ 1 (thứ Hai) đến 7 (Chủ Nhật).` */
function flawOf(issue: z.core.$ZodIssue): string {
  const what =
    issue.code === 'unrecognized_keys' ? `không hiểu mục ${issue.keys.join(', ')}; xem lại cách viết` : issue.message;
  return `${['Tệp lịch', ...placeOf(issue.path)].join(', ')}: ${what}.`;
}

function placeOf(path: readonly PropertyKey[]): readonly string[] {
  return path.reduce<readonly string[]>((place, step) => {
    if (typeof step === 'number') return [...place.slice(0, -1), `${place.at(-1) ?? 'mục'} ${step + 1}`];
    const member = String(step);
    const words = MEMBERS[member];
    return [...place, words === undefined ? member : `${words} (${member})`];
  }, []);
}
