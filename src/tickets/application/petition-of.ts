import { civilDateOf } from '../../kernel/civil-date.js';
import type { JudgedTicket } from '../../petitions/index.js';
import { withoutPeople } from '../domain/identity/sender.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';

/** What the register of petitions is told of a ticket. Who gave no name is nobody to whom a notice could go. */
export function petitionOf(ticket: TicketEntity): JudgedTicket {
  const { id, code, nature, startedAt, senderName, senderPhone, senderEmail, senderAddress } = ticket;
  return {
    kind: nature === 'complaint' || nature === 'denunciation' ? nature : null,
    ticket: { id, code },
    receivedOn: civilDateOf(startedAt),
    anonymous: ticket.anonymous || senderName.trim() === '',
    petitionerName: senderName,
    petitionerContact: [senderPhone, senderEmail, senderAddress]
      .filter((line) => line.trim() !== '')
      .join('; ')
      .slice(0, 500),
    summary: withoutPeople(ticket.subject, ticket),
  };
}
