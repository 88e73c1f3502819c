import type { SealedRecords } from '../../journal/index.js';
import { TicketDeadlineEntity, TicketEntity, TicketEntryEntity } from './tickets.entities.js';

/** What was written by the citizen and decided of the ticket; not what is only shown or counted from elsewhere. */
export const SEALED_TICKET: SealedRecords = {
  kind: 'ticket',
  entity: TicketEntity,
  key: 'id',
  columns: [
    ...['code', 'hotlineCode', 'incomingDocumentId', 'words', 'subject', 'place', 'startedAt', 'keepSecret'],
    ...['senderName', 'senderPhone', 'senderEmail', 'senderAddress', 'complainedUnitId', 'leadUnitId', 'officerId'],
    // By these it is decided whom the sender is hidden from, and who sees the ticket at all.
    ...['nature', 'category', 'policyVersion', 'aboutNoUnitAt', 'mergedIntoId', 'coordinators'],
    ...['state', 'cycle', 'dueAt', 'legalEndAt', 'answeredAt', 'closedAt'],
  ],
};

export const SEALED_DEADLINE: SealedRecords = {
  kind: 'ticketDeadline',
  entity: TicketDeadlineEntity,
  key: 'id',
  columns: [
    ...['ticketId', 'duty', 'amount', 'unit', 'startedAt', 'dueAt', 'legalEndAt', 'policyVersion', 'calendarVersion'],
    ...['countedForUnitId', 'cycle', 'revision', 'reason', 'extendedBy', 'metAt', 'supersededAt'],
  ],
};

/** A line of the course; its own id, and not its number, for the line is told by it. */
export const SEALED_LINE: SealedRecords = {
  kind: 'ticketEntry',
  entity: TicketEntryEntity,
  key: 'id',
  columns: ['ticketId', 'at', 'actorId', 'actorName', 'kind', 'title', 'text', 'toHotline'],
};
