import { hasRole, type Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Whether this person may look after the exchange: what waits or was given up, the comparison of both sides, the directory of agencies. */
export function mayTendExchange(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk', 'administrator');
}

/** @throws DomainError `forbidden` */
export function requireTendsExchange(actor: Actor): void {
  if (!mayTendExchange(actor)) throw new DomainError('forbidden', { ability: 'tendExchange' });
}
