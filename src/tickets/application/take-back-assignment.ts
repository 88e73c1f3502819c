import { Injectable } from '@nestjs/common';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { noteTampers, sealRecords } from '../../journal/index.js';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { Outbox } from '../../platform/outbox/outbox.js';
import { isHeldStill, undoRefused } from '../domain/undo.js';
import { SAY_ASSIGNMENT } from '../jobs/jobs.js';
import { SEALED_LINE } from '../persistence/sealed-tickets.js';
import { TicketAssignmentEntity, TicketEntity, TicketEntryEntity } from '../persistence/tickets.entities.js';
import { Periods } from './deadlines/periods.js';
import { showHandlersAgain } from './intake/document-line.js';
import { TellHotline } from './tell-hotline.js';
import { Tickets } from './tickets.js';

/** Takes an assignment back before its unit and the hotline are told: the ticket has its former state, unit and deadlines again. */
@Injectable()
export class TakeBackAssignment {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly hotline: TellHotline,
    private readonly outbox: Outbox,
  ) {}

  /**
   * @param line that of the assignment, whose id it has
   * @throws DomainError `ticket-act-barred` where it was told, may have been read outside, or something has followed; as `Tickets.perform`
   */
  async takeBack(tx: EntityManager, actor: Actor, ticket: TicketEntity, line: TicketEntryEntity): Promise<void> {
    const { id } = line;
    if (!isHeldStill(line.at, this.clock.now())) throw undoRefused('told');
    const given = await tx.findOneBy(TicketAssignmentEntity, { id, undoneAt: IsNull() });
    if (given === null || given.before === null) throw undoRefused('told');
    const { version, state, leadUnitId, officerId, acceptBy, heardAt, counted, register } = given.before;
    if (version !== ticket.version) throw undoRefused('followed');
    const untold = { id, before: Not(IsNull()) };
    const undone = { before: null, undoneAt: this.clock.now() };
    const { affected } = await tx.update(TicketAssignmentEntity, untold, undone);
    if (affected !== 1) throw undoRefused('told');
    await this.periods.takeBack(tx, counted);
    await this.leaveUntold(tx, id);
    await this.tickets.perform(tx, actor, ticket, {
      act: 'undo',
      // Who assigned it takes it back, by whatever right that was.
      as: 'leader',
      back: { undoes: 'assign', to: state },
      change: { leadUnitId, officerId, acceptBy: instantOf(acceptBy) },
      entry: { kind: 'undone', title: `Hoàn tác: ${line.title}` },
    });
    await tx.update(TicketEntity, { id: ticket.id }, { heardAt: instantOf(heardAt) });
    await showHandlersAgain(tx, ticket, register, this.clock.now());
    const isUntold = await this.hotline.retract(tx, ticket, id);
    const { incomingDocumentId } = ticket;
    const said = SAY_ASSIGNMENT.of({ assignmentId: id, ticketId: ticket.id, incomingDocumentId });
    if (!isUntold || !(await this.outbox.retract(tx, said))) throw undoRefused('told');
  }

  /** The line stays in the course; the hotline and the sender do not read it. */
  private async leaveUntold(tx: EntityManager, id: string): Promise<void> {
    await noteTampers(tx, SEALED_LINE, [id]);
    await tx.update(TicketEntryEntity, { id }, { toHotline: false });
    await sealRecords(tx, SEALED_LINE, [id]);
  }
}

function instantOf(iso: string | null): Date | null {
  return iso === null ? null : new Date(iso);
}
