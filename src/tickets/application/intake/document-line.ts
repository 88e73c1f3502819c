import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { receiptWords, withReceipt } from '../../../documents/domain/delivery/receipt.js';
import { civilDateOf } from '../../../kernel/civil-date.js';
import { UnitEntity } from '../../../organisation/index.js';
import type { HandlersInRegister } from '../../domain/before-assignment.js';
import { outcomeOf } from '../../domain/reply/document-outcome.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { documentsOf, mattersOf } from './document-matters.js';

const MAX_HANDLER_LENGTH = 200;

/** The line of the incoming register that a ticket's document has. */
type LineOf = Pick<TicketEntity, 'incomingDocumentId' | 'splitFromId'>;

/** Writes the day by which a ticket is due into its line of the incoming register. */
export async function updateRegisterDueDate(tx: EntityManager, line: LineOf, dueAt: Date): Promise<void> {
  // The ticket is only one part of a split document, whose line covers all parts.
  if (line.splitFromId !== null) return;
  await tx.update(IncomingDocumentEntity, { id: line.incomingDocumentId }, { dueDate: civilDateOf(dueAt) });
}

/** Shows what became of every document that a ticket carries: its own, those sent about it later, and those whose tickets were merged into it. */
export async function showOutcomes(tx: EntityManager, ticket: TicketEntity, now: Date): Promise<void> {
  for (const { id } of await documentsOf(tx, ticket)) await showOutcome(tx, id, now);
}

/** Shows what became of a document, on which day, and with which other it is answered; nothing while somebody goes on with it. */
export async function showOutcome(tx: EntityManager, documentId: string, now: Date): Promise<void> {
  const { carriers } = await mattersOf(tx, documentId);
  const outcome = outcomeOf(carriers);
  const [joinedToId = null, ...others] = new Set(carriers.map((carrier) => carrier.documentId));
  await tx.update(
    IncomingDocumentEntity,
    { id: documentId },
    {
      outcome,
      outcomeOn: outcome === null ? null : civilDateOf(now),
      joinedToId: others.length === 0 && joinedToId !== documentId ? joinedToId : null,
    },
  );
}

/**
 * Shows in the incoming register who handles a document, and since which day: the lead units of its ticket, and of the parts it was split into. Others
 * have not signed for it yet.
 *
 * @returns who handled it before
 */
export async function showHandlers(
  tx: EntityManager,
  incomingDocumentId: string,
  now: Date,
): Promise<HandlersInRegister> {
  const tickets = await tx.find(TicketEntity, {
    select: { leadUnitId: true },
    where: { incomingDocumentId, leadUnitId: Not(IsNull()) },
    order: { code: 'ASC' },
  });
  const ids = [...new Set(tickets.map(({ leadUnitId }) => leadUnitId ?? ''))];
  const units = ids.length === 0 ? [] : await tx.findBy(UnitEntity, { id: In(ids) });
  const names = ids.flatMap((id) => units.filter((unit) => unit.id === id).map(({ name }) => name));
  const handler = names.length === 0 ? null : names.join('; ').slice(0, MAX_HANDLER_LENGTH);
  const before = await tx.findOneByOrFail(IncomingDocumentEntity, { id: incomingDocumentId });
  if (before.handler !== handler) {
    const routedOn = handler === null ? null : civilDateOf(now);
    await tx.update(IncomingDocumentEntity, { id: incomingDocumentId }, { handler, routedOn, receipt: null });
  }
  const { routedOn, receipt, dueDate } = before;
  return { handler: before.handler, routedOn, receipt, dueDate };
}

/** Shows in the incoming register again who handled a document before a ticket was assigned; other parts of it may have been assigned since. */
export async function showHandlersAgain(
  tx: EntityManager,
  { incomingDocumentId: id, splitFromId }: LineOf,
  { handler, routedOn, receipt, dueDate }: HandlersInRegister,
  now: Date,
): Promise<void> {
  const assigned = await showHandlers(tx, id, now);
  const asBefore = { id, handler: handler ?? IsNull() };
  if (assigned.handler !== handler) await tx.update(IncomingDocumentEntity, asBefore, { routedOn, receipt });
  if (splitFromId === null) await tx.update(IncomingDocumentEntity, { id }, { dueDate });
}

/** Shows in the incoming register who of the units took a document over, and when. */
export async function showReceipt(
  tx: EntityManager,
  incomingDocumentId: string,
  { who, now }: { readonly who: string; readonly now: Date },
): Promise<void> {
  const { receipt } = await tx.findOneByOrFail(IncomingDocumentEntity, { id: incomingDocumentId });
  const said = withReceipt(receipt, receiptWords(who, civilDateOf(now)));
  await tx.update(IncomingDocumentEntity, { id: incomingDocumentId }, { receipt: said });
}
