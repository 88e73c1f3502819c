import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { incomingWords } from '../../../documents/domain/arrival/arrival-number.js';
import { IncomingDocumentEntity } from '../../../documents/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { JobHandler, PayloadOf } from '../../../platform/outbox/job.js';
import { ticketsOfDocument } from '../tickets-of-document.js';
import { TicketEntity, TicketEntryEntity } from '../../persistence/tickets.entities.js';
import { Tickets } from '../tickets.js';
import { FOLLOW_TAKING_BACK } from '../../../exchange/index.js';

/**
 * Tells those who work on a ticket that the sender has taken its document back. Nothing of the ticket moves by itself, its time least of all: what a
 * citizen wrote was written, and whether it goes on is for the unit to say.
 */
@Injectable()
export class FollowTakingBack implements JobHandler<typeof FOLLOW_TAKING_BACK> {
  readonly job = FOLLOW_TAKING_BACK;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly tickets: Tickets,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  async handle({ taskId, incomingDocumentId, reason }: PayloadOf<typeof FOLLOW_TAKING_BACK>): Promise<void> {
    await this.uow.run(async (tx) => {
      const document = await tx.findOneBy(IncomingDocumentEntity, { id: incomingDocumentId });
      if (!document) throw new DomainError('not-found', { what: 'incomingDocument' });
      if (await tx.existsBy(TicketEntryEntity, { id: taskId })) return;
      const title = `Nơi gửi lấy lại ${incomingWords(document)}`;
      const text = reason === undefined ? {} : { text: reason };
      for (const [index, ticket] of (await ticketsOfDocument(tx, incomingDocumentId)).entries()) {
        // The first line bears the name of what made it, so that a second telling finds it.
        const id = index === 0 ? taskId : newId();
        await this.tickets.addLine(tx, SYSTEM, ticket.id, { id, kind: 'takenBack', title, ...text });
        await this.tell(tx, ticket, { taskId, title });
      }
    });
  }

  private async tell(
    tx: EntityManager,
    { id, code, officerId, leadUnitId }: TicketEntity,
    { taskId, title }: { readonly taskId: string; readonly title: string },
  ): Promise<void> {
    const heads =
      leadUnitId === null
        ? await this.staff.peopleWith('registryClerk')
        : await this.staff.peopleWith('unitHead', leadUnitId);
    const hearers = [...heads.map((head) => head.id), ...(officerId === null ? [] : [officerId])];
    const words = `Phiếu ${code}: ${title}. Thời hạn không đổi; xem lý do trong diễn biến và quyết định có giải quyết tiếp không.`;
    const key = `ticket.takenBack:${taskId}:${id}`;
    await this.notices.tellEach(tx, hearers, { key, kind: 'news', ticket: { id, code }, words });
  }
}
