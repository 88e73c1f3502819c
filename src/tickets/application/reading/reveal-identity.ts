import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Journal } from '../../../journal/index.js';
import { requireIdentity } from '../../domain/identity/identity.js';
import { requireText } from '../../domain/required-text.js';
import { withoutPeople, type Sender } from '../../domain/identity/sender.js';
import { TicketVisibility } from './ticket-visibility.js';
import { Tickets } from '../tickets.js';

/** The whole sender, for one look. */
export interface RevealedSender extends Sender {
  readonly ticketId: string;
  readonly code: string;
  /** The sender asked not to be named to others. */
  readonly keepSecret: boolean;
  /** As it stands in the ticket's course. */
  readonly purpose: string;
}

export const PURPOSE_LENGTHS = { shortest: 10, longest: 200 } as const;

/** Shows somebody who wrote, for a purpose; each look stands in the journal and in the ticket's course before anything is shown. */
@Injectable()
export class RevealIdentity {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly journal: Journal,
    private readonly visibility: TicketVisibility,
    private readonly tickets: Tickets,
  ) {}

  /**
   * @param purpose what the identity is needed for; private details in it are left out of what is kept
   * @throws DomainError `not-found`, `ticket-identity-withheld`, `input-invalid`
   */
  async reveal(actor: Actor, ticketId: string, purpose: string): Promise<RevealedSender> {
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const { hiding } = await this.visibility.of(actor, ticket, tx);
      requireIdentity(actor, ticket, hiding);
      const kept = withoutPeople(requireText('purpose', purpose, PURPOSE_LENGTHS), ticket);
      const { code, senderName, senderPhone, senderEmail, senderAddress, keepSecret } = ticket;
      await this.journal.record(tx, actor, {
        action: 'ticket.identityRevealed',
        objectKind: 'ticket',
        objectId: ticketId,
        detail: { purpose: kept },
      });
      const title = `Xem danh tính người phản ánh: ${kept}`;
      await this.tickets.addLine(tx, actor, ticketId, { kind: 'identity', title, toHotline: false });
      return { ticketId, code, senderName, senderPhone, senderEmail, senderAddress, keepSecret, purpose: kept };
    });
  }
}
