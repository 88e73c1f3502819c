import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { WithdrawDraft } from './withdraw-draft.js';
import { Tickets } from '../tickets.js';

/** The unit gives up the letter that it is writing, and goes on with the ticket in another way. */
@Injectable()
export class DiscardReply {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly withdrawDraft: WithdrawDraft,
  ) {}

  /**
   * @throws DomainError `ticket-act-barred` where no letter is being written, `letter-under-way` once it has gone to be approved or signed;
   *   `not-found`, `forbidden`, `ticket-transition-refused`, `changed-meanwhile`
   */
  async discard(actor: Actor, ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'dropReply');
      const dropped = await this.withdrawDraft.withdraw(tx, actor, ticket);
      if (dropped === null) {
        const message = 'Phiếu không có bản thảo công văn nào đang soạn.';
        throw new DomainError('ticket-act-barred', { act: 'dropReply', message });
      }
      const { change, line: entry } = dropped;
      await this.tickets.perform(tx, actor, ticket, { act: 'dropReply', change, entry });
    });
  }
}
