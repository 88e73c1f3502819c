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

/** A year in an address. */
export const optionalYear: z.ZodType<number | null> = z.coerce
  .number()
  .int()
  .min(2000)
  .max(2999)
  .nullable()
  .catch(null)
  .default(null);
