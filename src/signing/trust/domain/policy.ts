import { type Actor, hasHandIn, hasRole, type Role } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';

export function mayPropose(actor: Actor): boolean {
  return hasRole(actor, 'administrator');
}

/** @throws DomainError `forbidden` */
export function requirePropose(actor: Actor): void {
  if (!mayPropose(actor)) throw new DomainError('forbidden');
}

export function mayDecide(actor: Actor, confirmers: readonly Role[]): boolean {
  return hasRole(actor, ...confirmers);
}

/**
 * What is trusted changes only by the word of two people.
 *
 * @throws DomainError `forbidden`; `trust-same-person` for the proposer
 */
export function requireDecide(actor: Actor, confirmers: readonly Role[], proposedById: string): void {
  if (!mayDecide(actor, confirmers)) throw new DomainError('forbidden');
  if (hasHandIn(actor, proposedById)) throw new DomainError('trust-same-person');
}
