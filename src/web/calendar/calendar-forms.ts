import { z } from 'zod';
import { type CalendarChange, readShiftLines, weekdayName } from '../../calendar/index.js';
import { writtenDay } from '../../kernel/written-time.js';
import { CONFIDENCES } from '../../calendar/domain/working-calendar.js';
import type { Weekday } from '../../kernel/civil-date.js';
import { area, choice, choices, field, file, text } from '../kit/form/field-kinds.js';
import { defineForm } from '../kit/form/posted-form.js';
import { FormPipe } from '../kit/http/form-pipe.js';
import { CONFIDENCE_WORDS, DAY_OFF_WORDS } from './calendar-words.js';

/** What a change of the calendar comes to. */
export interface AskedChange {
  readonly change: CalendarChange;
  readonly source: string;
  readonly reason: string;
}

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const weekday = z.coerce.number().pipe(z.literal(WEEKDAYS));

const mode = choice(
  'Cách nhập',
  choices(['replaceYears', 'add'], {
    replaceYears: 'Thay mọi ngày của các năm có trong lịch ấy',
    add: 'Thêm vào, giữ các ngày khác',
  }),
);

/** What every change rests on. */
const GROUNDS = {
  confidence: choice('Tình trạng căn cứ', choices(CONFIDENCES, CONFIDENCE_WORDS), { value: 'confirmed' }),
  source: text('Căn cứ', {
    needed: 'Viết căn cứ: số, ngày của quyết định hoặc thông báo.',
    hint: 'Số, ngày của quyết định hoặc thông báo',
    ...{ required: true, maxLength: 400 },
  }),
  reason: text('Lý do thay đổi', { needed: 'Viết lý do thay đổi.', required: true, maxLength: 500 }),
};

export const bringingFile = defineForm({
  file: file('Tệp lịch', {
    needed: 'Chọn tệp lịch rồi gửi lại.',
    hint: 'JSON, iCalendar (.ics) hoặc bảng CSV có cột Ngày, Loại, Tên; chữ UTF-8.',
    accept: '.json,.ics,.csv',
  }),
  mode,
  ...GROUNDS,
});

/** The same from an address: what is published there is fetched once and shown, as a file would be. */
export const fetching = defineForm({
  address: text('Địa chỉ lịch iCalendar', {
    needed: 'Viết địa chỉ lịch iCalendar, bắt đầu bằng https://.',
    ...{ required: true, maxLength: 300 },
  }),
  mode,
  ...GROUNDS,
});

const realDay = z.string().transform((given, context) => {
  const date = writtenDay(given);
  if (date !== null) return date;
  context.addIssue('Viết ngày có thật, như 31/12/2026.');
  return z.NEVER;
});

const DAY_KINDS = { ...DAY_OFF_WORDS, makeUp: 'Làm bù', none: 'Như ngày thường' };

export const changingDay = defineForm({
  date: field('text', 'Ngày', realDay, { hint: 'Ví dụ 31/12/2026', required: true }),
  kind: choice('Loại ngày', choices(['holiday', 'compensatory', 'swapped', 'makeUp', 'none'], DAY_KINDS), {
    value: 'holiday',
  }),
  name: text('Tên ngày nghỉ', { hint: 'Bỏ trống khi làm bù hoặc như ngày thường', maxLength: 200 }),
  weekday: field('choice', 'Làm bù theo giờ của', weekday, {
    value: 1,
    options: WEEKDAYS.map((one) => ({ value: String(one), label: weekdayName(one) })),
  }),
  ...GROUNDS,
});

export const dayPipe = new FormPipe<AskedChange>(
  changingDay.schema
    .refine(({ kind, name }) => kind === 'makeUp' || kind === 'none' || name.trim() !== '', {
      path: ['name'],
      error: 'Viết tên ngày nghỉ.',
    })
    .transform(({ date, kind, name, weekday: shiftOfWeekday, source, confidence, reason }) => {
      const declared = { date, source, confidence };
      const change: CalendarChange = {
        kind: 'day',
        date,
        dayOff: kind === 'none' || kind === 'makeUp' ? null : { kind, name: name.trim(), ...declared },
        makeUp: kind === 'makeUp' ? { shiftOfWeekday, ...declared } : null,
      };
      return { change, source, reason };
    }),
);

export const changingHours = defineForm({
  unitId: text('Đơn vị', { kind: 'choice' }),
  shifts: area('Các ca', { rows: 5 }),
  ...GROUNDS,
  confidence: { ...GROUNDS.confidence, parse: z.enum(CONFIDENCES).default('unconfirmed') },
});

export const hoursPipe = new FormPipe<AskedChange>(
  changingHours.schema.transform(({ unitId, shifts: lines, source, confidence, reason }, context) => {
    const reading = readShiftLines(lines);
    if (!reading.ok) {
      context.addIssue({ code: 'custom', path: ['shifts'], message: reading.flaws.join(' ') });
      return z.NEVER;
    }
    const shifts = reading.shifts.map((shift) => ({ ...shift, origin: { source, confidence } }));
    const change: CalendarChange = { kind: 'shifts', unitId: unitId === '' ? null : unitId, shifts };
    return { change, source, reason };
  }),
);

export const againstForm = z.object({ against: z.coerce.number().int().min(1).max(1_000_000) });
export type AgainstForm = z.infer<typeof againstForm>;
