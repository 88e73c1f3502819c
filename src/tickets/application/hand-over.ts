import { Injectable } from '@nestjs/common';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { Actor } from '../../kernel/actor.js';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import {
  StaffDirectory,
  type HandOver,
  type WorkCount,
  type WorkHolder,
  type WorkSource,
  type WorkTaker,
} from '../../organisation/index.js';
import { HELD } from '../domain/ticket-acts.js';
import { isOpen } from '../domain/ticket-state.js';
import { TicketCounters } from '../persistence/ticket-counters.js';
import { TicketReminderWatchEntity } from '../persistence/reminder.entities.js';
import { TicketAssignmentEntity, TicketEntity } from '../persistence/tickets.entities.js';
import { CoordinationRequests } from './inquiry/coordination-requests.js';
import { FinishCoordination } from './inquiry/finish-coordination.js';
import { showHandlers } from './intake/document-line.js';
import { Periods } from './deadlines/periods.js';
import type { TicketChange } from './ticket-change.js';
import { Tickets } from './tickets.js';
import { noteHeard } from '../persistence/unit-heard.js';

/** A database takes so many values in one question. */
const ASKED_AT_ONCE = 500;

/** A ticket that somebody holds, as it stands. */
export type HeldTicket = TicketEntity;

/** To whom one ticket goes, and why. */
export interface TicketHandOver {
  readonly to: WorkTaker;
  readonly because: string;
}

/**
 * Tickets go on with other people where they stand: an officer leaves, or a unit ends. Neither the citizen's clock nor the unit's own starts again
 * inside a unit; what the unit has taken stays taken, and what it has not yet taken the new officer takes or declines in the time that is left. A
 * unit that follows another gets the time of any unit that is asked, for it may not be the right one.
 */
@Injectable()
export class HandOverTickets implements WorkSource {
  constructor(
    private readonly clock: Clock,
    private readonly tickets: Tickets,
    private readonly periods: Periods,
    private readonly requests: CoordinationRequests,
    private readonly finishCoordination: FinishCoordination,
    private readonly staff: StaffDirectory,
    private readonly counters: TicketCounters,
  ) {}

  /** What somebody has to do something about, soonest due first: also what is answered and not closed. */
  held(tx: EntityManager, { unitId: leadUnitId, officerId }: WorkHolder): Promise<TicketEntity[]> {
    return tx.find(TicketEntity, {
      where: { leadUnitId, state: In([...HELD]), ...(officerId === undefined ? {} : { officerId }) },
      order: { dueAt: 'ASC', id: 'ASC' },
    });
  }

  /** How many reminders are still to come of these tickets: they go to the holder of the ticket at that time. */
  async remindersOf(tx: EntityManager, ticketIds: readonly string[]): Promise<number> {
    let count = 0;
    for (let at = 0; at < ticketIds.length; at += ASKED_AT_ONCE) {
      const ticketId = In(ticketIds.slice(at, at + ASKED_AT_ONCE));
      count += await tx.countBy(TicketReminderWatchEntity, { ticketId, nextAt: Not(IsNull()) });
    }
    return count;
  }

  async lyingWith(tx: EntityManager, holder: WorkHolder): Promise<readonly WorkCount[]> {
    const { unitId, officerId } = holder;
    const ofOfficer = officerId === undefined ? {} : { officerId };
    const held = await this.counters.heldByState({ unitIds: [unitId], states: HELD, ...ofOfficer });
    const count = (isStillOpen: boolean): number =>
      HELD.filter((state) => isOpen(state) === isStillOpen).reduce((sum, state) => sum + (held.get(state) ?? 0), 0);
    const asked = officerId === undefined ? (await this.requests.openOfUnit(tx, unitId)).length : 0;
    return [
      { words: 'Phiếu đang xử lý', count: count(true), commanded: true },
      { words: 'Phiếu đã trả lời, chưa đóng', count: count(false), commanded: true },
      { words: 'Yêu cầu phối hợp chưa trả lời', count: asked, commanded: false },
    ];
  }

  /** @throws DomainError `not-found`, `changed-meanwhile`, `deadline-calendar-missing` */
  async handOver(tx: EntityManager, actor: Actor, handOver: HandOver): Promise<void> {
    const { from, to, because } = handOver;
    for (const ticket of await this.held(tx, from)) await this.one(tx, actor, ticket, { to, because });
    if (from.officerId === undefined && from.unitId !== to.unitId) await this.passRequests(tx, actor, handOver);
  }

  /**
   * @returns the ticket as it now stands
   * @throws DomainError `ticket-transition-refused` where nobody has anything to do with it, `not-found`, `changed-meanwhile`, `deadline-calendar-missing`
   */
  async one(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { to, because }: TicketHandOver,
  ): Promise<TicketEntity> {
    const { coordinators } = await this.requests.ask(tx, actor, ticket, { asks: [], leadUnitId: to.unitId });
    const given = await this.given(tx, actor, ticket, to);
    const { ticket: after } = await this.tickets.perform(tx, actor, ticket, {
      act: 'handOver',
      as: 'system',
      change: { leadUnitId: to.unitId, officerId: to.officerId, coordinators, ...given },
      entry: { kind: 'handedOver', title: await this.titleOf(ticket, to), text: because },
    });
    await noteHeard(tx, { ticketId: ticket.id, unitId: to.unitId, at: this.clock.now() });
    await showHandlers(tx, ticket.incomingDocumentId, this.clock.now());
    await this.finishCoordination.finishAfterLastReply(tx, after);
    return tx.findOneByOrFail(TicketEntity, { id: ticket.id });
  }

  /** Keeps to whom it was given; another unit is given its time to take it, where the one before had not taken it. */
  private async given(tx: EntityManager, actor: Actor, ticket: TicketEntity, to: WorkTaker): Promise<TicketChange> {
    const { unitId, officerId } = to;
    const assignedAt = this.clock.now();
    const isToBeTaken = ticket.state === 'assigned' || ticket.state === 'reopened';
    const beginsAnew = isToBeTaken && unitId !== ticket.leadUnitId;
    const period = beginsAnew
      ? await this.periods.count(tx, ticket, {
          duty: 'unitAcknowledge',
          reason: 'assignment',
          unitId,
          startedAt: assignedAt,
        })
      : await this.periods.inForce(tx, ticket, 'unitAcknowledge');
    const acceptBy = period?.dueAt ?? assignedAt;
    if (officerId !== null) {
      await tx.insert(TicketAssignmentEntity, {
        id: newId(),
        ticketId: ticket.id,
        unitId,
        officerId,
        assignedById: actor.id,
        assignedAt,
        acceptBy,
        acceptedAt: isToBeTaken ? null : assignedAt,
        declinedAt: null,
      });
    }
    return beginsAnew ? { acceptBy } : {};
  }

  private async titleOf({ leadUnitId }: TicketEntity, { unitId, officerId }: WorkTaker): Promise<string> {
    const officer = officerId === null ? null : (await this.staff.person(officerId)).fullName;
    if (unitId === leadUnitId) return `Bàn giao cho cán bộ đầu mối ${officer ?? '(chưa phân công)'}`;
    const { name } = await this.staff.unit(unitId);
    return officer === null ? `Bàn giao cho ${name}` : `Bàn giao cho ${name}, cán bộ đầu mối ${officer}`;
  }

  /** What the unit was asked, the one that follows it is asked; where that one leads the ticket or is asked already, nobody owes it any more. */
  private async passRequests(tx: EntityManager, actor: Actor, { from, to, because }: HandOver): Promise<void> {
    const { name } = await this.staff.unit(to.unitId);
    for (const request of await this.requests.openOfUnit(tx, from.unitId)) {
      const ticket = await tx.findOneByOrFail(TicketEntity, { id: request.ticketId });
      const coordinators = await this.requests.transfer(tx, actor, ticket, { request, toUnitId: to.unitId });
      const { ticket: after } = await this.tickets.perform(tx, actor, ticket, {
        act: 'handOver',
        as: 'system',
        change: { coordinators },
        entry: { kind: 'handedOver', title: `Chuyển yêu cầu phối hợp sang ${name}`, text: because },
      });
      await this.finishCoordination.finishAfterLastReply(tx, after);
    }
  }
}
