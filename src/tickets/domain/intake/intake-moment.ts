import { civilDate, instantOf, isCivilDate } from '../../../kernel/civil-date.js';

const FROM_A_FORM = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/u;
const AS_WRITTEN = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(\d{1,2})[:h](\d{2})(?::\d{2})?)?$/u;

/**
 * A moment in Việt Nam as forms and people write it: `2026-03-18T09:05`, `18/03/2026 09:05`, `18/03/2026` (its midnight).
 *
 * @returns null for anything else, and for days and hours that do not exist
 */
export function writtenMoment(text: string): Date | null {
  return momentOfForm(text.trim()) ?? momentAsWritten(text.trim());
}

function momentOfForm(text: string): Date | null {
  const [, day = '', hour = '', minute = ''] = FROM_A_FORM.exec(text) ?? [];
  return momentOf(day, Number(hour), Number(minute));
}

function momentAsWritten(text: string): Date | null {
  const [, day = '', month = '', year = '', hour = '0', minute = '0'] = AS_WRITTEN.exec(text) ?? [];
  return momentOf(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, Number(hour), Number(minute));
}

function momentOf(day: string, hour: number, minute: number): Date | null {
  if (!isCivilDate(day) || hour > 23 || minute > 59) return null;
  return instantOf(civilDate(day), hour * 60 + minute);
}
