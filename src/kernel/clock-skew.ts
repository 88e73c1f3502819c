/** How far the clocks of hosts that work together may differ. */
const TOLERATED_SKEW_MS = 30_000;

/**
 * The latest instant that any host of the installation can have stored as its present time by now. A later one shows that the clock has been set
 * back since: what was due soon by the old clock would be late by the new one.
 */
export function latestWithinSkew(now: Date): Date {
  return new Date(now.getTime() + TOLERATED_SKEW_MS);
}
