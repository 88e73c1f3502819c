import type { EntityManager } from 'typeorm';
import type { TicketCounters } from '../../src/tickets/persistence/ticket-counters.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import type { TicketFields } from './a-ticket.js';

/** SQL Server takes 2,100 values in a statement, and a ticket has some sixty. */
const ROWS_OF_A_STATEMENT = 30;

/** Writes tickets and counts them, as the app does in one transaction: lists that are counted by the counters know them then. */
export async function enterTickets(
  tx: EntityManager,
  counters: TicketCounters,
  tickets: readonly TicketFields[],
): Promise<void> {
  for (let from = 0; from < tickets.length; from += ROWS_OF_A_STATEMENT)
    await tx
      .createQueryBuilder()
      .insert()
      .into(TicketEntity)
      .values(tickets.slice(from, from + ROWS_OF_A_STATEMENT))
      .updateEntity(false)
      .execute();
  for (const ticket of tickets) await counters.shift(tx, null, ticket);
}
