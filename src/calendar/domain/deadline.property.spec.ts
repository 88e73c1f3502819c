import { compareCounts } from '../../../test/support/two-counts.js';

/** Two thousand here, a hundred thousand by `npm run test:long`. */
const RUNS = 500;

describe('rules 23 to 25: a deadline equals a slow count minute by minute, line by line of its proof', () => {
  it.each(['workingDays', 'workingHours', 'days', 'hours'] as const)('in %s', (unit) => {
    compareCounts([unit], RUNS);
  });
});
