import { hasRole, STAFF, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** The Office proposes commendations (source letter, part 3: Văn phòng Sở đề xuất hình thức khen thưởng). */
export const COMMENDERS: readonly Role[] = ['registryClerk', 'formatChecker'];

/** Those who work on tickets say by which of them something was changed. */
export const FLAGGERS: readonly Role[] = STAFF;

/** Those who may see proposals and their outcome. */
export const COMMENDATION_READERS: readonly Role[] = [...COMMENDERS, 'leader', 'supervisor'];

/** @throws DomainError `forbidden` */
export function requireCommender(actor: Actor): void {
  if (!hasRole(actor, ...COMMENDERS)) throw new DomainError('forbidden', { act: 'commendation' });
}

/** @throws DomainError `forbidden` */
export function requireReader(actor: Actor): void {
  if (!hasRole(actor, ...COMMENDATION_READERS)) throw new DomainError('forbidden', { act: 'commendation' });
}
