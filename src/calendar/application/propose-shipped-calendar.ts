import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { CalendarProposals } from '../persistence/calendar-proposals.js';
import { SHIPPED_WORDS } from '../persistence/begin-calendar.js';
import { ProposeCalendar } from './propose-calendar.js';

/** Proposes the calendar that ships with the software to an agency that counts by an older one. */
@Injectable()
export class ProposeShippedCalendar {
  constructor(
    private readonly proposeCalendar: ProposeCalendar,
    private readonly proposals: CalendarProposals,
  ) {}

  /**
   * @returns the proposal's id; that of the one that waits already, where there is one
   * @throws DomainError `forbidden`; `calendar-unchanged` when the agency has it
   */
  async propose(actor: Actor): Promise<string> {
    const waiting = (await this.proposals.waiting()).find(({ change }) => change.kind === 'shipped');
    if (waiting) return waiting.id;
    return this.proposeCalendar.propose(actor, { change: { kind: 'shipped' }, ...SHIPPED_WORDS });
  }
}
