import type { PolicySet } from '../../../law/index.js';
import { freshCycle, type FreshCycle } from '../intake/new-ticket.js';
import type { TextLengths } from '../required-text.js';

/** Of what the citizen says is still not settled. */
export const REOPENING_LENGTHS: TextLengths = { shortest: 20, longest: 2000 };

/** Of why a citizen withdraws. */
export const WITHDRAWAL_LENGTHS: TextLengths = { shortest: 10, longest: 1000 };

/** Who answered for the ticket in the cycle that is over. */
export interface FormerHolder {
  readonly leadUnitId: string | null;
  /** Null where that person no longer works on the unit's tickets. */
  readonly officerId: string | null;
}

export type NextCycle = Omit<FreshCycle, keyof FormerHolder> &
  FormerHolder & { readonly cycle: number; readonly reopeningsLeft: number };

/** Came back more often than the rules allow: supervision decides who handles it. */
export function isForSupervision({ reopeningsLeft }: { readonly reopeningsLeft: number }): boolean {
  return reopeningsLeft < 0;
}

/**
 * The facts with which a ticket begins its next cycle. The unit that answered is proposed once more, until the ticket has come back too often.
 *
 * @param ended the cycle that is over
 */
export function nextCycle(
  ended: FormerHolder & Pick<NextCycle, 'cycle' | 'reopeningsLeft'>,
  policy: Pick<PolicySet, 'extensionsAllowed'>,
): NextCycle {
  const reopeningsLeft = ended.reopeningsLeft - 1;
  const { leadUnitId, officerId } = isForSupervision({ reopeningsLeft })
    ? { leadUnitId: null, officerId: null }
    : ended;
  return { ...freshCycle(policy), leadUnitId, officerId, cycle: ended.cycle + 1, reopeningsLeft };
}

type Allowed = Pick<PolicySet, 'extensionsAllowed' | 'reopeningsAllowed'>;

/** What other rules leave of extensions and reopenings: what was used stays used, and no extension is owed back. */
export function underRules(
  { extensionsLeft, reopeningsLeft }: { readonly extensionsLeft: number; readonly reopeningsLeft: number },
  before: Allowed,
  after: Allowed,
): { readonly extensionsLeft: number; readonly reopeningsLeft: number } {
  return {
    extensionsLeft: Math.max(0, extensionsLeft + after.extensionsAllowed - before.extensionsAllowed),
    reopeningsLeft: reopeningsLeft + after.reopeningsAllowed - before.reopeningsAllowed,
  };
}
