import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { DomainError } from '../../kernel/domain-error.js';
import { AssignTicket } from '../../tickets/index.js';
import { proposedReceiver } from '../domain/kept-proposal.js';
import { ProposalQueries } from '../persistence/proposal-queries.js';

/** A proposal as the clerk saw it. */
export interface SeenProposal {
  readonly ticketId: string;
  readonly officerId: string;
  /** The version of the ticket. */
  readonly version: number;
}

/** Assigns a ticket to the unit and officer that are proposed for it. Who may assign to whom is asked as of any assignment. */
@Injectable()
export class TakeProposal {
  constructor(
    private readonly proposals: ProposalQueries,
    private readonly assignTicket: AssignTicket,
  ) {}

  /** @throws DomainError `changed-meanwhile` where ticket or proposal is no longer as it was seen; and as `AssignTicket` */
  async take(actor: Actor, { ticketId, officerId, version }: SeenProposal): Promise<void> {
    const receiver = proposedReceiver(await this.proposals.shownOf(ticketId));
    if (receiver?.officerId !== officerId) throw new DomainError('changed-meanwhile', { what: 'ticket', id: ticketId });
    await this.assignTicket.assign(actor, { ticketId, ...receiver, seen: version });
  }
}
