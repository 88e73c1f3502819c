import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';

/** Shows in the register of incoming documents by which day a ticket is answered; a part of a split document does not speak for the whole of it. */
export async function showDueDay(
  tx: EntityManager,
  { incomingDocumentId, splitFromId }: Pick<TicketEntity, 'incomingDocumentId' | 'splitFromId'>,
  dueAt: Date,
): Promise<void> {
  if (splitFromId !== null) return;
  await tx.update(IncomingDocumentEntity, { id: incomingDocumentId }, { dueDate: civilDateOf(dueAt) });
}
