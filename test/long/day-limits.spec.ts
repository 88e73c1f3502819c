import { compareCounts } from '../support/two-counts.js';

const RUNS = 50_000;
/** A few minutes on two free cores; a busy machine may take its time. */
const HALF_AN_HOUR = 1_800_000;

describe('rules 23 to 25: fifty thousand limits in days', () => {
  it(
    'end where a slow count ends, and prove it line by line',
    () => {
      const refused = compareCounts(['workingDays', 'days'], RUNS);

      process.stdout.write(`${RUNS} random limits in days: all equal; ${refused} of them refused by both counts\n`);
    },
    HALF_AN_HOUR,
  );
});
