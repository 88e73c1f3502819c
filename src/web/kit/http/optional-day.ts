import { z } from 'zod';
import { civilDate, isCivilDate, type CivilDate } from '../../../kernel/civil-date.js';

/** A day in an address; anything else counts as absent. */
export const optionalDay: z.ZodType<CivilDate | null> = z
  .string()
  .transform((text) => (isCivilDate(text) ? civilDate(text) : null))
  .nullable()
  .catch(null)
  .default(null);

/** A year in an address. */
export const optionalYear: z.ZodType<number | null> = z.coerce
  .number()
  .int()
  .min(2000)
  .max(2999)
  .nullable()
  .catch(null)
  .default(null);
