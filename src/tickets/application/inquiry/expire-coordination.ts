import { Injectable } from '@nestjs/common';
import { momentWords } from '../../../calendar/domain/proof/moment-words.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isSilent } from '../../domain/coordination.js';
import { TICKET_ACTS } from '../../domain/ticket-acts.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import { TicketEntity } from '../../persistence/tickets.entities.js';
import { CoordinationRequests } from './coordination-requests.js';
import { FinishCoordination } from './finish-coordination.js';
import { Tickets } from '../tickets.js';

/** A coordinating unit has let its time pass: that is taken as no comment, and said on the ticket. */
@Injectable()
export class ExpireCoordination {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly requests: CoordinationRequests,
    private readonly finishCoordination: FinishCoordination,
    private readonly staff: StaffDirectory,
  ) {}

  /**
   * @returns whether it was this call that ended the request; another worker, or a reply, may have been quicker
   * @throws DomainError `changed-meanwhile`
   */
  async expire(coordinationId: string): Promise<boolean> {
    return this.uow.run(async (tx) => {
      const request = await tx.findOneBy(TicketCoordinationEntity, { id: coordinationId });
      if (request === null || !isSilent(request, this.clock.now())) return false;
      await this.requests.end(tx, request);
      const ticket = await tx.findOneByOrFail(TicketEntity, { id: request.ticketId });
      // A ticket that was answered or taken up again since then has no use for the line.
      if (ticket.cycle !== request.cycle || TICKET_ACTS.coordinationLapsed.moves[ticket.state] === undefined)
        return true;
      const unit = await this.staff.unit(request.unitId);
      const { ticket: after } = await this.tickets.perform(tx, SYSTEM, ticket, {
        act: 'coordinationLapsed',
        entry: {
          kind: 'coordinationLapsed',
          title: `${unit.name} không có ý kiến`,
          text: `Hết hạn trả lời phối hợp ${momentWords(request.dueAt)} mà chưa trả lời; coi như không có ý kiến.`,
        },
      });
      await this.finishCoordination.finishAfterLastReply(tx, after);
      return true;
    });
  }
}
