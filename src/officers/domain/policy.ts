import { hasRole, type Actor, type Role } from '../../kernel/actor.js';

/** The Office keeps the directory and tells the city of changes; the administrator may, too (source letter, parts 1 and 3). */
export const OFFICER_EDITORS: readonly Role[] = ['administrator', 'registryClerk', 'formatChecker'];

/** Who writes to the city of a change: the Office. */
export const CHANGE_WRITERS: readonly Role[] = ['registryClerk'];

export function mayEditOfficers(actor: Actor): boolean {
  return hasRole(actor, ...OFFICER_EDITORS);
}

/** Who hears that a unit has no contact officer: the Office, which names one, and supervision, which sees to it. */
export const HEAR_OF_MISSING: readonly Role[] = [...OFFICER_EDITORS, 'supervisor'];
