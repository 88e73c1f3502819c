import { z } from 'zod';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { writtenDay } from '../../../kernel/written-time.js';

/** A day in an address, as people type it and as programs write it; anything else counts as absent. */
export const optionalDay: z.ZodType<CivilDate | null> = z
  .string()
  .transform(writtenDay)
  .nullable()
  .catch(null)
  .default(null);

/** A day by which a page chooses what it shows: one that does not exist is refused, so that other days are not taken for those that were asked. */
export const chosenDay: z.ZodType<CivilDate | null> = z
  .string()
  .default('')
  .transform((text, context) => {
    const day = writtenDay(text);
    if (day === null && text.trim() !== '')
      context.addIssue('Ghi ngày có thật theo dạng ngày/tháng/năm, như 05/03/2026.');
    return day;
  });

/** A year in an address. */
export const optionalYear: z.ZodType<number | null> = z.coerce
  .number()
  .int()
  .min(2000)
  .max(2999)
  .nullable()
  .catch(null)
  .default(null);
