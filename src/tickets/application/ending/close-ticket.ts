import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Tickets } from '../tickets.js';

/** Ends a ticket that is answered: by hand once the citizen has judged, by the system once the time for it is over. */
@Injectable()
export class CloseTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async close(actor: Actor, ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'close',
        change: { closedAt: this.clock.now() },
        entry: {
          kind: 'closed',
          title: actor.id === SYSTEM.id ? 'Kết thúc phiếu khi hết thời gian đánh giá' : 'Kết thúc phiếu',
        },
      });
    });
  }
}
