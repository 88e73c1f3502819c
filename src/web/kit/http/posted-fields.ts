import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import { writtenDay, writtenMoment } from '../../../kernel/written-time.js';
import { optional } from './form-pipe.js';

/** Kinds of fields into which a day or a moment is typed. */
export type TimeKind = 'date' | 'moment';

const REAL: Readonly<Record<TimeKind, string>> = {
  date: 'ghi ngày có thật, như 05/03/2026.',
  moment: 'ghi ngày giờ có thật, như 18/03/2026 09:05.',
};

export function isTime(kind: string): kind is TimeKind {
  return kind === 'date' || kind === 'moment';
}

/** A day that must be given. @param sentence what to do where it is not one */
export function neededDay(sentence: string): z.ZodType<CivilDate> {
  return optional().transform((text, context) => {
    if (isCivilDate(text)) return text;
    context.addIssue(sentence);
    return z.NEVER;
  });
}

/** A day that may be left out; what is no day is refused. @param sentence what to do then */
export function dayOrNone(sentence: string): z.ZodType<CivilDate | null> {
  return optional().transform((text, context) => {
    if (text === '') return null;
    if (isCivilDate(text)) return text;
    context.addIssue(sentence);
    return z.NEVER;
  });
}

/** For forms that are read field by field: a day as programs write it, or what was typed, which the rule refuses. */
export function dayAsTyped(text: string): string {
  return writtenDay(text) ?? text;
}

/**
 * A day as it was typed is read as programs write it; what is neither a day nor nothing is refused, by the words of the field where it has some.
 *
 * @param read what the field is besides
 */
export function typedTime<Value>(kind: TimeKind, label: string, read: z.ZodType<Value>): z.ZodType<Value> {
  return z
    .unknown()
    .default('')
    .transform((given, context) => {
      const text = typeof given === 'string' ? given.trim() : '';
      const day = writtenDay(text);
      const found = read.safeParse(kind === 'date' && day !== null ? day : given);
      if (!found.success) {
        for (const { message } of found.error.issues) context.addIssue(message);
        return z.NEVER;
      }
      const isReal = text === '' || (kind === 'date' ? day : writtenMoment(text)) !== null;
      if (!isReal) context.addIssue(realTime(kind, label));
      return found.data;
    });
}

/** What to do where no day or moment was typed: `Từ ngày: ghi ngày có thật, như 05/03/2026.` */
export function realTime(kind: TimeKind, label: string): string {
  return `${label}: ${REAL[kind]}`;
}
