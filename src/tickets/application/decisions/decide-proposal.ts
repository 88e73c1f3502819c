import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { partiesOf } from '../../domain/deadlines/policy.js';
import {
  REFUSED_PROPOSAL,
  requireOther,
  requireProposed,
  requireReadWhole,
} from '../../domain/decisions/proposed-decision.js';
import { mayWithdraw } from '../../domain/decisions/who-decides.js';
import { requireText } from '../../domain/required-text.js';
import { TICKET_ACTS } from '../../domain/ticket-acts.js';
import type { ProposedDecisionEntity } from '../../persistence/proposed-decision.entity.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { AssignTicket } from '../assign-ticket.js';
import { RejectTicket } from '../ending/reject-ticket.js';
import { RejectUnfounded } from '../ending/reject-unfounded.js';
import { ReturnTicket } from '../ending/return-ticket.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';
import { DecisionRights } from './decision-rights.js';
import { ProposedDecisions } from './proposed-decisions.js';

export interface AgreedProposal {
  readonly id: string;
  /** The version of the ticket that the leader has read. */
  readonly seen: number;
  /** What the leader writes in place of the draft of it (bút phê), nothing where it is empty; left out to take the draft. */
  readonly directive?: string;
}

interface Found {
  readonly proposal: ProposedDecisionEntity;
  readonly ticket: TicketEntity;
}

/** A leader agrees to what was proposed, and it is done in the same transaction under his name; or he does not, and says why. */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly rights: DecisionRights,
    private readonly proposals: ProposedDecisions,
    private readonly visibility: TicketVisibility,
    private readonly returnTicket: ReturnTicket,
    private readonly rejectTicket: RejectTicket,
    private readonly rejectUnfounded: RejectUnfounded,
    private readonly assignTicket: AssignTicket,
  ) {}

  /**
   * @throws DomainError `not-found`, `changed-meanwhile` where another decided first or the ticket is not as it was read, `decision-of-leader`,
   *   `ticket-act-barred`, also for the person who proposed it or may not read all words of the ticket, and what the act itself throws
   */
  async agree(actor: Actor, { id, seen, directive }: AgreedProposal): Promise<void> {
    await this.uow.run(async (tx) => {
      const { proposal, ticket } = await this.found(tx, actor, id);
      requireAsSeen(ticket, seen);
      requireReadWhole((await this.visibility.of(actor, ticket, tx)).text);
      await this.rights.require(actor, ticket, proposal.act);
      // First, so that the act does not find it waiting and lets it fall away.
      await this.proposals.end(tx, actor, proposal, { state: 'decided' });
      await this.carryOut(actor, proposal, directive);
    });
  }

  /** @param reason for the person who proposed it @throws DomainError `input-invalid`, `not-found`, `changed-meanwhile`, `decision-of-leader`, `ticket-act-barred` for the person who proposed it */
  async refuse(actor: Actor, { id, reason }: { readonly id: string; readonly reason: string }): Promise<void> {
    const words = requireText('reason', reason, REFUSED_PROPOSAL);
    await this.uow.run(async (tx) => {
      const { proposal, ticket } = await this.found(tx, actor, id);
      await this.rights.requireRight(actor, ticket, proposal.act);
      await this.proposals.end(tx, actor, proposal, { state: 'refused', reason: words });
      const title = `Không đồng ý đề xuất: ${TICKET_ACTS[proposal.act].words.toLocaleLowerCase('vi')}`;
      await this.tickets.addLine(tx, actor, ticket.id, { kind: 'decisionRefused', title, text: words });
    });
  }

  /** The proposer takes it back, or those who propose such acts. @throws DomainError `not-found`, `forbidden`, `changed-meanwhile` */
  async withdraw(actor: Actor, id: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const proposal = await this.proposals.found(tx, id);
      const ticket = await this.tickets.forActor(tx, actor, proposal.ticketId);
      requireProposed(proposal);
      if (!mayWithdraw(actor, partiesOf(actor, ticket), proposal))
        throw new DomainError('forbidden', { act: proposal.act });
      await this.proposals.end(tx, actor, proposal, { state: 'withdrawn' });
      const title = `Rút đề xuất: ${TICKET_ACTS[proposal.act].words.toLocaleLowerCase('vi')}`;
      await this.tickets.addLine(tx, actor, ticket.id, { kind: 'decisionWithdrawn', title });
    });
  }

  private async found(tx: EntityManager, actor: Actor, id: string): Promise<Found> {
    const proposal = await this.proposals.found(tx, id);
    const ticket = await this.tickets.forActor(tx, actor, proposal.ticketId);
    requireProposed(proposal);
    requireOther(actor, proposal);
    return { proposal, ticket };
  }

  private carryOut(
    actor: Actor,
    { ticketId, wish, proposedByName }: ProposedDecisionEntity,
    directive: string | undefined,
  ): Promise<unknown> {
    switch (wish.act) {
      case 'return':
        return this.returnTicket.return(actor, ticketId, wish.given);
      case 'reject':
        return this.rejectTicket.reject(actor, ticketId, wish.given);
      case 'rejectUnfounded':
        return this.rejectUnfounded.reject(actor, ticketId, wish.given);
      case 'assign': {
        const written = directive ?? wish.given.directive ?? '';
        return this.assignTicket.assign(actor, { ...wish.given, ticketId, directive: written, proposedByName });
      }
    }
  }
}
