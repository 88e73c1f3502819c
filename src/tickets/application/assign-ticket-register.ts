import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { UnitEntity } from '../../organisation/index.js';
import { TicketEntity } from '../persistence/tickets.entities.js';

const LONGEST_HANDLER = 200;

/** Shows in the incoming register who handles a document: the lead units of its ticket, and of the parts it was split into. */
export async function showHandlers(tx: EntityManager, incomingDocumentId: string): Promise<void> {
  const tickets = await tx.find(TicketEntity, {
    select: { leadUnitId: true },
    where: { incomingDocumentId, leadUnitId: Not(IsNull()) },
    order: { code: 'ASC' },
  });
  const ids = [...new Set(tickets.map(({ leadUnitId }) => leadUnitId ?? ''))];
  const units = ids.length === 0 ? [] : await tx.findBy(UnitEntity, { id: In(ids) });
  const names = ids.flatMap((id) => units.filter((unit) => unit.id === id).map(({ name }) => name));
  const handler = names.length === 0 ? null : names.join('; ').slice(0, LONGEST_HANDLER);
  await tx.update(IncomingDocumentEntity, { id: incomingDocumentId }, { handler });
}
