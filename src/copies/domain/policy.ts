import { type Actor, hasRole, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** Who may open a certified copy; the register of copies itself is open to staff. */
export const COPY_READERS: readonly Role[] = ['registryClerk', 'leader', 'supervisor', 'formatChecker'];

/** Source: Nghị định 30/2020/NĐ-CP, Điều 32 khoản 2. */
export function mayCertifyCopies(actor: Actor): boolean {
  return hasRole(actor, 'registryClerk');
}

/** @throws DomainError `forbidden` */
export function requireCertifyCopies(actor: Actor): void {
  if (!mayCertifyCopies(actor)) throw new DomainError('forbidden', { ability: 'copy' });
}

export function mayReadCopies(actor: Actor): boolean {
  return hasRole(actor, ...COPY_READERS);
}
