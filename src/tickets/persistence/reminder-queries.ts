import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { instantText, joined, limitedTo, sql, written, type Sql } from '../../platform/database/sql.js';
import { REMINDED_DUTIES } from '../domain/reminded-duties.js';

export interface UnwatchedDeadline {
  readonly id: string;
  readonly ticketId: string;
}

const DUTIES = joined(
  REMINDED_DUTIES.map((duty) => sql`${duty}`),
  ', ',
);

/** What the reminding of tickets must look at; each read walks an index and is bounded. */
@Injectable()
export class ReminderQueries {
  constructor(private readonly database: Database) {}

  /** Deadlines in force of open tickets that nobody watches yet: new ones, recounted ones, those of before an update. */
  async unwatched(atMost: number): Promise<readonly UnwatchedDeadline[]> {
    const limit = limitedTo(atMost, this.database.dialect);
    return this.read<UnwatchedDeadline>(sql`
      SELECT d."id" AS "id", d."ticketId" AS "ticketId"
      FROM "ticket" t JOIN "ticket_deadline" d ON d."ticketId" = t."id"
      WHERE t."open" = 1 AND d."duty" IN (${DUTIES}) AND d."metAt" IS NULL AND d."supersededAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ticket_reminder_watch" w WHERE w."deadlineId" = d."id")
      ORDER BY d."id" ${limit}`);
  }

  /** Tickets with a deadline to be looked at by now, longest due first. */
  async dueTickets(now: Date, atMost: number): Promise<readonly string[]> {
    const limit = limitedTo(atMost, this.database.dialect);
    const rows = await this.read<{ readonly ticketId: string }>(sql`
      SELECT "ticketId" FROM "ticket_reminder_watch" WHERE "nextAt" <= ${instantText(now)} ORDER BY "nextAt", "ticketId" ${limit}`);
    return [...new Set(rows.map(({ ticketId }) => ticketId))];
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...written(statement, this.database.dialect));
  }
}
