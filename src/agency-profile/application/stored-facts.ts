import { z } from 'zod';
import { INITIALED_BY, type AgencyProfile } from '../domain/agency-profile.js';
import { CHOICE_NAMES, CHOICES, optionsOf, type Choices } from '../domain/profile-choices.js';
import { CITATION_LINES, NAME_LINES, TITLE_LINES, type ProfileLine } from '../domain/profile-lines.js';

/** A line that may be empty is empty in facts published before it was asked for. */
function lines<Lines extends Readonly<Record<string, ProfileLine>>>(of: Lines): Record<keyof Lines, z.ZodType<string>> {
  const kinds = Object.entries(of).map(([name, { isOptional }]) => [
    name,
    isOptional === true ? z.string().default('') : z.string(),
  ]);
  // Object.fromEntries forgets the names.
  return Object.fromEntries(kinds) as Record<keyof Lines, z.ZodType<string>>;
}

function choices(): { readonly [Name in keyof Choices]: z.ZodType<Choices[Name]> } {
  const kinds = CHOICE_NAMES.map((name) => [name, z.enum(optionsOf(name)).default(CHOICES[name].first)]);
  return Object.fromEntries(kinds) as { readonly [Name in keyof Choices]: z.ZodType<Choices[Name]> };
}

const stored = z.object({
  ...lines(NAME_LINES),
  contact: z.array(z.string()),
  titles: z.object(lines(TITLE_LINES)),
  unitSymbols: z.record(z.string(), z.string()),
  citations: z.object(lines(CITATION_LINES)),
  /** Facts published before the agency asked for it allow none. */
  byOrderKinds: z.array(z.string()).default([]),
  titlesBeforeNames: z.boolean().default(false),
  ...choices(),
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
