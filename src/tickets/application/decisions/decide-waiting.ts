import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { eachForItself, type Outcome } from '../../../kernel/each-for-itself.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import { requireReadWhole } from '../../domain/decisions/proposed-decision.js';
import { DecideExtension } from '../deadlines/decide-extension.js';
import { DecidePublication } from '../publication/decide-publication.js';
import { ApproveAnswer } from '../reply/approve-answer.js';
import { TicketVisibility } from '../reading/ticket-visibility.js';
import { Tickets } from '../tickets.js';
import { DecideProposal } from './decide-proposal.js';

/** What kinds of things wait for a leader, or a unit's head: what a clerk proposed, what a unit wishes, what it would answer. */
export const WAITING_KINDS = ['proposal', 'extension', 'publication', 'answer'] as const;

export type WaitingKind = (typeof WAITING_KINDS)[number];

/** Something that waits, as a leader has read it. */
export interface ReadItem {
  readonly kind: WaitingKind;
  readonly id: string;
  readonly ticketId: string;
  /** The version of the ticket. */
  readonly seen: number;
  /** What the leader writes to those who handle it; left out to take the draft. */
  readonly directive?: string;
}

/** What came of deciding on one of them: done, or why not. */
export type DecidedItem = Outcome<ReadItem, null>;

/** Decides on one or many things that wait, each by itself: what has changed since it was read stays for another look, and keeps back nothing else. */
@Injectable()
export class DecideWaiting {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly visibility: TicketVisibility,
    private readonly proposals: DecideProposal,
    private readonly extensions: DecideExtension,
    private readonly publications: DecidePublication,
    private readonly answers: ApproveAnswer,
  ) {}

  agree(actor: Actor, items: readonly ReadItem[]): Promise<readonly DecidedItem[]> {
    return eachForItself(items, async (item) => {
      await this.agreeToOne(actor, item);
      return null;
    });
  }

  /** @param reason for the person who proposed or wished it @throws DomainError as the use case behind it */
  async refuse(actor: Actor, { kind, id, ticketId }: ReadItem, reason: string): Promise<void> {
    if (kind === 'proposal') return this.proposals.refuse(actor, { id, reason });
    if (kind === 'extension') return this.extensions.refuse(actor, ticketId, { extensionId: id, reason });
    if (kind === 'answer') return this.answers.giveBack(actor, ticketId, { answerId: id, reason });
    return this.publications.decline(actor, ticketId, { publicationId: id, reason });
  }

  private async agreeToOne(actor: Actor, { kind, id, ticketId, seen, directive }: ReadItem): Promise<void> {
    if (kind === 'proposal')
      return this.proposals.agree(actor, { id, seen, ...(directive !== undefined && { directive }) });
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      requireReadWhole((await this.visibility.of(actor, ticket, tx)).text);
      if (kind === 'extension') await this.extensions.grant(actor, ticketId, id);
      else if (kind === 'answer') await this.answers.approve(actor, ticketId, id);
      else await this.publications.approve(actor, ticketId, id);
    });
  }
}
