import { hasHandIn, hasRole, type Actor, type Role } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { JournalAction } from './acts.js';

/**
 * Acts by which somebody may do more than before, or less: rights to sign, whom the agency trusts, roles, tokens. Others are told of each until another
 * person confirms it.
 */
const ACCESS_ACTS: ReadonlySet<string> = new Set<JournalAction>([
  'authority.add',
  'authority.end',
  'decisionAuthority.add',
  'decisionAuthority.end',
  'trust.configured',
  'trust.unconfigured',
  'staff.giveRole',
  'staff.endRole',
  'staff.roles',
  'account.addAdministrator',
  'staff.reactivate',
  'account.temporaryPassword',
  'apiToken.make',
  'apiToken.confirm',
  'substitution.make',
]);

/** Who is told of a change of rights and may confirm it. */
export const ACCESS_CONFIRMERS: readonly Role[] = ['administrator', 'supervisor'];

export function changesAccess(action: string): boolean {
  return ACCESS_ACTS.has(action);
}

/** @param madeById who made the change @throws DomainError `forbidden`, also for the author of the change */
export function requireAccessConfirmer(actor: Actor, madeById: string): void {
  if (!mayConfirmAccess(actor, madeById)) throw new DomainError('forbidden', { act: 'accessChange.confirm' });
}

/** Only somebody other than the author of the change. */
export function mayConfirmAccess(actor: Actor, madeById: string): boolean {
  return hasRole(actor, ...ACCESS_CONFIRMERS) && !hasHandIn(actor, madeById);
}
