import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { hasRole, type Actor } from '../../kernel/actor.js';
import { Database } from '../../platform/database/database.js';
import { sql, toStatement } from '../../platform/database/sql.js';
import { TicketPauseEntity } from './life.entities.js';

/** What the page of one's work needs to know besides the rows of tickets. */
@Injectable()
export class WorkQueries {
  constructor(private readonly database: Database) {}

  /** Until when the clocks of these tickets are paused, by ticket; only those that wait for the citizen now. */
  async pausedUntil(ticketIds: readonly string[]): Promise<ReadonlyMap<string, Date>> {
    if (ticketIds.length === 0) return new Map();
    const pauses = await this.database.reader.getRepository(TicketPauseEntity).find({
      select: { ticketId: true, until: true },
      where: { ticketId: In([...ticketIds]), endedAt: IsNull() },
    });
    return new Map(pauses.map(({ ticketId, until }) => [ticketId, until]));
  }

  /** Open tickets of the actor's unit whose direct answer came back and was not put up again. @returns ids */
  async answersGivenBack(actor: Actor): Promise<readonly string[]> {
    if (actor.unitId === null || !hasRole(actor, 'contactOfficer', 'unitHead')) return [];
    // The sum keeps the cycle out of the search, so that a ticket's row is read only where it has an answer at all.
    const statement = sql`SELECT t."id" FROM "ticket" t JOIN "ticket_answer" a ON a."ticketId" = t."id" WHERE t."leadUnitId" = ${actor.unitId} AND t."open" = 1 AND t."state" = 'processing' AND a."approved" = 0 AND a."cycle" + 0 = t."cycle"`;
    const rows = await this.database.reader.query<{ readonly id: string }[]>(
      ...toStatement(statement, this.database.dialect),
    );
    return [...new Set(rows.map(({ id }) => id))];
  }
}
