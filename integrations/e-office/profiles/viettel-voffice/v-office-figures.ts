import { z } from 'zod';
import { CIPHERS } from './v-office-cipher.js';

/** What differs between installations of vOffice, beside what every profile says; stands in the profile under `vOffice`. */
export const V_OFFICE_FIGURES = z.strictObject({
  cipher: z.strictObject({
    name: z.enum(CIPHERS),
    /** Which fields are hidden. */
    fields: z.array(z.enum(['accountName', 'accountPass', 'appCode', 'appPass'])),
  }),
  /** Whether getFile wants the application's code hidden like in a registration. */
  hiddenCodeInGetFile: z.boolean(),
  /** What it calls the kind of document, by our code of it; `*` for every other. Left out: it chooses. */
  documentForms: z.record(z.string(), z.int()).optional(),
  /** Sent as `autoPromulgateText`; left out: its clerk issues by hand. */
  autoPromulgate: z.int().optional(),
  /** Whether its clerk looks at a letter before the leader does. */
  clerkFirst: z.boolean(),
  /** The wording for a letter without a comment, by the vendor's status. */
  words: z.record(z.string(), z.string()),
});

export type VOfficeFigures = z.infer<typeof V_OFFICE_FIGURES>;
