import { Injectable } from '@nestjs/common';
import { In, IsNull, type EntityManager } from 'typeorm';
import { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import type { Duty } from '../../../law/index.js';
import type { CountedByAct } from '../../domain/before-assignment.js';
import { isReminded } from '../../domain/deadlines/reminded-duties.js';
import { ticketPeriod, type PeriodOfPart } from '../../domain/deadlines/ticket-periods.js';
import { noteTampers, sealRecords } from '../../../journal/index.js';
import { SEALED_DEADLINE } from '../../persistence/sealed-tickets.js';
import { TicketExtensionEntity } from '../../persistence/life.entities.js';
import { TicketReminderWatchEntity, unseenWatch } from '../../persistence/reminder.entities.js';
import { TicketDeadlineEntity, type KeptPause, type TicketEntity } from '../../persistence/tickets.entities.js';
import { joinedTo, keptBasis, ownCount, pauseOf } from './period-basis.js';
import { TicketRules } from '../ticket-rules.js';
import { insertRows } from '../../../platform/database/rows.js';

/** Why a period was counted. */
export type CountReason =
  | 'receipt'
  | 'assignment'
  | 'level'
  | 'nature'
  | 'pause'
  | 'extension'
  | 'calendar'
  | 'policy'
  | 'reopening'
  | 'separation'
  | 'coordination'
  | 'signature'
  | 'publication';

export interface CountWish {
  readonly duty: Duty;
  readonly reason: CountReason;
  /** What sets the period running; left out, the one in force keeps its start. */
  readonly startedAt?: Date;
  /** Whose hours count; left out, those of the one in force, else the agency's. */
  readonly unitId?: string;
  /** Left out, those of the one in force. */
  readonly pauses?: readonly KeptPause[];
  readonly extendedBy?: number;
  /** The ticket is just being entered, so no other ticket is merged into it yet. */
  readonly isAlone?: true;
}

/** A count, and which one it superseded; null where it is the first. */
export type Counted = TicketDeadlineEntity & { readonly supersedes: string | null };

/** The fields of a ticket on which the length of its periods depends. */
export type MeasuredTicket = Pick<TicketEntity, 'id' | 'level' | 'category' | 'cycle' | 'policyVersion' | 'startedAt'>;

/** Counts the legal periods of tickets and keeps each count with its proof; a recount supersedes, never overwrites. */
@Injectable()
export class Periods {
  constructor(
    private readonly clock: Clock,
    private readonly rules: TicketRules,
  ) {}

  /**
   * Counts a period of the ticket's cycle, for the first time or again.
   *
   * @throws DomainError `deadline-calendar-missing`, `not-found`
   */
  async count(tx: EntityManager, ticket: MeasuredTicket, wish: CountWish): Promise<Counted> {
    const inForce = await this.inForce(tx, ticket, wish.duty, wish.unitId);
    const row = await this.calculate(tx, ticket, wish, inForce);
    await this.replace(tx, row, inForce);
    return Object.assign(row, { supersedes: inForce?.id ?? null });
  }

  /**
   * Counts the first periods of a ticket that is only being entered: nothing of it is in force yet. They are sealed with the ticket.
   *
   * @returns the citizens' period, and the ids of all
   * @throws DomainError `deadline-calendar-missing`
   */
  async begin(
    tx: EntityManager,
    ticket: MeasuredTicket,
  ): Promise<{ readonly process: TicketDeadlineEntity; readonly ids: readonly string[] }> {
    const receipt = { reason: 'receipt', isAlone: true } as const;
    const process = await this.calculate(tx, ticket, { duty: 'process', ...receipt }, null);
    const acknowledge = await this.calculate(tx, ticket, { duty: 'acknowledge', ...receipt }, null);
    await this.write(tx, [process, acknowledge]);
    return { process, ids: [process.id, acknowledge.id] };
  }

  /**
   * Counts the citizens' period again where it ended early because of a ticket merged into this one that now leaves.
   *
   * @returns null where it did not
   * @throws DomainError `deadline-calendar-missing`, `not-found`
   */
  async countWithout(tx: EntityManager, ticket: MeasuredTicket, leftId: string): Promise<TicketDeadlineEntity | null> {
    const inForce = await this.inForce(tx, ticket, 'process');
    if (inForce?.cappedById !== leftId || inForce.metAt !== null) return null;
    return this.count(tx, ticket, { duty: 'process', reason: 'separation' });
  }

  /** Stores a count in place of the one in force, and starts its reminders. */
  async replace(tx: EntityManager, row: TicketDeadlineEntity, inForce: TicketDeadlineEntity | null): Promise<void> {
    const superseded = inForce === null ? [] : [inForce.id];
    await noteTampers(tx, SEALED_DEADLINE, superseded);
    for (const id of superseded) await tx.update(TicketDeadlineEntity, { id }, { supersededAt: this.clock.now() });
    await this.write(tx, [row]);
    await sealRecords(tx, SEALED_DEADLINE, [...superseded, row.id]);
  }

  private async write(tx: EntityManager, rows: readonly TicketDeadlineEntity[]): Promise<void> {
    await insertRows(tx, TicketDeadlineEntity, ...rows);
    const reminded = rows.filter(({ duty }) => isReminded(duty));
    const now = this.clock.now();
    if (reminded.length === 0) return;
    await insertRows(tx, TicketReminderWatchEntity, ...reminded.map((row) => unseenWatch(row, now)));
  }

  /**
   * Calculates a count without storing it.
   *
   * @param inForce the count that it would supersede
   * @throws DomainError `deadline-calendar-missing`, `not-found`
   */
  async calculate(
    tx: EntityManager,
    ticket: MeasuredTicket,
    wish: CountWish,
    inForce: TicketDeadlineEntity | null,
  ): Promise<TicketDeadlineEntity> {
    const basis = basisOf(wish, inForce, ticket.startedAt);
    const [policy, calendar] = await Promise.all([
      this.rules.policyOf(ticket),
      this.rules.calendar(basis.countedForUnitId),
    ]);
    const { level, category } = ticket;
    const { startedAt, pauses, extendedBy, countedForUnitId } = basis;
    const counted = ticketPeriod(wish.duty, startedAt, {
      policy,
      level,
      category,
      calendar,
      pauses: pauses.map(pauseOf),
      extendedBy,
      parts: wish.duty === 'process' && wish.isAlone === undefined ? await this.partsOf(tx, ticket, startedAt) : [],
    });
    return {
      id: newId(),
      ticketId: ticket.id,
      duty: counted.duty,
      amount: counted.amount,
      unit: counted.unit,
      countedForUnitId,
      ...keptBasis(counted.basis),
      dueAt: counted.due,
      legalEndAt: counted.legalEnd,
      policyVersion: counted.policyVersion,
      calendarVersion: calendar.version,
      cycle: ticket.cycle,
      revision: (inForce?.revision ?? 0) + 1,
      reason: wish.reason,
      proof: counted.proof,
      cappedById: counted.cappedById,
      own: counted.cappedById === null ? null : { startedAt: startedAt.toISOString(), pauses, extendedBy },
      supersededAt: null,
      metAt: null,
    };
  }

  /**
   * The periods of the tickets merged into one in its present cycle: none of them may end before the whole's.
   *
   * @param since the start of that cycle's period
   */
  async partsOf(
    tx: EntityManager,
    { id, cycle }: Pick<TicketEntity, 'id' | 'cycle'>,
    since: Date,
  ): Promise<readonly PeriodOfPart[]> {
    const parts: PeriodOfPart[] = [];
    const grants = await tx.findBy(TicketExtensionEntity, { ticketId: id, cycle, granted: true });
    for (const { ticket, at: joinedAt } of await joinedTo(tx, id)) {
      const answeredBefore = cycle > 1 && joinedAt <= since;
      const row = answeredBefore ? null : await this.inForce(tx, ticket, 'process');
      if (row === null) continue;
      const { startedAt, pauses, extendedBy } = ownCount(row);
      const { id: ticketId, level, category } = ticket;
      const policy = await this.rules.policyOf(ticket);
      const basis = { startedAt, pauses: pauses.map(pauseOf), extendedBy };
      parts.push({
        ...basis,
        ticketId,
        policy,
        level,
        category,
        joinedAt,
        grantedBefore: daysBefore(grants, joinedAt),
      });
    }
    return parts;
  }

  /**
   * The count of a duty that holds in the ticket's present cycle; null where it was never counted.
   *
   * @param unitId of which unit, where several owe the duty at once, each in its own time
   */
  inForce(
    tx: EntityManager,
    { id, cycle }: Pick<TicketEntity, 'id' | 'cycle'>,
    duty: Duty,
    unitId?: string,
  ): Promise<TicketDeadlineEntity | null> {
    return tx.findOneBy(TicketDeadlineEntity, {
      ticketId: id,
      cycle,
      duty,
      supersededAt: IsNull(),
      ...(isOwedByEach(duty) && unitId !== undefined ? { countedForUnitId: unitId } : {}),
    });
  }

  /**
   * Marks a duty as done or no longer owed: all duties of the ticket where none is named, and only those of a unit where one is.
   *
   * @returns the ids of what was owed until now
   */
  async met(tx: EntityManager, ticketId: string, duty?: Duty, unitId?: string): Promise<readonly string[]> {
    const owed = {
      ticketId,
      supersededAt: IsNull(),
      metAt: IsNull(),
      ...(duty === undefined ? {} : { duty }),
      ...(unitId === undefined ? {} : { countedForUnitId: unitId }),
    };
    const ids = (await tx.find(TicketDeadlineEntity, { select: { id: true }, where: owed })).map(({ id }) => id);
    await noteTampers(tx, SEALED_DEADLINE, ids);
    await tx.update(TicketDeadlineEntity, owed, { metAt: this.clock.now() });
    await sealRecords(tx, SEALED_DEADLINE, ids);
    return ids;
  }

  /** An act was taken back: what it counted holds no more, what it superseded holds again, and what it met is owed, and watched, as before. */
  async takeBack(tx: EntityManager, { made, superseded, met }: CountedByAct): Promise<void> {
    const again = [...(superseded === null ? [] : [superseded]), ...met];
    const ids = [made, ...again];
    await noteTampers(tx, SEALED_DEADLINE, ids);
    const now = this.clock.now();
    await tx.update(TicketDeadlineEntity, { id: made }, { supersededAt: now });
    if (superseded !== null) await tx.update(TicketDeadlineEntity, { id: superseded }, { supersededAt: null });
    await tx.update(TicketDeadlineEntity, { id: In([...met]) }, { metAt: null });
    await tx.update(TicketReminderWatchEntity, { deadlineId: In(again) }, { nextAt: now });
    await sealRecords(tx, SEALED_DEADLINE, ids);
  }
}

function daysBefore(grants: readonly TicketExtensionEntity[], moment: Date): number {
  return grants
    .filter(({ decidedAt }) => decidedAt !== null && decidedAt < moment)
    .reduce((days, { workingDays }) => days + workingDays, 0);
}

/** Units that are asked to help owe their replies side by side; every other duty is owed once. */
function isOwedByEach(duty: Duty): boolean {
  return duty === 'coordinationReply';
}

type Basis = Pick<TicketDeadlineEntity, 'startedAt' | 'countedForUnitId' | 'pauses' | 'extendedBy'>;

/** The inputs of a count: those asked for, else those of the count in force, else the receipt. */
function basisOf(wish: CountWish, inForce: TicketDeadlineEntity | null, receivedAt: Date): Basis {
  const known = inForce === null ? { startedAt: receivedAt, pauses: [], extendedBy: null } : ownCount(inForce);
  return {
    startedAt: wish.startedAt ?? known.startedAt,
    countedForUnitId: wish.unitId ?? inForce?.countedForUnitId ?? null,
    pauses: wish.pauses ?? known.pauses,
    extendedBy: wish.extendedBy ?? known.extendedBy,
  };
}
