import { DAY_MS } from '../kernel/civil-date.js';
import { Clock } from '../kernel/clock.js';

/** The machine's clock; a demonstration's goes some whole days before or after it. */
export class SystemClock extends Clock {
  constructor(private readonly days = 0) {
    super();
  }

  now(): Date {
    return new Date(Date.now() + this.days * DAY_MS);
  }
}
