import type { EntityManager } from 'typeorm';
import { outcomeOf, standsAlike } from '../../src/tickets/domain/standing.js';
import { TicketStandingEntity } from '../../src/tickets/persistence/ticket-standing.entity.js';
import type { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';

/** What reports will be counted from is what the ticket is, and its history has neither gap nor overlap. */
export async function standingBreaches(rows: EntityManager, ticket: TicketEntity): Promise<string[]> {
  const history = await rows.find(TicketStandingEntity, { where: { ticketId: ticket.id }, order: { seq: 'ASC' } });
  const breaches: string[] = [];
  for (const [index, row] of history.entries()) {
    const next = history[index + 1];
    if (row.until?.getTime() !== next?.at.getTime()) breaches.push(`history torn at ${row.at.toISOString()}`);
    if (row.outcome !== null && next !== undefined && next.outcome !== null)
      breaches.push('ended twice in its history');
  }
  const last = history.at(-1);
  if (last === undefined) return ['no history'];
  if (!standsAlike(last, ticket)) breaches.push(`its history says ${last.state}, ${String(last.leadUnitId)}`);
  if ((last.outcome === null) !== (outcomeOf(ticket.state) === null))
    breaches.push('its history says otherwise whether it is over');
  return breaches;
}
