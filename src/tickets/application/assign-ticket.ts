import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { IncomingDocumentEntity } from '../../documents/index.js';
import { WriteDraft } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { newId } from '../../kernel/ids.js';
import { StaffDirectory } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { letterOnHandOver } from '../domain/policy.js';
import { TicketAssignmentEntity, type TicketEntity } from '../persistence/tickets.entities.js';
import { Periods } from './periods.js';
import { Tickets } from './tickets.js';

export interface AssignTicketCommand {
  readonly ticketId: string;
  readonly unitId: string;
  readonly officerId: string;
}

/**
 * Hands a ticket to one lead unit and its contact officer, and tells the hotline (status 04). A hand-over never resets the citizen's clock.
 *
 * Source: Nghị định 30/2020/NĐ-CP, Điều 23 khoản 2.
 */
@Injectable()
export class AssignTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly staff: StaffDirectory,
    private readonly letters: WriteDraft,
  ) {}

  /** @throws DomainError `not-found`, `forbidden`, `ticket-act-barred`, `ticket-unit-has-no-officer`, `letter-under-way`, `ticket-transition-refused`, `changed-meanwhile` */
  async execute(actor: Actor, { ticketId, unitId, officerId }: AssignTicketCommand): Promise<void> {
    const unit = await this.staff.unit(unitId);
    const officer = (await this.staff.contactOfficers(unitId)).find(({ id }) => id === officerId);
    if (!officer) throw new DomainError('ticket-unit-has-no-officer', { unit: unit.code });
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'assign');
      await this.settleLetter(tx, actor, ticket, unitId);
      const assignedAt = this.clock.now();
      const accept = await this.periods.count(tx, ticket, {
        duty: 'unitAcknowledge',
        reason: 'assignment',
        startedAt: assignedAt,
        unitId,
      });
      await tx.insert(TicketAssignmentEntity, {
        id: newId(),
        ticketId,
        unitId,
        officerId,
        assignedById: actor.id,
        assignedAt,
        acceptBy: accept.dueAt,
        acceptedAt: null,
        declinedAt: null,
      });
      for (const duty of ['acknowledge', 'assign'] as const) await this.periods.met(tx, ticketId, duty);
      await this.tickets.perform(tx, actor, ticket, {
        act: 'assign',
        change: { leadUnitId: unitId, officerId, acceptBy: accept.dueAt },
        entry: { kind: 'assigned', title: `Giao ${unit.name} chủ trì`, text: `Cán bộ đầu mối: ${officer.fullName}` },
        word: `Đã giao ${unit.name} chủ trì xử lý.`,
      });
      await tx.update(
        IncomingDocumentEntity,
        { id: ticket.incomingDocumentId },
        { handler: unit.name, dueDate: civilDateOf(ticket.dueAt) },
      );
    });
  }

  private async settleLetter(tx: EntityManager, actor: Actor, ticket: TicketEntity, unitId: string): Promise<void> {
    const letter = await this.letters.letterOf(tx, ticket.id, ticket.cycle);
    const outcome = letterOnHandOver(letter?.state ?? null, letter?.unitId === unitId);
    if (outcome === 'refused') throw new DomainError('letter-under-way', { ticketId: ticket.id });
    if (letter === null || outcome !== 'withdrawn') return;
    await this.letters.withdraw(tx, actor, letter);
    await this.tickets.addLine(tx, actor, ticket.id, {
      kind: 'letterWithdrawn',
      title: `Rút bản thảo ${letter.revision} khi giao đơn vị khác`,
    });
  }
}
