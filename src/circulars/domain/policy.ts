import { hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';

/** The Office sends circulars and sees to it that they are read (source letter, part 1: phổ biến tới từng cán bộ). */
export const CIRCULAR_SENDERS: readonly Role[] = ['registryClerk', 'formatChecker'];

/** Those who may see how far a circular has come everywhere. */
export const CIRCULAR_WATCHERS: readonly Role[] = [...CIRCULAR_SENDERS, 'leader', 'supervisor'];

export function mayWatch(actor: Actor): boolean {
  return hasRole(actor, ...CIRCULAR_WATCHERS);
}

/** Who sees how far a unit has come: those who watch over all, and its head. */
export function mayWatchUnit(actor: Actor, unitId: string): boolean {
  return mayWatch(actor) || (hasRole(actor, 'unitHead') && actor.unitId === unitId);
}

/** @throws DomainError `forbidden` */
export function requireSender(actor: Actor): void {
  if (!hasRole(actor, ...CIRCULAR_SENDERS)) throw new DomainError('forbidden', { act: 'circular' });
}

/** Only the person can say what that person has read: a substitute acknowledges nothing. @throws DomainError `forbidden` */
export function requireInPerson({ onBehalfOf }: Actor): void {
  if (onBehalfOf !== undefined) throw new DomainError('forbidden', { act: 'circular.acknowledge' });
}

/**
 * Who answers for it that a whole unit was told: its head; where none has an account, its contact officer.
 *
 * @param hasHead whether a head of that unit has an account
 */
export function mayBrief(actor: Actor, unitId: string, hasHead: boolean): boolean {
  return actor.unitId === unitId && hasRole(actor, hasHead ? 'unitHead' : 'contactOfficer');
}
