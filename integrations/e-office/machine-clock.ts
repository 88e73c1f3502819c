import { DAY_MS } from '../../src/kernel/civil-date.js';
import { Clock } from '../../src/kernel/clock.js';

/** The machine's own clock, for programs that are the root of a process of their own; a demonstration's goes some whole days before or after it. */
export class MachineClock extends Clock {
  constructor(private readonly days = 0) {
    super();
  }

  override now(): Date {
    // eslint-disable-next-line no-restricted-syntax -- a composition root has nobody to ask
    return new Date(Date.now() + this.days * DAY_MS);
  }
}
