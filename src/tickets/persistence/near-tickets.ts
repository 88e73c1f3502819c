import { Injectable } from '@nestjs/common';
import type { FindOptionsSelect } from 'typeorm';
import { inPieces } from '../../platform/database/in-pieces.js';
import { Database } from '../../platform/database/database.js';
import { rowsWhere } from '../../platform/database/rows.js';
import { joinSql, sql, type Sql } from '../../platform/database/sql.js';
import { TicketEntity } from './tickets.entities.js';

/** Columns of the tickets `x` that are asked for. */
const BY_TICKET = sql`x."id"`;
const BY_DOCUMENT = sql`x."incomingDocumentId"`;

/**
 * Reads tickets together with those that tell of the same document, that were merged into them and that they were merged into: who sees a ticket and its
 * sender depends on all of these.
 */
@Injectable()
export class NearTickets {
  constructor(private readonly database: Database) {}

  /** Of each of these ids the ticket and those near to it, in one statement. @param select left out = the whole tickets */
  toTickets(ids: readonly string[], select?: FindOptionsSelect<TicketEntity>): Promise<readonly TicketEntity[]> {
    return this.near(BY_TICKET, ids, select);
  }

  /** The tickets of these documents and those near to them. */
  toDocuments(ids: readonly string[], select?: FindOptionsSelect<TicketEntity>): Promise<readonly TicketEntity[]> {
    return this.near(BY_DOCUMENT, ids, select);
  }

  private async near(
    by: Sql,
    wanted: readonly string[],
    select?: FindOptionsSelect<TicketEntity>,
  ): Promise<readonly TicketEntity[]> {
    const { manager } = this.database.reader;
    const columns = select && Object.keys(select);
    const found = await inPieces(wanted, (some) =>
      rowsWhere(manager, TicketEntity, sql`"id" IN (${idsNear(sql`${by} IN (${listed(some)})`)})`, columns),
    );
    // What is near to two pieces is read with both.
    return [...new Map(found.map((ticket) => [ticket.id, ticket])).values()];
  }
}

function listed(values: readonly string[]): Sql {
  return joinSql(
    values.map((value) => sql`${value}`),
    ', ',
  );
}

/** Three walks along an index each, where one condition with OR would be none on some databases. */
function idsNear(condition: Sql): Sql {
  return joinSql(
    [
      sql`SELECT o."id" FROM "ticket" x JOIN "ticket" o ON o."incomingDocumentId" = x."incomingDocumentId" WHERE ${condition}`,
      sql`SELECT o."id" FROM "ticket" x JOIN "ticket" o ON o."mergedIntoId" = x."id" WHERE ${condition}`,
      sql`SELECT x."mergedIntoId" FROM "ticket" x WHERE ${condition} AND x."mergedIntoId" IS NOT NULL`,
    ],
    ' UNION ',
  );
}
