import type { Role } from '../../kernel/actor.js';

/** The leader signs there, and the registry's account is the agency's, which seals. */
const ALWAYS: readonly Role[] = ['leader', 'registryClerk'];

/**
 * Roles that are of no use to a letter without the person's code in the e-office.
 *
 * @param initials roles whose initials the agency wants before the leader signs
 */
export function rolesNeedingCode(initials: readonly Role[]): readonly Role[] {
  return [...ALWAYS, ...initials.filter((role) => !ALWAYS.includes(role))];
}

/** Roles for which somebody who works here still lacks the code; none where nothing is missing. */
export function rolesWithoutCode(
  person: { readonly eOfficeCode: string | null; readonly active: boolean; readonly roles: readonly Role[] },
  initials: readonly Role[],
): readonly Role[] {
  if (!person.active || person.eOfficeCode !== null) return [];
  const needing = rolesNeedingCode(initials);
  return person.roles.filter((role) => needing.includes(role));
}
