import { deadline } from '../../src/calendar/domain/deadline.js';
import { builtInCalendar } from '../../src/calendar/index.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { limitFor, policyAt, type Duty, type Level } from '../../src/law/index.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import { TicketDeadlineEntity } from '../../src/tickets/persistence/tickets.entities.js';

interface Owed {
  readonly ticketId: string;
  readonly duty: Duty;
  readonly startedAt: Date;
  readonly level: Level;
}

const CALENDAR = builtInCalendar();

/** A deadline of a ticket, counted from a moment by the rules of that day. */
export async function owe(uow: UnitOfWork, { ticketId, duty, startedAt, level }: Owed): Promise<string> {
  const limit = limitFor(policyAt(civilDateOf(startedAt)), duty, level);
  const { due, legalEnd, proof } = deadline(startedAt, limit, CALENDAR);
  const id = newId();
  await uow.run((tx) =>
    tx.insert(TicketDeadlineEntity, {
      ...{ id, ticketId, duty, amount: limit.amount, unit: limit.unit },
      ...{ startedAt, dueAt: due, legalEndAt: legalEnd, policyVersion: 1, calendarVersion: 1 },
      ...{ countedForUnitId: null, cycle: 1, revision: 1, reason: 'receipt', extendedBy: null },
      ...{ pauses: [], proof: [...proof], supersededAt: null, metAt: null },
    }),
  );
  return id;
}
