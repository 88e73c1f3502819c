import { Injectable } from '@nestjs/common';
import { Calendars } from '../../../calendar/index.js';
import { Clock } from '../../../kernel/clock.js';
import type { Today } from '../../deadlines/ticket-deadline.js';

/** The moment for which a page is drawn, with the calendar by which it counts. */
@Injectable()
export class PresentDay {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  async now(): Promise<Today> {
    return { now: this.clock.now(), calendar: await this.calendars.current() };
  }
}
