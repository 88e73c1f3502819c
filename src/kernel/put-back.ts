/** How far the clocks of hosts that work together may be apart. */
const APART_MS = 30_000;

/**
 * The latest instant that the app can have written down as its present by now. One that lies later tells that the clock has been put back since,
 * and that what was to come soon by the old clock would come late by the new one.
 */
export function latestWritten(now: Date): Date {
  return new Date(now.getTime() + APART_MS);
}
