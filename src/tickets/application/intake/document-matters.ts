import { In, type EntityManager } from 'typeorm';
import { rowBy, rowsBy } from '../../../platform/database/rows.js';
import type { CarriedMatter } from '../../domain/reply/document-outcome.js';
import { SHARING } from '../../domain/intake/further-document.js';
import { waiting } from '../../domain/intake/shared-matter.js';
import { FurtherDocumentEntity } from '../../persistence/further-document.entity.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** A ticket that carries a matter of a document, as far as that matter goes. */
export interface Carrier extends CarriedMatter {
  readonly ticketId: string;
  /** The document that a letter about it answers. */
  readonly documentId: string;
}

/** A document and the tickets that it brought. */
export interface DocumentMatters {
  /** Its ticket, and the parts that were split from it; merged ones among them; where it was sent about another's ticket, that one. */
  readonly tickets: readonly TicketEntity[];
  /** The tickets that carry its matters now: in the place of a merged one, the one that goes on. */
  readonly carriers: readonly Carrier[];
}

/** The tickets that were merged into one, in the order of their codes. */
export function mergedInto(tx: EntityManager, ticketId: string): Promise<TicketEntity[]> {
  return rowsBy(tx, TicketEntity, { mergedIntoId: ticketId }, { order: { code: 'ASC' } });
}

/** A document behind a ticket, and the ticket whose sender wrote it. */
export interface Brought<Ticket> {
  readonly id: string;
  readonly ticket: Ticket;
}

/** The documents that brought these tickets or were sent about them later, as far as they share what becomes of them. */
export async function broughtBy<Ticket extends Pick<TicketEntity, 'id' | 'incomingDocumentId'>>(
  tx: EntityManager,
  tickets: readonly Ticket[],
): Promise<readonly Brought<Ticket>[]> {
  if (tickets.length === 0) return [];
  const ids = tickets.map(({ id }) => id);
  const order = { arrivedAt: 'ASC', documentId: 'ASC' } as const;
  const further = await rowsBy(tx, FurtherDocumentEntity, { ticketId: ids, decision: SHARING }, { order });
  const brought = new Map<string, Ticket>();
  for (const ticket of tickets)
    if (!brought.has(ticket.incomingDocumentId)) brought.set(ticket.incomingDocumentId, ticket);
  for (const { documentId, ticketId } of further) {
    const ticket = tickets.find(({ id }) => id === ticketId);
    if (ticket !== undefined && !brought.has(documentId)) brought.set(documentId, ticket);
  }
  return [...brought].map(([id, ticket]) => ({ id, ticket }));
}

/** The documents whose senders hear what becomes of a ticket; the first is the one that a letter answers. */
export async function documentsOf<Ticket extends Pick<TicketEntity, 'id' | 'code' | 'incomingDocumentId' | 'ownEnd'>>(
  tx: EntityManager,
  ticket: Ticket,
): Promise<readonly Brought<Ticket | TicketEntity>[]> {
  return broughtBy(tx, waiting<Ticket | TicketEntity>(ticket, await mergedInto(tx, ticket.id)));
}

/** The matters of an incoming document, in whatever ticket they are carried now. */
export async function mattersOf(tx: EntityManager, incomingDocumentId: string): Promise<DocumentMatters> {
  const own = await rowsBy(tx, TicketEntity, { incomingDocumentId }, { order: { code: 'ASC' } });
  const further = await rowBy(tx, FurtherDocumentEntity, { documentId: incomingDocumentId, decision: SHARING });
  const tickets = further === null ? own : [...own, ...(await tx.findBy(TicketEntity, { id: further.ticketId }))];
  const carriers = new Map<string, Carrier>();
  for (const ticket of tickets) {
    // What ended by itself is over, wherever the ticket goes on for others; parts that had come back into it end with it.
    const key = `${ticket.ownEnd ?? ''} ${ticket.mergedIntoId ?? ticket.id}`;
    if (!carriers.has(key)) carriers.set(key, await carrierOf(tx, ticket));
  }
  return { tickets, carriers: [...carriers.values()] };
}

async function carrierOf(tx: EntityManager, ticket: TicketEntity): Promise<Carrier> {
  const { id: ticketId, ownEnd, mergedIntoId, incomingDocumentId: documentId } = ticket;
  if (ownEnd !== null) return { ticketId, documentId, state: ownEnd, answerMode: null };
  const [goesOn = ticket] = mergedIntoId === null ? [] : await tx.findBy(TicketEntity, { id: In([mergedIntoId]) });
  const { id, state, answerMode } = goesOn;
  return { ticketId: id, state, answerMode, documentId: await answeredDocument(tx, goesOn) };
}

/** The document that a letter about a ticket answers: its own, unless its own sender waits no longer and others do. */
export async function answeredDocument(
  tx: EntityManager,
  ticket: Pick<TicketEntity, 'id' | 'code' | 'incomingDocumentId' | 'ownEnd'>,
): Promise<string> {
  if (ticket.ownEnd === null) return ticket.incomingDocumentId;
  const [first = ticket] = waiting(ticket, await mergedInto(tx, ticket.id));
  return first.incomingDocumentId;
}
