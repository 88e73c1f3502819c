import { DomainError } from '../../kernel/domain-error.js';
import { type Limit, requireLimit } from '../../law/limit.js';
import { calendarDayDeadline, workingDayDeadline } from './day-limit.js';
import { calendarHourDeadline, workingHourDeadline } from './hour-limit.js';
import { mergePauses, type Pause } from './pauses.js';
import type { Deadline } from './proof/proof.js';
import type { WorkingCalendar } from './working-calendar.js';

const COUNT = {
  workingDays: workingDayDeadline,
  workingHours: workingHourDeadline,
  days: calendarDayDeadline,
  hours: calendarHourDeadline,
} as const;

/**
 * When a limit ends, and the proof of it.
 *
 * @param start the moment that sets the limit running: receipt, assignment, signature
 * @param pauses in any order, overlapping or not; those outside the limit change nothing
 * @throws DomainError `deadline-limit-invalid`, `deadline-pause-invalid`, or `deadline-calendar-missing` when the
 *   count reaches a year whose holidays nobody declared
 *
 * Source: Bộ luật Dân sự 2015, Điều 147 và 148.
 */
export function deadline(
  start: Date,
  limit: Limit,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Deadline {
  requireLimit(limit);
  return COUNT[limit.unit](start, limit.amount, calendar, mergePauses(pauses));
}

/** What a count comes to; null when the calendar lacks a year that it needs. Every other refusal stays one. */
export function countedIfCovered<T>(count: () => T): T | null {
  try {
    return count();
  } catch (error) {
    if (error instanceof DomainError && error.code === 'deadline-calendar-missing') return null;
    throw error;
  }
}

/**
 * A deadline with more time granted on top: it is counted from where the first one legally ended. Its own proof begins
 * there too, so the two stand one after another without a gap.
 *
 * @param pauses all of the ticket's; those before the first end change nothing here
 * @throws DomainError as `deadline`
 */
export function extendedDeadline(
  { legalEnd }: Pick<Deadline, 'legalEnd'>,
  more: Limit,
  calendar: WorkingCalendar,
  pauses: readonly Pause[] = [],
): Deadline {
  const counted = deadline(legalEnd, more, calendar, pauses);
  if (more.unit === 'workingHours' || more.unit === 'hours') return counted;
  const proof = counted.proof.map((line, at) =>
    at === 0 ? { ...line, reason: 'Hạn trước hết vào ngày này; ngày này không tính lại' } : line,
  );
  return { ...counted, proof };
}
