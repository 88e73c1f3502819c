import type { EntityManager } from 'typeorm';
import { FurtherDocumentEntity } from '../persistence/further-document.entity.js';
import { TicketEntity } from '../persistence/tickets.entities.js';

/** Tickets that were opened for a document, and the one that it was sent to later. */
export async function ticketsOfDocument(
  tx: EntityManager,
  incomingDocumentId: string,
): Promise<readonly TicketEntity[]> {
  const own = await tx.find(TicketEntity, { where: { incomingDocumentId }, order: { id: 'ASC' } });
  const further = await tx.findOneBy(FurtherDocumentEntity, { documentId: incomingDocumentId });
  const kept = further && (await tx.findOneBy(TicketEntity, { id: further.ticketId }));
  return [...own, ...(kept ? [kept] : [])];
}
