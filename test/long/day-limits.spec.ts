import { compareCounts } from '../support/two-counts.js';

const RUNS = 50_000;
const TEN_MINUTES = 600_000;

describe('rules 23 to 25: fifty thousand limits in days', () => {
  it(
    'end where a slow count ends, and prove it line by line',
    () => {
      const refused = compareCounts(['workingDays', 'days'], RUNS);

      process.stdout.write(`${RUNS} random limits in days: all equal; ${refused} of them refused by both counts\n`);
    },
    TEN_MINUTES,
  );
});
