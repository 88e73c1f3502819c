import { z } from 'zod';

/** Ticked by who has looked at what may be private in a text and sends it as it is; a form of several such texts has a tick beside each. */
export function verbatim(): z.ZodType<boolean> {
  return z
    .union([z.string(), z.array(z.string())])
    .optional()
    .transform((ticked) => ticked !== undefined);
}
