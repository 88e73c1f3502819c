import { z } from 'zod';
import { isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';
import { optional } from './form-pipe.js';

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
