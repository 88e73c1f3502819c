import { hasRole, type Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';

/** Who looks after accounts reads the directory and has a plan carried out. @throws DomainError `forbidden` */
export function requireTendsAccounts(actor: Actor): void {
  if (!hasRole(actor, 'administrator')) throw new DomainError('forbidden', { act: 'directory.sync' });
}
