import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../../kernel/actor.js';
import { Notices } from '../../../notices/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { Tickets } from '../tickets.js';

/** The citizen let the time for a reply pass: the clock runs again from the cap by itself, and the unit may end the ticket for want of grounds. */
@Injectable()
export class ExpireInformationRequest {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError `not-found`; `ticket-transition-refused` or `changed-meanwhile` when somebody was quicker */
  async expire(ticketId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, SYSTEM, ticketId);
      await this.tickets.perform(tx, SYSTEM, ticket, {
        act: 'informationLapsed',
        change: { informationLapsed: true },
        entry: { kind: 'informationLapsed', title: 'Hết thời gian chờ người phản ánh bổ sung; thời hạn tính tiếp' },
      });
      const { code, cycle, officerId } = ticket;
      if (officerId === null) return;
      await this.notices.tell(tx, {
        key: `ticket.informationLapsed:${ticketId}:${String(cycle)}:${officerId}`,
        staffId: officerId,
        kind: 'news',
        ticket: { id: ticketId, code },
        words: `Người phản ánh chưa bổ sung thông tin cho phiếu ${code} trong thời hạn; thời hạn giải quyết tính tiếp.`,
      });
    });
  }
}
