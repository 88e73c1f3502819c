import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { WITHDRAWAL_LENGTHS } from '../../domain/deadlines/cycle.js';
import { requireText } from '../../domain/required-text.js';
import { EndMatter } from './end-matter.js';
import { Tickets } from '../tickets.js';

/**
 * The citizen no longer wants an answer. The ticket ends with all that was pending, unless citizens of merged tickets still wait for an answer.
 */
@Injectable()
export class WithdrawTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly ends: EndMatter,
  ) {}

  /**
   * @param actor the clerk who took the citizen's word, or the system where the hotline handed it over
   * @param reason how and why the citizen withdraws
   * @throws DomainError `letter-under-way` once a letter has gone to be approved or signed; `input-invalid`, `not-found`, `forbidden`,
   *   `ticket-transition-refused`, `changed-meanwhile`
   */
  async withdraw(actor: Actor, ticketId: string, reason: string): Promise<void> {
    const text = requireText('reason', reason, WITHDRAWAL_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      await this.ends.end(tx, actor, ticket, {
        act: 'withdraw',
        concerns: 'sender',
        entry: { kind: 'withdrawn', title: 'Người phản ánh rút phản ánh', text },
        word: 'Người phản ánh đã rút phản ánh; Sở kết thúc xử lý.',
      });
    });
  }
}
