import { Injectable } from '@nestjs/common';
import { builtInCalendar } from '../../../calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import type { Today } from '../../presenters/ticket-deadline.js';

/** The moment for which a page is drawn, with the calendar by which it counts. */
@Injectable()
export class PresentDay {
  private readonly calendar = builtInCalendar();

  constructor(private readonly clock: Clock) {}

  now(): Today {
    return { now: this.clock.now(), calendar: this.calendar };
  }
}
