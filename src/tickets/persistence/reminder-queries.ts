import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  instantText,
  joinSql,
  limitSql,
  readInstant,
  sql,
  toStatement,
  type Sql,
} from '../../platform/database/sql.js';
import { REMINDED_DUTIES } from '../domain/deadlines/reminded-duties.js';

export interface UnwatchedDeadline {
  readonly id: string;
  readonly ticketId: string;
}

const DUTIES = joinSql(
  REMINDED_DUTIES.map((duty) => sql`${duty}`),
  ', ',
);

/** An open ticket in the order of deadlines. */
export interface OpenTicket {
  readonly id: string;
  readonly dueAt: Date;
}

/** What the reminding of tickets must look at; each read walks an index and is bounded. */
@Injectable()
export class ReminderQueries {
  constructor(private readonly database: Database) {}

  /** Open tickets by deadline, behind a place in that order; from the first when it is null. */
  async openTickets(after: OpenTicket | null, atMost: number): Promise<readonly OpenTicket[]> {
    const limit = limitSql(atMost, this.database.dialect);
    const at = after === null ? null : instantText(after.dueAt);
    const behind = after && at ? sql`AND "dueAt" >= ${at} AND ("dueAt" > ${at} OR "id" > ${after.id})` : sql``;
    const rows = await this.read<{ readonly id: string; readonly dueAt: string | Date }>(
      sql`SELECT "id", "dueAt" FROM "ticket" WHERE "open" = 1 ${behind} ORDER BY "dueAt", "id" ${limit}`,
    );
    return rows.map(({ id, dueAt }) => ({ id, dueAt: readInstant(dueAt) }));
  }

  /** Deadlines in force of those tickets that nobody watches. Who writes a deadline has it watched; these came by other ways. */
  async unwatched(ticketIds: readonly string[]): Promise<readonly UnwatchedDeadline[]> {
    if (ticketIds.length === 0) return [];
    const ids = joinSql(
      ticketIds.map((id) => sql`${id}`),
      ', ',
    );
    return this.read<UnwatchedDeadline>(sql`
      SELECT d."id" AS "id", d."ticketId" AS "ticketId" FROM "ticket_deadline" d
      WHERE d."ticketId" IN (${ids}) AND d."duty" IN (${DUTIES}) AND d."metAt" IS NULL AND d."supersededAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "ticket_reminder_watch" w WHERE w."deadlineId" = d."id")`);
  }

  /** Tickets with a deadline to be looked at by now, longest due first. */
  async dueTickets(now: Date, atMost: number): Promise<readonly string[]> {
    const limit = limitSql(atMost, this.database.dialect);
    const rows = await this.read<{ readonly ticketId: string }>(sql`
      SELECT "ticketId" FROM "ticket_reminder_watch" WHERE "nextAt" <= ${instantText(now)} ORDER BY "nextAt", "ticketId" ${limit}`);
    return [...new Set(rows.map(({ ticketId }) => ticketId))];
  }

  private read<Row>(statement: Sql): Promise<Row[]> {
    return this.database.reader.query<Row[]>(...toStatement(statement, this.database.dialect));
  }
}
