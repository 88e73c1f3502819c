import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { NameQueries } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import { Tickets } from '../tickets.js';
import { revokeUnanswered } from './issue-answer-page.js';

/** Revokes an unanswered page: its address went astray, or the answer came by another way. */
@Injectable()
export class RevokeAnswerPage {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly names: NameQueries,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async revoke(actor: Actor, ticketId: string, coordinationId: string): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'revokeAnswerPage');
      const request = await tx.findOneBy(TicketCoordinationEntity, { id: coordinationId, ticketId });
      if (request === null) throw new DomainError('not-found', { what: 'coordination' });
      if ((await revokeUnanswered(tx, coordinationId, this.clock.now())) === 0) {
        const message = 'Trang này đã được trả lời hoặc đã thu hồi. Mở lại phiếu để xem.';
        throw new DomainError('ticket-act-barred', { act: 'revokeAnswerPage', message });
      }
      const unit = (await this.names.units([request.unitId])).get(request.unitId) ?? 'đơn vị phối hợp';
      await this.tickets.perform(tx, actor, ticket, {
        act: 'revokeAnswerPage',
        entry: { kind: 'answerPageRevoked', title: `Thu hồi trang trả lời của ${unit}` },
      });
    });
  }
}
