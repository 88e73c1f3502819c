import { deadline } from '../../src/calendar/domain/deadline.js';
import { isLimitUnit } from '../../src/law/index.js';
import { pauseOf } from '../../src/tickets/application/deadlines/period-basis.js';
import type { TicketRules } from '../../src/tickets/index.js';
import type { TicketDeadlineEntity } from '../../src/tickets/persistence/tickets.entities.js';

/** A proof re-adds to its total, and counting from the facts beside it comes to the same end. @returns what does not hold */
export async function deadlineBreaches(rules: TicketRules, row: TicketDeadlineEntity): Promise<string[]> {
  const { amount, unit, extendedBy, startedAt, proof } = row;
  if (!isLimitUnit(unit)) return [`a deadline is counted in ${unit}`];
  const minutes = unit === 'workingHours' || unit === 'hours';
  const total = proof.reduce((sum, { counted }) => sum + counted, 0);
  const expected = minutes ? amount * 60 : amount + (extendedBy ?? 0);
  const breaches = Math.abs(total - expected) > 1e-6 ? [`the proof of ${row.duty} adds up to ${String(total)}`] : [];
  const calendar = await rules.calendar(row.countedForUnitId);
  const pauses = row.pauses.map(pauseOf);
  const limit = deadline(startedAt, { amount, unit }, calendar, pauses);
  const end =
    extendedBy === null
      ? limit
      : deadline(limit.legalEnd, { amount: extendedBy, unit: 'workingDays' }, calendar, pauses);
  const same = end.due.getTime() === row.dueAt.getTime() && end.legalEnd.getTime() === row.legalEndAt.getTime();
  return same ? breaches : [...breaches, `${row.duty} counted again comes to ${end.due.toISOString()}`];
}
