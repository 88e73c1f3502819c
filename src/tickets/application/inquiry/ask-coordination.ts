import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { requireAsSeen } from '../../domain/assignment.js';
import type { CoordinationAsk } from '../../domain/coordination.js';
import { CoordinationRequests } from './coordination-requests.js';
import { Tickets } from '../tickets.js';

export interface AskCoordinationCommand {
  readonly ticketId: string;
  readonly asks: readonly CoordinationAsk[];
  readonly seen?: number;
}

/** The lead unit asks others for their opinion and waits for it; the citizen's clock runs on. */
@Injectable()
export class AskCoordination {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly requests: CoordinationRequests,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-unit-has-no-officer`, `ticket-transition-refused`, `changed-meanwhile` */
  async ask(actor: Actor, { ticketId, asks, seen }: AskCoordinationCommand): Promise<void> {
    if (asks.length === 0) {
      throw new DomainError('input-invalid', { field: 'coordinators', message: 'Chọn đơn vị phối hợp.' });
    }
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      requireAsSeen(ticket, seen);
      this.tickets.require(actor, ticket, 'askCoordination');
      const { leadUnitId } = ticket;
      const { coordinators, unitNames, dues } = await this.requests.ask(tx, actor, ticket, { asks, leadUnitId });
      const questions = [...new Set(asks.map(({ question }) => question))];
      await this.tickets.perform(tx, actor, ticket, {
        act: 'askCoordination',
        change: { coordinators },
        entry: {
          kind: 'coordinationAsked',
          title: `Xin ý kiến ${unitNames.join(', ')}`,
          text: [...questions, `Hạn trả lời: ${dues.join('; ')}.`].join('\n'),
        },
      });
    });
  }
}
