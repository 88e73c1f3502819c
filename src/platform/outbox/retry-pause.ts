const FIRST_MS = 2_000;
/** The longest pause between two tries of one promise. */
export const LONGEST_PAUSE_MS = 60 * 60_000;

/**
 * Milliseconds to wait before a further try: 2 s, doubled each time, at most an hour, spread by ±25 % so that many do not come at once.
 * What the outside asked for is a lower bound.
 *
 * @param failures how many tries have failed, >= 1
 */
export function pauseBeforeTry(failures: number, askedSeconds = 0, random: () => number = Math.random): number {
  const grown = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);
  const spread = Math.round(grown * (0.75 + random() * 0.5));
  return Math.min(Math.max(askedSeconds * 1000, spread), LONGEST_PAUSE_MS);
}
