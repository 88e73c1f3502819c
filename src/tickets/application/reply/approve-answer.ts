import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { GIVEN_BACK_LENGTHS, withoutStatedReason } from '../../domain/reply/answer.js';
import { invitation } from '../../domain/reply/rating-link.js';
import { requireText } from '../../domain/required-text.js';
import { TicketAnswerEntity } from '../../persistence/life.entities.js';
import { RatingLinks } from '../ending/rating-links.js';
import { TicketRules } from '../ticket-rules.js';
import { Tickets } from '../tickets.js';

/** Somebody other than the proposer decides on a direct answer: it goes to the citizen, or back to the officer. */
@Injectable()
export class ApproveAnswer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly rules: TicketRules,
    private readonly links: RatingLinks,
  ) {}

  /**
   * The citizen is answered (status 06 with the text and the link for judging it), and may judge and object from now on.
   *
   * @param answerId the answer that was read: another one put up meanwhile is not approved unread
   * @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async approve(actor: Actor, ticketId: string, answerId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'approveAnswer');
      const { text } = await this.decide(tx, actor, { ticketId, answerId }, { approved: true, decisionReason: null });
      const answeredAt = this.clock.now();
      const windows = await this.rules.windowsAfterAnswer(ticket, answeredAt);
      const link = await this.links.issue(tx, ticket, windows.ratingEndsAt);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'approveAnswer',
        change: {
          answerProposedById: null,
          answerMode: 'direct',
          answeredAt,
          ...windows,
        },
        entry: { kind: 'answered', title: 'Trả lời trực tiếp người phản ánh', text },
        word: `${text}${invitation(link)}`,
        elsewhere: text,
      });
    });
  }

  /**
   * A reason for having no evidence goes back with the answer that stated it: nothing is closed on a reason that somebody refused.
   *
   * @param reason for the person who writes it again
   * @throws DomainError `input-invalid`, else as `approve`
   */
  async giveBack(
    actor: Actor,
    ticketId: string,
    { answerId, reason }: { readonly answerId: string; readonly reason: string },
  ): Promise<void> {
    const decisionReason = requireText('reason', reason, GIVEN_BACK_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'giveBackAnswer');
      await this.decide(tx, actor, { ticketId, answerId }, { approved: false, decisionReason });
      await this.tickets.perform(tx, actor, ticket, {
        act: 'giveBackAnswer',
        change: { answerProposedById: null, evidence: withoutStatedReason(ticket.evidence) },
        entry: { kind: 'givenBack', title: 'Trả lại câu trả lời trực tiếp', text: decisionReason },
      });
    });
  }

  private async decide(
    tx: EntityManager,
    actor: Actor,
    { ticketId, answerId }: { readonly ticketId: string; readonly answerId: string },
    decision: Pick<TicketAnswerEntity, 'approved' | 'decisionReason'>,
  ): Promise<TicketAnswerEntity> {
    const undecided = { id: answerId, ticketId, approved: IsNull() };
    const answer = await tx.findOneBy(TicketAnswerEntity, undecided);
    const decided = { ...decision, decidedById: actor.id, decidedAt: this.clock.now() };
    const { affected } = await tx.update(TicketAnswerEntity, undecided, decided);
    if (!answer || affected !== 1) throw new DomainError('changed-meanwhile', { what: 'answer', id: answerId });
    return answer;
  }
}
