import { Injectable } from '@nestjs/common';
import { In, MoreThan } from 'typeorm';
import { whereAny } from '../../platform/database/counts-together.js';
import { Database } from '../../platform/database/database.js';
import { inPieces } from '../../platform/database/in-pieces.js';
import { sql } from '../../platform/database/sql.js';
import { TicketAssignmentEntity, TicketEntity, TicketEntryEntity } from './tickets.entities.js';

/** That something was done with a ticket: every act leaves a line in its course. */
export type Touch = Readonly<Pick<TicketEntryEntity, 'seq' | 'id' | 'ticketId' | 'at' | 'kind' | 'toHotline'>>;

/** What watchers of tickets go by, line by line. */
@Injectable()
export class TicketTouches {
  constructor(private readonly database: Database) {}

  /** The line that was written last; 0 where there is none. */
  async last(): Promise<number> {
    return (await this.database.reader.manager.maximum(TicketEntryEntity, 'seq')) ?? 0;
  }

  /** The next lines of all courses, in the order of writing. */
  since(seq: number, size: number): Promise<Touch[]> {
    return this.database.reader.manager.find(TicketEntryEntity, {
      where: { seq: MoreThan(seq) },
      select: { seq: true, id: true, ticketId: true, at: true, kind: true, toHotline: true },
      order: { seq: 'ASC' },
      take: size,
    });
  }

  /** The same where mostly nothing follows: that is asked with the other counts of the moment. */
  sinceIfAny(seq: number, size: number): Promise<readonly Touch[]> {
    return whereAny(this.database, sql`"ticket_entry" WHERE "seq" > ${seq}`, () => this.since(seq, size), []);
  }

  /** The last line of one course; 0 where there is none. */
  async lastOf(ticketId: string): Promise<number> {
    return (await this.database.reader.manager.maximum(TicketEntryEntity, 'seq', { ticketId })) ?? 0;
  }

  /** By the ticket, the units that have a hand in it or had one: who lost it has another list, too. */
  async unitsOf(ticketIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
    const { manager } = this.database.reader;
    const tickets = await inPieces(ticketIds, (some) =>
      manager.find(TicketEntity, {
        where: { id: In(some) },
        select: { id: true, leadUnitId: true, coordinators: true },
      }),
    );
    const assignments = await inPieces(ticketIds, (some) =>
      manager.find(TicketAssignmentEntity, { where: { ticketId: In(some) }, select: { ticketId: true, unitId: true } }),
    );
    return new Map(
      tickets.map(({ id, leadUnitId, coordinators }) => [
        id,
        [
          ...(leadUnitId === null ? [] : [leadUnitId]),
          ...coordinators,
          ...assignments.filter(({ ticketId }) => ticketId === id).map(({ unitId }) => unitId),
        ],
      ]),
    );
  }
}
