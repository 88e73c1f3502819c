import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { momentWords } from '../../calendar/domain/proof/moment-words.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { SAY_ASSIGNMENT } from '../jobs/jobs.js';
import { TicketAssignmentEntity, TicketEntity } from '../persistence/tickets.entities.js';

/** Tells the officer of an assignment that can no longer be taken back. One who has answered it, or no longer has the ticket, need not hear of it. */
@Injectable()
export class SayAssignment implements JobHandler<typeof SAY_ASSIGNMENT> {
  readonly job = SAY_ASSIGNMENT;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly staff: StaffDirectory,
  ) {}

  async handle({ assignmentId, ticketId, officerId }: PayloadOf<typeof SAY_ASSIGNMENT>, end: EndJob): Promise<void> {
    await this.uow.run(async (tx) => {
      const assignment = await tx.findOneByOrFail(TicketAssignmentEntity, { id: assignmentId });
      await tx.update(TicketAssignmentEntity, { id: assignmentId }, { before: null });
      const ticket = await tx.findOneByOrFail(TicketEntity, { id: ticketId });
      if (officerId !== undefined && waitsFor(assignment, ticket)) await this.tell(tx, ticket, assignment);
      await end(tx);
    });
  }

  private async tell(
    tx: EntityManager,
    { id, code }: TicketEntity,
    { id: assignmentId, unitId, officerId, acceptBy }: TicketAssignmentEntity,
  ): Promise<void> {
    const { name } = await this.staff.unit(unitId);
    await this.notices.tell(tx, {
      key: `ticket.assigned:${assignmentId}:${officerId}`,
      staffId: officerId,
      kind: 'news',
      ticket: { id, code },
      words: `Phiếu ${code} được giao cho ${name}; nhận việc trước ${momentWords(acceptBy)}.`,
    });
  }
}

function waitsFor(
  { unitId, officerId, acceptedAt, declinedAt }: TicketAssignmentEntity,
  ticket: TicketEntity,
): boolean {
  const isAnswered = acceptedAt !== null || declinedAt !== null;
  return ticket.open && !isAnswered && ticket.leadUnitId === unitId && ticket.officerId === officerId;
}
