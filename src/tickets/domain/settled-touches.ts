import { latestWithinSkew } from '../../kernel/clock-skew.js';

/** On SQL Server a line may be seen before one that was begun earlier: lines of the last minute are looked at again. */
const UNSETTLED_MS = 60_000;

/**
 * Up to which line a watcher of courses need not look again. A line from after the present is of before the clock was set back: it holds nobody up until
 * the clock has come there again.
 *
 * @param from where the watcher stands
 * @param touches what follows there, in the order of writing
 */
export function settledUpTo(
  from: number,
  touches: readonly { readonly seq: number; readonly at: Date }[],
  now: Date,
): number {
  const [settled, latest] = [now.getTime() - UNSETTLED_MS, latestWithinSkew(now).getTime()];
  const young = touches.findIndex(({ at }) => at.getTime() > settled && at.getTime() <= latest);
  return (young === -1 ? touches : touches.slice(0, young)).at(-1)?.seq ?? from;
}
