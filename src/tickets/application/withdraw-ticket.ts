import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { WriteDraft } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { WITHDRAWAL_LENGTHS } from '../domain/cycle.js';
import { requireText } from '../domain/required-text.js';
import { TicketAnswerEntity, TicketCoordinationEntity } from '../persistence/life.entities.js';
import type { TicketEntity } from '../persistence/tickets.entities.js';
import { Tickets } from './tickets.js';

const WITHDRAWN = 'Công dân rút phản ánh.';

/** The citizen no longer wants an answer: the ticket ends, and with it everything that somebody still owed or waited for. */
@Injectable()
export class WithdrawTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly letters: WriteDraft,
  ) {}

  /**
   * @param actor the clerk who took the citizen's word, or the house where the hotline handed it over
   * @param reason how and why the citizen withdraws
   * @throws DomainError `letter-under-way` once a letter has gone to be approved or signed; `input-invalid`, `not-found`, `forbidden`,
   *   `ticket-transition-refused`, `changed-meanwhile`
   */
  async execute(actor: Actor, ticketId: string, reason: string): Promise<void> {
    const text = requireText('reason', reason, WITHDRAWAL_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'withdraw');
      await this.giveUpLetter(tx, actor, ticket);
      await this.endWhatIsOwed(tx, actor, ticket);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'withdraw',
        change: { answerProposedById: null, acceptBy: null },
        entry: { kind: 'withdrawn', title: 'Công dân rút phản ánh', text },
        word: 'Công dân đã rút phản ánh; Sở kết thúc xử lý.',
      });
    });
  }

  private async giveUpLetter(tx: EntityManager, actor: Actor, { id: ticketId, cycle }: TicketEntity): Promise<void> {
    const letter = await this.letters.letterOf(tx, ticketId, cycle);
    if (letter === null) return;
    if (letter.state !== 'editing') throw new DomainError('letter-under-way', { ticketId });
    await this.letters.withdraw(tx, actor, letter);
    await this.tickets.addLine(tx, actor, ticketId, {
      kind: 'letterWithdrawn',
      title: `Rút bản thảo ${letter.revision} vì công dân rút phản ánh`,
    });
  }

  private async endWhatIsOwed(tx: EntityManager, actor: Actor, { id: ticketId }: TicketEntity): Promise<void> {
    const endedAt = this.clock.now();
    const refused = { decidedById: actor.id, decidedAt: endedAt, decisionReason: WITHDRAWN };
    await tx.update(TicketCoordinationEntity, { ticketId, endedAt: IsNull() }, { endedAt });
    await tx.update(TicketAnswerEntity, { ticketId, approved: IsNull() }, { ...refused, approved: false });
  }
}
