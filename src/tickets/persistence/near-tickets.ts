import { Injectable } from '@nestjs/common';
import type { FindOptionsSelect } from 'typeorm';
import { inPieces } from '../../platform/database/in-pieces.js';
import { Database } from '../../platform/database/database.js';
import { TicketEntity } from './tickets.entities.js';

/** Which tickets are asked for, as a condition on `x`. */
const TICKETS = `x."id" IN (:...wanted)`;
const DOCUMENTS = `x."incomingDocumentId" IN (:...wanted)`;

/**
 * Reads tickets together with those that tell of the same document, that were merged into them and that they were merged into: who sees a ticket and its
 * sender depends on all of these.
 */
@Injectable()
export class NearTickets {
  constructor(private readonly database: Database) {}

  /** Of each of these ids the ticket and those near to it, in one statement. @param select left out = the whole tickets */
  toTickets(ids: readonly string[], select?: FindOptionsSelect<TicketEntity>): Promise<readonly TicketEntity[]> {
    return this.near(TICKETS, ids, select);
  }

  /** The tickets of these documents and those near to them. */
  toDocuments(ids: readonly string[], select?: FindOptionsSelect<TicketEntity>): Promise<readonly TicketEntity[]> {
    return this.near(DOCUMENTS, ids, select);
  }

  private async near(
    condition: string,
    wanted: readonly string[],
    select?: FindOptionsSelect<TicketEntity>,
  ): Promise<readonly TicketEntity[]> {
    const found = await inPieces(wanted, (some) => {
      const rows = this.database.reader.getRepository(TicketEntity).createQueryBuilder('t');
      if (select !== undefined) rows.select(Object.keys(select).map((column) => `t.${column}`));
      return rows.where(`t.id IN (${idsNear(condition)})`, { wanted: some }).getMany();
    });
    // What is near to two pieces is read with both.
    return [...new Map(found.map((ticket) => [ticket.id, ticket])).values()];
  }
}

/** Three walks along an index each, where one condition with OR would be none on some databases. */
function idsNear(condition: string): string {
  return [
    `SELECT o."id" FROM "ticket" x JOIN "ticket" o ON o."incomingDocumentId" = x."incomingDocumentId" WHERE ${condition}`,
    `SELECT o."id" FROM "ticket" x JOIN "ticket" o ON o."mergedIntoId" = x."id" WHERE ${condition}`,
    `SELECT x."mergedIntoId" FROM "ticket" x WHERE ${condition} AND x."mergedIntoId" IS NOT NULL`,
  ].join(' UNION ');
}
