import { Injectable } from '@nestjs/common';
import { WriteDraft } from '../../../drafting/index.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { ANSWER_LENGTHS, requireEvidence } from '../../domain/reply/answer.js';
import { requireOutgoing, type OutgoingText } from '../../domain/reply/outgoing.js';
import { TicketAnswerEntity } from '../../persistence/life.entities.js';
import { Tickets } from '../tickets.js';

/** The result as the citizen will read it: written for going out, without what the citizen or others told in confidence. */
export interface ProposedAnswer extends OutgoingText {
  /** Why there is no evidence; of no account where there is. */
  readonly noEvidenceReason: string;
}

/** Puts up an answer that goes to the citizen without a letter; somebody else approves it. */
@Injectable()
export class ProposeDirectAnswer {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly letters: WriteDraft,
  ) {}

  /**
   * @returns the id of the proposed answer
   * @throws DomainError `input-invalid`, `text-held-back`, `letter-under-way`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async propose(actor: Actor, ticketId: string, { noEvidenceReason, ...given }: ProposedAnswer): Promise<string> {
    const words = requireOutgoing('text', given, ANSWER_LENGTHS);
    return this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      const { cycle, evidence } = ticket;
      this.tickets.require(actor, ticket, 'proposeAnswer');
      if (await this.letters.letterOf(tx, { caseKind: 'ticket', caseId: ticketId }, cycle))
        throw new DomainError('letter-under-way', { ticketId });
      const reason = requireEvidence(evidence, noEvidenceReason);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'proposeAnswer',
        change: { answerProposedById: actor.id, evidence: evidence ?? 'reason' },
        entry: { kind: 'answerProposed', title: 'Trình câu trả lời trực tiếp' },
      });
      const id = newId();
      await tx.insert(TicketAnswerEntity, {
        id,
        ticketId,
        cycle,
        text: words,
        noEvidenceReason: reason,
        proposedById: actor.id,
        proposedAt: this.clock.now(),
        approved: null,
        decidedById: null,
        decidedAt: null,
        decisionReason: null,
      });
      return id;
    });
  }
}
