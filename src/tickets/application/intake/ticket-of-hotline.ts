import { In, IsNull, Not, type EntityManager } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { SPOKEN_OF } from '../../domain/reply/told-outside.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';

/** How the hotline names a ticket: by our code, or by its own number. */
export type NamedByHotline = { readonly code: string } | { readonly hotlineCode: string };

/** @throws DomainError `not-found`, also for tickets that the hotline did not bring, or of which nobody outside hears */
export async function ticketOfHotline(tx: EntityManager, named: NamedByHotline): Promise<TicketEntity> {
  const spokenOf = { hotlineCode: Not(IsNull()), nature: In([...SPOKEN_OF]), ...named };
  const ticket = await tx.findOneBy(TicketEntity, spokenOf);
  if (!ticket) throw new DomainError('not-found', { what: 'ticket', field: 'service_request_id' });
  return ticket;
}
