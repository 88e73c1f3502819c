import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { UnitEntity } from '../../organisation/index.js';
import { TicketEntity } from '../persistence/tickets.entities.js';

const LONGEST_HANDLER = 200;

/** The line of the incoming register that a ticket's document has. */
type LineOf = Pick<TicketEntity, 'incomingDocumentId' | 'splitFromId'>;

/** Shows in the register of incoming documents by which day a ticket is answered. */
export async function showDueDay(tx: EntityManager, line: LineOf, dueAt: Date): Promise<void> {
  await write(tx, line, { dueDate: civilDateOf(dueAt) });
}

/** Shows on which day the document was answered without a letter. */
export async function showAnswered(tx: EntityManager, line: LineOf, answeredAt: Date): Promise<void> {
  await write(tx, line, { answeredOn: civilDateOf(answeredAt) });
}

/** Shows that the document is to be answered anew, and by which day. */
export async function showReopened(tx: EntityManager, line: LineOf, dueAt: Date): Promise<void> {
  await write(tx, line, { dueDate: civilDateOf(dueAt), answeredOn: null });
}

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

/** A part of a split document does not speak for the whole of it. */
async function write(
  tx: EntityManager,
  { incomingDocumentId, splitFromId }: LineOf,
  change: Partial<Pick<IncomingDocumentEntity, 'dueDate' | 'answeredOn'>>,
): Promise<void> {
  if (splitFromId !== null) return;
  await tx.update(IncomingDocumentEntity, { id: incomingDocumentId }, change);
}
