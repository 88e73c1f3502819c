import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { COORDINATION_REPLY_LENGTHS } from '../../domain/coordination.js';
import { requireText } from '../../domain/required-text.js';
import { CoordinationRequests } from './coordination-requests.js';
import { RecordCoordinationReply } from './record-coordination-reply.js';
import { Tickets } from '../tickets.js';

/** A coordinating unit gives its opinion, once for each time it was asked. */
@Injectable()
export class AnswerCoordination {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly requests: CoordinationRequests,
    private readonly recordReply: RecordCoordinationReply,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async answer(actor: Actor, ticketId: string, reply: string): Promise<void> {
    const words = requireText('reply', reply, COORDINATION_REPLY_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'coordinate');
      const request = (await this.requests.openOf(tx, ticket)).find(({ unitId }) => unitId === actor.unitId);
      if (!request) {
        throw new DomainError('ticket-act-barred', {
          act: 'coordinate',
          message:
            'Đơn vị đã trả lời, hoặc đã hết hạn trả lời nên được coi là không có ý kiến. Trao đổi với đơn vị chủ trì.',
        });
      }
      await this.recordReply.record(tx, actor, ticket, { request, reply: words });
    });
  }
}
