import { countedIfCovered } from '../../../calendar/domain/deadline.js';
import type { Pause } from '../../../calendar/domain/pauses.js';
import { dateWords, timeWords } from '../../../calendar/domain/proof/moment-words.js';
import type { WorkingCalendar } from '../../../calendar/domain/working-calendar.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { DUTIES, DUTY_WORDS, type Category, type Duty, type Level, type PolicySet } from '../../../law/index.js';
import { ticketPeriod } from './ticket-periods.js';

/** A period as it was counted, with all that a recount needs. */
export interface CountedPeriod {
  readonly duty: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly legalEndAt: Date;
  readonly pauses: readonly Pause[];
  readonly extendedBy: number | null;
}

export interface RecountRules {
  readonly policy: PolicySet;
  readonly calendar: WorkingCalendar;
  readonly level: Level;
  readonly category: Category;
}

/** Why open deadlines are counted again: another calendar, or rules that were put in place of those of the day of receipt. */
export type RecountCause =
  | { readonly reason: 'calendar' }
  | { readonly reason: 'policy'; readonly policyVersion: number };

/** When a period would be due by other rules; null when the calendar lacks a year that the count needs. */
export function dueBy(period: CountedPeriod, { policy, calendar, level, category }: RecountRules): Date | null {
  const { startedAt, pauses, extendedBy } = period;
  const rules = { policy, calendar, level, category, pauses, extendedBy };
  return countedIfCovered(() => ticketPeriod(dutyOf(period), startedAt, rules).due);
}

/** @throws Error when the row holds a duty that no policy knows */
export function dutyOf({ duty }: { readonly duty: string }): Duty {
  const known = DUTIES.find((one) => one === duty);
  if (known === undefined) throw new Error(`Not a duty: ${duty}`);
  return known;
}

/** The line of a ticket's course about a date that moved; it names both. */
export function movedWords(duty: Duty, from: Date, to: Date, because: string): string {
  const whose = duty === 'process' ? 'Hạn' : `${DUTY_WORDS[duty]}: hạn`;
  return `${whose} đổi từ ${momentOf(from)} sang ${momentOf(to)} vì ${because}`;
}

/** `lịch làm việc bản 3`, `áp dụng bộ thời hạn bản 2` */
export function causeWords(cause: RecountCause, calendarVersion: number): string {
  return cause.reason === 'calendar'
    ? `lịch làm việc bản ${String(calendarVersion)}`
    : `áp dụng bộ thời hạn bản ${String(cause.policyVersion)}`;
}

/** `17:30 ngày 20/03/2026` */
function momentOf(instant: Date): string {
  return `${timeWords(instant)} ngày ${dateWords(civilDateOf(instant))}`;
}
