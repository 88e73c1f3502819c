import { lastKnownWorkingDay } from '../../../calendar/domain/remaining.js';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import { civilDateOf, instantOf, nextDay } from '../../../kernel/civil-date.js';

/** Deadlines that people look at together: over since before today, ending today, ending within the two working days after. */
export type DueWindow = 'late' | 'today' | 'soon';

/** From a moment on (left out: no beginning), and before another. */
export interface DueBounds {
  readonly dueFrom?: Date;
  readonly dueBefore: Date;
}

/**
 * What is late, due today and due soon, each deadline in one of them; days as they are in Việt Nam. A limit that ends within a day: lists
 * call it late from the next day, the page of the ticket from that minute. The calendar says what is soon as far as it reaches.
 */
export function dueWindows(now: Date, calendar: WorkingCalendar): Readonly<Record<DueWindow, DueBounds>> {
  const today = civilDateOf(now);
  const [start, tomorrow] = [instantOf(today, 0), instantOf(nextDay(today), 0)];
  const soonEnd = instantOf(nextDay(lastKnownWorkingDay(today, 2, calendar)), 0);
  return {
    late: { dueBefore: start },
    today: { dueFrom: start, dueBefore: tomorrow },
    soon: { dueFrom: tomorrow, dueBefore: soonEnd },
  };
}
