import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { AssignTicket, type AssignTicketCommand } from '../../tickets/index.js';
import { proposedReceiver } from '../domain/kept-proposal.js';
import { ProposalQueries } from '../persistence/proposal-queries.js';

/** A proposal as the clerk saw it. */
export interface SeenProposal {
  readonly ticketId: string;
  readonly officerId: string;
  /** The version of the ticket. */
  readonly version: number;
}

/** How many are assigned after it by the same press. */
type Together = Pick<AssignTicketCommand, 'following'>;

/** Assigns a ticket to the unit and officer that are proposed for it. Who may assign to whom is asked as of any assignment. */
@Injectable()
export class TakeProposal {
  constructor(
    private readonly proposals: ProposalQueries,
    private readonly assignTicket: AssignTicket,
  ) {}

  /** @returns as `AssignTicket` @throws DomainError `changed-meanwhile` where ticket or proposal is no longer as it was seen; and as `AssignTicket` */
  async take(
    actor: Actor,
    { ticketId, officerId, version, ...together }: SeenProposal & Together,
  ): Promise<string | null> {
    const receiver = proposedReceiver(await this.proposals.shownOf(ticketId));
    if (receiver?.officerId !== officerId) throw new DomainError('changed-meanwhile', { what: 'ticket', id: ticketId });
    return this.assignTicket.assign(actor, { ticketId, ...receiver, ...together, seen: version });
  }
}
