const FIRST_MS = 2_000;
/** The longest pause between two tries of one promise. */
export const LONGEST_PAUSE_MS = 60 * 60_000;
/** The longest while the peer is away and asks for no more: the house works again within this time of the outage's end, and the circuit keeps the peer from a storm. */
export const LONGEST_PAUSE_OF_OUTAGE_MS = 30_000;

export interface PauseBounds {
  /** What the outside asked for: a lower bound, up to the longest pause of all. */
  readonly askedSeconds?: number | undefined;
  /** How far the pause may grow by itself. */
  readonly longestMs?: number;
}

/**
 * Milliseconds to wait before a further try: 2 s, doubled each time up to a bound, spread by ±25 % so that many do not come at once; an hour at most.
 *
 * @param failures how many tries have failed, >= 1
 */
export function pauseBeforeTry(
  failures: number,
  { askedSeconds = 0, longestMs = LONGEST_PAUSE_MS }: PauseBounds = {},
): number {
  const grown = Math.min(FIRST_MS * 2 ** (failures - 1), longestMs);
  const spread = Math.min(Math.round(grown * (0.75 + Math.random() * 0.5)), longestMs);
  return Math.min(Math.max(askedSeconds * 1000, spread), LONGEST_PAUSE_MS);
}
