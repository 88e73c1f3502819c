import { In, type EntityManager } from 'typeorm';
import { TicketEntity } from '../persistence/tickets.entities.js';

/** A document and the tickets that it brought. */
export interface DocumentMatters {
  /** Its ticket, and the parts that were split from it; merged ones among them. */
  readonly tickets: readonly TicketEntity[];
  /** The tickets that carry its matters now: in the place of a merged one, the one that goes on. */
  readonly carriers: readonly TicketEntity[];
}

/** The matters of an incoming document, in whatever ticket they are carried now. */
export async function mattersOf(tx: EntityManager, incomingDocumentId: string): Promise<DocumentMatters> {
  const tickets = await tx.find(TicketEntity, { where: { incomingDocumentId }, order: { code: 'ASC' } });
  const elsewhere = tickets.flatMap(({ mergedIntoId }) => (mergedIntoId === null ? [] : [mergedIntoId]));
  const joined = elsewhere.length === 0 ? [] : await tx.findBy(TicketEntity, { id: In(elsewhere) });
  const own = tickets.filter(({ mergedIntoId }) => mergedIntoId === null);
  const carriers = new Map([...own, ...joined].map((ticket) => [ticket.id, ticket]));
  return { tickets, carriers: [...carriers.values()] };
}
