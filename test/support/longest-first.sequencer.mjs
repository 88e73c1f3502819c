import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

const ROOT = join(import.meta.dirname, '../..');
/** Specs that took five seconds and more, on two cores with nothing else to do. It need not be exact: a spec at a wrong place costs a core some seconds at the end. */
const KNOWN_SECONDS = JSON.parse(readFileSync(join(import.meta.dirname, 'known-seconds.json'), 'utf8'));
const USUAL_SECONDS = { browser: 30, faults: 8, 'faults-full': 30, soak: 30, long: 30, e2e: 8, medium: 6, unit: 0 };

/**
 * Starts what takes minutes before what takes milliseconds, so that no core waits at the end for one long spec. Left to itself jest goes by the size of
 * files, and the longest specs (a gallery of pages, a campaign of kills) are small ones; on a fresh clone it has measured none yet.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const seed = process.env['SPEC_ORDER'];
    if (seed !== undefined) return shuffled(tests, seed);
    return super
      .sort(tests)
      .map((test, place) => ({ test, place, seconds: secondsOf(test) }))
      .sort((one, other) => other.seconds - one.seconds || one.place - other.place)
      .map(({ test }) => test);
  }
}

function secondsOf({ path, context }) {
  return KNOWN_SECONDS[relative(ROOT, path)] ?? USUAL_SECONDS[context.config.displayName.name];
}

/** Any order must do; this one comes from the seed. */
function shuffled(tests, seed) {
  const keyOf = ({ path }) => createHash('sha256').update(seed).update(relative(ROOT, path)).digest('hex');
  const keys = new Map(tests.map((test) => [test, keyOf(test)]));
  return [...tests].sort((one, other) => (keys.get(one) < keys.get(other) ? -1 : 1));
}
