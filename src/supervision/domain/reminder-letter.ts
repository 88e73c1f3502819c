import type { CivilDate } from '../../kernel/civil-date.js';
import { sha256Of } from '../../kernel/sha256.js';

/** `proposed`: by the rule, waits for a person · `making` · `made` · `failed`: could not be made · `dropped`: a person did not want it. */
export const LETTER_STATES = ['proposed', 'making', 'made', 'failed', 'dropped'] as const;

export type LetterState = (typeof LETTER_STATES)[number];

/** Who thought of it: a person, or the rule. */
export const LETTER_ORIGINS = ['person', 'rule'] as const;

export type LetterOrigin = (typeof LETTER_ORIGINS)[number];

/** Working days that a ticket must be over its end before the rule proposes a letter. Source: ours; the reminders inside the system come before it. */
export const LETTER_AFTER_WORKING_DAYS = 2;

/** More tickets than one letter names are no letter but a report. */
export const MAX_TICKETS = 200;

/** The name of a letter to a unit about certain tickets: the same ones are not asked for twice in a day by hand, nor twice ever by the rule. */
export function letterKey(
  origin: LetterOrigin,
  {
    unitId,
    ticketIds,
    day,
  }: { readonly unitId: string; readonly ticketIds: readonly string[]; readonly day: CivilDate },
): string {
  const tickets = sha256Of([...ticketIds].sort().join(' '));
  return origin === 'rule' ? `rule:${unitId}:${tickets}` : `person:${unitId}:${day}:${tickets}`;
}

/** Working days in which a unit gets no second proposal after a letter was decided on. Source: ours. */
export const LETTER_PAUSE_WORKING_DAYS = 5;
