import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Notices } from '../../notices/index.js';
import { StaffDirectory, type Unit } from '../../organisation/index.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { DECLINE_LENGTHS } from '../domain/assignment.js';
import { requireText } from '../domain/required-text.js';
import { TicketAssignmentEntity, type TicketEntity } from '../persistence/tickets.entities.js';
import { DeskDuty } from './desk-duty.js';
import { showHandlers } from './intake/document-line.js';
import { Periods } from './deadlines/periods.js';
import { Tickets } from './tickets.js';

/** The other half of the responsibility contract: in time and with a reason a unit may say that a ticket is not its own. It goes back to be assigned. */
@Injectable()
export class DeclineAssignment {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly desk: DeskDuty,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError `input-invalid`, `not-found`, `forbidden`, `ticket-act-barred`, `ticket-transition-refused`, `changed-meanwhile` */
  async decline(actor: Actor, ticketId: string, reason: string): Promise<void> {
    const words = requireText('reason', reason, DECLINE_LENGTHS);
    await this.uow.run(async (tx) => {
      const ticket = await this.tickets.forActor(tx, actor, ticketId);
      this.tickets.require(actor, ticket, 'unitDecline');
      const unit = await this.staff.unit(ticket.leadUnitId ?? '');
      const at = this.clock.now();
      const assignment = await waitingAssignment(tx, ticketId);
      if (assignment) await tx.update(TicketAssignmentEntity, { id: assignment.id }, { declinedAt: at });
      await this.periods.met(tx, ticketId, 'unitAcknowledge');
      // The desk owes a unit again, from now; the citizen's own time runs on.
      await this.desk.begin(tx, ticket, 'assignment');
      const { lineId } = await this.tickets.perform(tx, actor, ticket, {
        act: 'unitDecline',
        change: { leadUnitId: null, officerId: null, acceptBy: null },
        entry: { kind: 'unitDeclined', title: `${unit.name} không nhận việc`, text: words },
      });
      await showHandlers(tx, ticket.incomingDocumentId, this.clock.now());
      await this.tellDesk(tx, ticket, { unit, lineId, assignedById: assignment?.assignedById ?? null });
    });
  }

  /** The person who gave it to the unit hears first; the registry hears too, for it assigns tickets that nobody has. */
  private async tellDesk(
    tx: EntityManager,
    { id, code }: TicketEntity,
    {
      unit,
      lineId,
      assignedById,
    }: { readonly unit: Unit; readonly lineId: string; readonly assignedById: string | null },
  ): Promise<void> {
    const clerks = (await this.staff.peopleWith('registryClerk')).map((person) => person.id);
    await this.notices.tellEach(tx, [...(assignedById === null ? [] : [assignedById]), ...clerks], {
      key: `ticket.declined:${lineId}`,
      kind: 'news',
      ticket: { id, code },
      words: `Phiếu ${code}: ${unit.name} không nhận việc, có nêu lý do. Giao đơn vị khác.`,
    });
  }
}

/** The assignment that waits for its answer; none where a ticket came back to a unit whose officer has left. */
function waitingAssignment(tx: EntityManager, ticketId: string): Promise<TicketAssignmentEntity | null> {
  return tx.findOne(TicketAssignmentEntity, {
    where: { ticketId, acceptedAt: IsNull(), declinedAt: IsNull(), undoneAt: IsNull() },
    order: { assignedAt: 'DESC', id: 'ASC' },
  });
}
