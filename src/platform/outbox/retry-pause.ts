import { latestWithinSkew } from '../../kernel/clock-skew.js';

const FIRST_MS = 2_000;
/** The longest pause between two tries of one job. */
export const MAX_PAUSE_MS = 60 * 60_000;
/** A server that answers "not now" to one letter, as those do that greylist, wants to be asked again in minutes, not in seconds. */
const FIRST_OF_DEFERRED_MS = 5 * 60_000;
/** The longest while the peer is unavailable and asks for no more: the app works again within this time of the outage's end, and the circuit keeps the peer from a storm. */
export const MAX_OUTAGE_PAUSE_MS = 30_000;

export interface PauseBounds {
  /** What the outside asked for: a lower bound, up to the longest pause of all. */
  readonly askedSeconds?: number | undefined;
  readonly firstMs?: number;
  /** How far the pause may grow by itself. */
  readonly longestMs?: number;
}

/**
 * Milliseconds to wait before a further try: 2 s unless said otherwise, doubled each time up to a bound, spread by ±25 % so that many do not come at once; an hour at most.
 *
 * @param failures how many tries have failed, >= 1
 */
export function pauseBeforeTry(
  failures: number,
  { askedSeconds = 0, firstMs = FIRST_MS, longestMs = MAX_PAUSE_MS }: PauseBounds = {},
): number {
  const grown = Math.min(firstMs * 2 ** (failures - 1), longestMs);
  const spread = Math.min(Math.round(grown * (0.75 + Math.random() * 0.5)), longestMs);
  return Math.min(Math.max(askedSeconds * 1000, spread), MAX_PAUSE_MS);
}

/** Milliseconds to wait before a letter that was not taken just now is offered again: five minutes, doubled each time, an hour at most. */
export function pauseOfDeferred(failures: number): number {
  return pauseBeforeTry(failures, { firstMs: FIRST_OF_DEFERRED_MS });
}

/**
 * Nothing may be due later than this: the longest pause that there is; and now, when the clock was set back, because nobody can tell any more how
 * much of a pause is left, and an early try harms nobody.
 *
 * @param lastWritten what the app last wrote down as its present, by the order of its rows and not by their time
 */
export function latestDue(now: Date, lastWritten: Date | null): Date {
  const wentBack = lastWritten !== null && lastWritten > latestWithinSkew(now);
  return wentBack ? now : new Date(now.getTime() + MAX_PAUSE_MS);
}
