import { type Actor, hasHandIn, hasRole, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Who may take evidence out of the agency. */
export const EVIDENCE_READERS: readonly Role[] = ['registryClerk', 'leader', 'supervisor'];

/** Only the registry numbers and seals, and never what it signed itself. */
export function mayRelease(actor: Actor, { leaderId }: { readonly leaderId: string }): boolean {
  return hasRole(actor, 'registryClerk') && !hasHandIn(actor, leaderId);
}

/** @throws DomainError `forbidden` */
export function requireRelease(actor: Actor, request: { readonly leaderId: string }): void {
  if (!mayRelease(actor, request)) throw new DomainError('forbidden', { ability: 'seal' });
}

export function mayTakeEvidence(actor: Actor): boolean {
  return hasRole(actor, ...EVIDENCE_READERS);
}
