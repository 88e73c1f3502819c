import { civilDateOf } from '../../kernel/civil-date.js';
import type { JudgedTicket } from '../../petitions/index.js';
import { withoutPeople } from '../domain/identity/sender.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';

/** A ticket as the register of petitions gets it. A sender without a name cannot get a notice. */
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
