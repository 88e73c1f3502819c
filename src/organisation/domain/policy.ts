import { hasRole, type Actor, type Role } from '../../kernel/actor.js';

/** Who moulds the organisation: units, duties, roles. */
export const ORGANISERS: readonly Role[] = ['administrator'];

/** Who keeps addresses and telephones of units: the Office too, which answers the calls. */
export const CONTACT_KEEPERS: readonly Role[] = ['administrator', 'registryClerk'];

export function mayOrganise(actor: Actor): boolean {
  return hasRole(actor, ...ORGANISERS);
}

export function mayKeepContacts(actor: Actor): boolean {
  return hasRole(actor, ...CONTACT_KEEPERS);
}
