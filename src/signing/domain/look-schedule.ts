/** However long the e-office says nothing, a letter is asked for again after this at the latest. */
const MAX_PAUSE_MS = 15 * 60_000;

/** Part of a pause by which it is spread, so that letters that failed together are not all asked for together again. */
const SPREAD = 0.1;

/**
 * When to ask for a letter again after looks that told nothing: the usual interval, doubled with each further one, at most a quarter of an hour
 * or the interval itself where that is longer, never less than the interval.
 *
 * @param failed looks in a row that told nothing, >= 1
 * @param everyMs the interval of looking
 * @param dice between 0 and 1
 */
export function nextLookAfterFailure(now: Date, failed: number, everyMs: number, dice: number): Date {
  const pause = Math.min(everyMs * 2 ** Math.min(failed, 16), Math.max(MAX_PAUSE_MS, everyMs));
  return new Date(now.getTime() + Math.round(pause * (1 + SPREAD * dice)));
}
