import Sequencer from '@jest/test-sequencer';

/** Minutes each; side by side they need no quick answers of one another. */
const LONGEST = /\/(?:gallery|kills)\.spec\.ts$/u;
const LONGEST_FIRST = ['browser', 'faults', 'faults-full', 'soak', 'long', 'e2e', 'medium', 'unit'];

/**
 * Starts what takes minutes before what takes milliseconds, so that no core waits at the end for one long spec. Left to itself jest goes by the size of
 * files, and the longest specs (a gallery of pages, a campaign of kills) are small ones.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super
      .sort(tests)
      .map((test, place) => ({ test, place, rank: rankOf(test) }))
      .sort((one, other) => one.rank - other.rank || one.place - other.place)
      .map(({ test }) => test);
  }
}

function rankOf({ path, context }) {
  return LONGEST.test(path) ? -1 : LONGEST_FIRST.indexOf(context.config.displayName.name);
}
