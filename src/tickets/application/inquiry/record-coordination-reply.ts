import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../../kernel/actor.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import type { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { CoordinationRequests } from './coordination-requests.js';
import { FinishCoordination } from './finish-coordination.js';
import { Tickets, type Performance } from '../tickets.js';

/** A reply as it was given. */
export interface CoordinationReply extends Pick<Performance, 'as' | 'change'> {
  readonly request: TicketCoordinationEntity;
  readonly reply: string;
  /** What stands in the course besides the reply itself. */
  readonly remark?: string;
}

/** Writes down what a unit that was asked to help replied, by whatever way, and tells who waits for it. */
@Injectable()
export class RecordCoordinationReply {
  constructor(
    private readonly tickets: Tickets,
    private readonly requests: CoordinationRequests,
    private readonly finishCoordination: FinishCoordination,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError `forbidden`, `ticket-transition-refused`, `changed-meanwhile` */
  async record(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { request, reply, remark, ...performance }: CoordinationReply,
  ): Promise<void> {
    await this.requests.end(tx, request, { reply, repliedById: actor.id });
    const unit = await this.staff.unit(request.unitId);
    const { ticket: after, lineId } = await this.tickets.perform(tx, actor, ticket, {
      ...performance,
      act: 'coordinate',
      entry: {
        kind: 'coordinated',
        title: `${unit.name} trả lời phối hợp`,
        text: [reply, remark].filter(Boolean).join('\n'),
      },
    });
    await this.finishCoordination.finishAfterLastReply(tx, after);
    const waiting = ticket.officerId ?? request.askedById;
    await this.notices.tell(tx, {
      key: `ticket.coordinated:${lineId}:${waiting}`,
      staffId: waiting,
      kind: 'news',
      ticket: { id: ticket.id, code: ticket.code },
      words: `Phiếu ${ticket.code}: ${unit.name} đã trả lời phối hợp.`,
    });
  }
}
