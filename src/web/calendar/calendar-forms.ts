import { z } from 'zod';
import { type CalendarChange, dayFrom, readShiftLines } from '../../calendar/index.js';
import type { Weekday } from '../../kernel/civil-date.js';
import { PostedFile } from '../../platform/http/bodies/posted-file.js';
import { needed, optional } from '../kit/http/form-pipe.js';

const words = {
  source: needed('Viết căn cứ: số, ngày của quyết định hoặc thông báo.'),
  reason: needed('Viết lý do thay đổi.'),
};
const confidence = z.enum(['confirmed', 'reported', 'unconfirmed', 'assumed']);

/** What a form asks for. */
interface Asked {
  readonly change: CalendarChange;
  readonly source: string;
  readonly reason: string;
}

export const fileForm = z.object({
  file: z.instanceof(PostedFile, { error: 'Chọn tệp lịch rồi gửi lại.' }),
  mode: z.enum(['replaceYears', 'add']),
  confidence,
  ...words,
});

export const addressForm = z.object({
  address: needed('Viết địa chỉ lịch iCalendar, bắt đầu bằng https://.'),
  mode: z.enum(['replaceYears', 'add']),
  confidence,
  ...words,
});

const weekday = z.coerce.number().int().min(1).max(7) as unknown as z.ZodType<Weekday>;

export const dayForm: z.ZodType<Asked> = z
  .object({
    date: z.string().transform((text, context) => {
      const date = dayFrom(text);
      if (date !== null) return date;
      context.addIssue('Viết ngày có thật, như 31/12/2026.');
      return z.NEVER;
    }),
    kind: z.enum(['holiday', 'compensatory', 'swapped', 'makeUp', 'none']),
    name: optional(),
    weekday,
    confidence,
    ...words,
  })
  .refine(({ kind, name }) => kind === 'makeUp' || kind === 'none' || name.trim() !== '', {
    path: ['name'],
    error: 'Viết tên ngày nghỉ.',
  })
  .transform(({ date, kind, name, weekday: shiftOfWeekday, ...rest }) => {
    const declared = { date, source: rest.source, confidence: rest.confidence };
    const change: CalendarChange = {
      kind: 'day',
      date,
      dayOff: kind === 'none' || kind === 'makeUp' ? null : { kind, name: name.trim(), ...declared },
      makeUp: kind === 'makeUp' ? { shiftOfWeekday, ...declared } : null,
    };
    return { change, source: rest.source, reason: rest.reason };
  });

export const hoursForm: z.ZodType<Asked> = z
  .object({ unitId: optional(), shifts: optional(), confidence: confidence.default('unconfirmed'), ...words })
  .transform(({ unitId, shifts: lines, source, confidence: sure, reason }, context) => {
    const reading = readShiftLines(lines);
    if (!reading.ok) {
      context.addIssue({ code: 'custom', path: ['shifts'], message: reading.flaws.join(' ') });
      return z.NEVER;
    }
    const shifts = reading.shifts.map((shift) => ({ ...shift, origin: { source, confidence: sure } }));
    const change: CalendarChange = { kind: 'shifts', unitId: unitId === '' ? null : unitId, shifts };
    return { change, source, reason };
  });

export const againstForm = z.object({ against: z.coerce.number().int().min(1).max(1_000_000) });

export type AddressForm = z.infer<typeof addressForm>;
export type FileForm = z.infer<typeof fileForm>;
export type AskedChange = Asked;
export type AgainstForm = z.infer<typeof againstForm>;
