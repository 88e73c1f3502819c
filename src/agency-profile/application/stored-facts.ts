import { z } from 'zod';
import { ACT_ORDERS, ENTRIES_ON_PAGE, INITIALED_BY, type AgencyProfile } from '../domain/agency-profile.js';

const stored = z.object({
  parent: z.string(),
  letterhead: z.string(),
  name: z.string(),
  shortName: z.string(),
  symbol: z.string(),
  place: z.string(),
  address: z.string(),
  contact: z.array(z.string()),
  titles: z.object({ head: z.string(), deputy: z.string() }),
  unitSymbols: z.record(z.string(), z.string()),
  citations: z.object({ regulation: z.string() }),
  /** Facts published before the agency asked for it allow none. */
  byOrderKinds: z.array(z.string()).default([]),
  titlesBeforeNames: z.boolean().default(false),
  /** Facts published before the agency asked for it: as it was then. */
  actOrder: z.enum(ACT_ORDERS).default('signThenNumber'),
  entryOnPage: z.enum(ENTRIES_ON_PAGE).default('refuse'),
  initials: z.array(z.enum(INITIALED_BY)).default([]),
});

/**
 * Facts as they were published: only their form is read, for what would be a flaw today was none on its day.
 *
 * @throws ZodError when the text is no facts
 */
export function readStoredFacts(body: unknown): AgencyProfile {
  return stored.parse(body);
}
