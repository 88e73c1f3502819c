import { z } from 'zod';

/** Ticked by who has looked at what may be private in a text and sends it as it is. */
export function verbatim(): z.ZodType<boolean> {
  return z
    .string()
    .optional()
    .transform((ticked) => ticked !== undefined);
}
