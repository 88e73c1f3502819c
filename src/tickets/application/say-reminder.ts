import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Notices } from '../../notices/index.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import type { EndJob, JobHandler, PayloadOf } from '../../platform/outbox/job.js';
import { SAY_REMINDER } from '../jobs/jobs.js';
import { TicketEntity, TicketEntryEntity } from '../persistence/tickets.entities.js';

/** Tells those who hold a ticket that they are reminded of it; the words themselves stand on its page alone. */
@Injectable()
export class SayReminder implements JobHandler<typeof SAY_REMINDER> {
  readonly job = SAY_REMINDER;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly notices: Notices,
    private readonly staff: StaffDirectory,
  ) {}

  async handle({ ticketId, lineId }: PayloadOf<typeof SAY_REMINDER>, end: EndJob): Promise<void> {
    await this.uow.run(async (tx) => {
      const ticket = await tx.findOneBy(TicketEntity, { id: ticketId });
      const line = await tx.findOneBy(TicketEntryEntity, { id: lineId });
      if (ticket?.open === true && line !== null) await this.tell(tx, ticket, line);
      await end(tx);
    });
  }

  private async tell(tx: EntityManager, ticket: TicketEntity, line: TicketEntryEntity): Promise<void> {
    const { id, code } = ticket;
    const holders = await this.holdersOf(ticket);
    await this.notices.tellEach(
      tx,
      holders.filter((one) => one !== line.actorId),
      {
        key: `ticket.reminded:${line.id}`,
        kind: 'reminder',
        ticket: { id, code },
        words: `Phiếu ${code}: ${line.actorName} nhắc xử lý. Mở phiếu để xem nội dung.`,
      },
    );
  }

  /** The unit's heads, and its officer; while it has none, all of the unit who could be. */
  private async holdersOf({ leadUnitId, officerId }: TicketEntity): Promise<readonly string[]> {
    if (leadUnitId === null) return [];
    const heads = await this.staff.peopleWith('unitHead', leadUnitId);
    const officers = officerId === null ? await this.staff.peopleWith('contactOfficer', leadUnitId) : [];
    return [...heads, ...officers].map(({ id }) => id).concat(officerId ?? []);
  }
}
