import { DAY_MS } from '../../../kernel/civil-date.js';
import type { JournalAction } from '../../../journal/domain/acts.js';

/** Acts about an account after which its person has the whole period again to sign in. */
export const RENEWING_ACTS: readonly JournalAction[] = [
  'account.addAdministrator',
  'account.password',
  'account.temporaryPassword',
  'staff.add',
  'staff.reactivate',
  'staff.sync.add',
  'staff.sync.enable',
];

/** Whether an account has a way to sign in: a password that is kept here, or an entry in the directory. */
export function maySignIn(account: {
  readonly passwordHash: string | null;
  readonly directoryId: string | null;
}): boolean {
  return account.passwordHash !== null || account.directoryId !== null;
}

/**
 * Since when an account must have been used; null where that cannot be told yet.
 *
 * @param beganAt when the installation began to work; null: it has not
 */
export function usedSince(days: number, beganAt: Date | null, now: Date): Date | null {
  const since = new Date(now.getTime() - days * DAY_MS);
  return beganAt === null || beganAt > since ? null : since;
}

/**
 * Whether an account is locked as unused. The last administrator who could open accounts again never is.
 *
 * @param used ids of the accounts that were used in the period
 * @param administrators ids of all administrators who may sign in
 *
 * Source: TCVN 14423:2026, 4.6.2.3
 */
export function isLockedAsUnused(
  staffId: string,
  used: ReadonlySet<string>,
  administrators: readonly string[],
): boolean {
  if (used.has(staffId)) return false;
  return !administrators.includes(staffId) || administrators.some((id) => used.has(id));
}
