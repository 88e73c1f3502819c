import { Clock } from '../../src/kernel/clock.js';

/** The machine's own clock, for programs that are the root of a process of their own. */
export class MachineClock extends Clock {
  override now(): Date {
    // eslint-disable-next-line no-restricted-syntax -- a composition root has nobody to ask
    return new Date();
  }
}
