import { deadline } from '../../calendar/domain/deadline.js';
import type { Deadline } from '../../calendar/domain/proof.js';
import type { WorkingCalendar } from '../../calendar/domain/working-calendar.js';
import { limitFor, type Duty, type Level, type LimitUnit, type PolicySet } from '../../law/index.js';

export interface TicketPeriod extends Deadline {
  readonly duty: Duty;
  readonly amount: number;
  readonly unit: LimitUnit;
}

/** How pressing a ticket is when nobody has judged it yet: the sender's urgency mark decides. */
export function levelOfPriority(priority: number): Level {
  return priority >= 1 ? 'urgent' : 'normal';
}

/** One of a ticket's periods, counted from the moment that sets it running. */
export function ticketPeriod(
  duty: Duty,
  startedAt: Date,
  rules: { readonly policy: PolicySet; readonly level: Level; readonly calendar: WorkingCalendar },
): TicketPeriod {
  const { amount, unit } = limitFor(rules.policy, duty, rules.level);
  return { duty, amount, unit, ...deadline(startedAt, { amount, unit }, rules.calendar) };
}
