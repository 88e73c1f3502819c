import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { momentWords } from '../../../calendar/domain/proof/moment-words.js';
import type { Actor } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { Notices } from '../../../notices/index.js';
import { StaffDirectory, type Unit } from '../../../organisation/index.js';
import { mayAnswerByPage } from '../../domain/answer-page.js';
import { LEADS_NOW, PASSED_ON, requireAsks, type CoordinationAsk } from '../../domain/coordination.js';
import { TicketCoordinationEntity } from '../../persistence/life.entities.js';
import type { TicketEntity } from '../../persistence/tickets.entities.js';
import { Periods } from '../deadlines/periods.js';

/** Which units to ask, and which unit leads from now on. */
export interface CoordinationPlan {
  readonly asks: readonly CoordinationAsk[];
  readonly leadUnitId: string | null;
}

/** A request that may be sent, and who in the unit is notified. */
export interface ValidRequest {
  readonly unit: Unit;
  readonly question: string;
  readonly recipientIds: readonly string[];
}

export interface Asked {
  /** All units that coordinate from now on. */
  readonly coordinators: string[];
  readonly unitNames: readonly string[];
  /** `Phòng Giáo dục Trung học: 17:30, thứ Hai 23/03/2026` of each unit that was asked now. */
  readonly dues: readonly string[];
}

/** Requests to coordinating units. Each unit has its own question, and a deadline by its own working hours. */
@Injectable()
export class CoordinationRequests {
  constructor(
    private readonly clock: Clock,
    private readonly periods: Periods,
    private readonly staff: StaffDirectory,
    private readonly notices: Notices,
  ) {}

  /** @throws DomainError as `validate`; `deadline-calendar-missing` */
  async ask(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { asks, leadUnitId }: CoordinationPlan,
  ): Promise<Asked> {
    const open = await this.openOf(tx, ticket);
    // A unit that leads from now is no longer asked to help.
    for (const request of open.filter(({ unitId }) => unitId === leadUnitId)) {
      await this.end(tx, request, { reply: LEADS_NOW, repliedById: actor.id });
    }
    const wanted = await this.validateBeside(open, { asks, leadUnitId });
    const dues: string[] = [];
    for (const one of wanted) {
      const dueAt = await this.askUnit(tx, actor, ticket, one);
      dues.push(`${one.unit.name}: ${momentWords(dueAt)}`);
    }
    const known = ticket.coordinators.filter((id) => id !== leadUnitId);
    return {
      coordinators: [...new Set([...known, ...wanted.map(({ unit }) => unit.id)])],
      unitNames: wanted.map(({ unit }) => unit.name),
      dues,
    };
  }

  /** Checks a plan without sending anything. @throws DomainError `input-invalid`, `not-found`, `ticket-unit-has-no-officer` */
  async validate(tx: EntityManager, ticket: TicketEntity, wish: CoordinationPlan): Promise<readonly ValidRequest[]> {
    return this.validateBeside(await this.openOf(tx, ticket), wish);
  }

  /** Requests of the present cycle that wait for a reply, oldest first. */
  openOf(
    tx: EntityManager,
    { id: ticketId, cycle }: Pick<TicketEntity, 'id' | 'cycle'>,
  ): Promise<TicketCoordinationEntity[]> {
    return tx.find(TicketCoordinationEntity, {
      where: { ticketId, cycle, endedAt: IsNull() },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * Ends a request, with or without a reply.
   *
   * @param outcome left out where nobody replied
   * @throws DomainError `changed-meanwhile` when it has ended already
   */
  async end(
    tx: EntityManager,
    { id, ticketId, unitId }: TicketCoordinationEntity,
    outcome: Pick<TicketCoordinationEntity, 'reply' | 'repliedById'> = { reply: null, repliedById: null },
  ): Promise<void> {
    const ended = { endedAt: this.clock.now(), ...outcome };
    const { affected } = await tx.update(TicketCoordinationEntity, { id, endedAt: IsNull() }, ended);
    if (affected !== 1) throw new DomainError('changed-meanwhile', { what: 'coordination', id });
    await this.periods.met(tx, ticketId, 'coordinationReply', unitId);
  }

  /** Requests of present cycles that a unit has not replied to, oldest first. */
  openOfUnit(tx: EntityManager, unitId: string): Promise<readonly TicketCoordinationEntity[]> {
    return tx.find(TicketCoordinationEntity, {
      where: { unitId, endedAt: IsNull() },
      order: { askedAt: 'ASC', id: 'ASC' },
    });
  }

  /**
   * Moves a request to the unit that succeeds the asked one. Its deadline counts from the first request; no new request where the successor leads the
   * ticket or is asked already.
   *
   * @returns all units that coordinate from now on
   * @throws DomainError `changed-meanwhile`, `deadline-calendar-missing`
   */
  async transfer(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { request, toUnitId }: { readonly request: TicketCoordinationEntity; readonly toUnitId: string },
  ): Promise<string[]> {
    const { unitId: from, question, askedById, askedAt, cycle } = request;
    const others = ticket.coordinators.filter((id) => id !== from && id !== toUnitId);
    const isAsked = (await this.openOf(tx, ticket)).some(({ unitId }) => unitId === toUnitId);
    await this.end(tx, request, { reply: PASSED_ON, repliedById: actor.id });
    if (ticket.leadUnitId === toUnitId) return others;
    if (!isAsked) {
      const { dueAt, legalEndAt } = await this.periods.count(tx, ticket, {
        duty: 'coordinationReply',
        reason: 'coordination',
        startedAt: askedAt,
        unitId: toUnitId,
      });
      await tx.insert(TicketCoordinationEntity, {
        id: newId(),
        ticketId: ticket.id,
        cycle,
        unitId: toUnitId,
        question,
        askedById,
        askedAt,
        dueAt,
        legalEndAt,
        endedAt: null,
        reply: null,
        repliedById: null,
      });
    }
    return [...others, toUnitId];
  }

  private async validateBeside(
    open: readonly TicketCoordinationEntity[],
    { asks, leadUnitId }: CoordinationPlan,
  ): Promise<readonly ValidRequest[]> {
    const wanted = requireAsks(asks, { leadUnitId, asked: open.map(({ unitId }) => unitId) });
    const valid: ValidRequest[] = [];
    for (const { unitId, question } of wanted) {
      const unit = await this.staff.unit(unitId);
      valid.push({ unit, question, recipientIds: await this.repliers(unit) });
    }
    return valid;
  }

  private async askUnit(
    tx: EntityManager,
    actor: Actor,
    ticket: TicketEntity,
    { unit, question, recipientIds }: ValidRequest,
  ): Promise<Date> {
    const askedAt = this.clock.now();
    const { dueAt, legalEndAt } = await this.periods.count(tx, ticket, {
      duty: 'coordinationReply',
      reason: 'coordination',
      startedAt: askedAt,
      unitId: unit.id,
    });
    const id = newId();
    await tx.insert(TicketCoordinationEntity, {
      id,
      ticketId: ticket.id,
      cycle: ticket.cycle,
      unitId: unit.id,
      question,
      askedById: actor.id,
      askedAt,
      dueAt,
      legalEndAt,
      endedAt: null,
      reply: null,
      repliedById: null,
    });
    const words = `Phiếu ${ticket.code}: ${unit.name} được đề nghị phối hợp; trả lời trước ${momentWords(dueAt)}.`;
    const key = `ticket.coordination:${id}`;
    await this.notices.tellEach(tx, recipientIds, {
      key,
      kind: 'news',
      ticket: { id: ticket.id, code: ticket.code },
      words,
    });
    return dueAt;
  }

  /**
   * Who may reply for a unit; empty for a unit without accounts that may answer on a page.
   *
   * @throws DomainError `ticket-unit-has-no-officer` where the unit has no way to reply
   */
  private async repliers({ id, code, kind }: Unit): Promise<readonly string[]> {
    const people = await this.staff.answeringFor(id);
    if (people.length === 0 && !mayAnswerByPage(kind))
      throw new DomainError('ticket-unit-has-no-officer', { unit: code });
    return people.map((person) => person.id);
  }
}
