import { Injectable } from '@nestjs/common';
import { In, LessThanOrEqual, type EntityManager } from 'typeorm';
import { mergePauses } from '../../../calendar/index.js';
import { Journal } from '../../../journal/index.js';
import { SYSTEM } from '../../../kernel/actor.js';
import { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { newId } from '../../../kernel/ids.js';
import { isLimitUnit, remindingFor, type EscalationTier } from '../../../law/index.js';
import { Notices, type NoticeToTell } from '../../../notices/index.js';
import { MAX_NOTICE_LENGTH } from '../../../notices/domain/notice.js';
import { NameQueries } from '../../../organisation/index.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { isReminded, standingOf, type RemindedDuty } from '../../domain/deadlines/reminded-duties.js';
import { reminderWords, togetherWords } from '../../domain/deadlines/reminder-words.js';
import {
  mayRemindAt,
  nextOpening,
  reminderPlace,
  remindersOf,
  type Reminder,
} from '../../domain/deadlines/reminders.js';
import type { UnwatchedDeadline } from '../../persistence/reminder-queries.js';
import { TicketReminderEntity, TicketReminderWatchEntity, unseenWatch } from '../../persistence/reminder.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../persistence/tickets.entities.js';
import { ReminderAudience } from './reminder-audience.js';
import { TicketRules } from '../ticket-rules.js';

/** How long to wait where time does not run, or the calendar does not reach: until somebody has done something about it. */
const LOOK_AGAIN_MS = 60 * 60_000;

/** A reminder whose moment has come, and who shall hear it. */
interface Due {
  readonly deadline: TicketDeadlineEntity & { readonly duty: RemindedDuty };
  readonly reminder: Reminder;
  readonly audience: ReadonlyMap<string, EscalationTier>;
}

/** What one person hears of one duty. */
interface Told extends Pick<Due, 'deadline' | 'reminder'> {
  readonly words: string;
}

type Heard = readonly [Told, ...Told[]];

/**
 * Reminds people of what is owed on one ticket, each step once to each person. What a worker missed, in a night or a week, comes as one message
 * about the latest step; two duties of the same ticket are one message too, which names both.
 */
@Injectable()
export class RemindTicket {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly rules: TicketRules,
    private readonly audience: ReminderAudience,
    private readonly notices: Notices,
    private readonly names: NameQueries,
    private readonly journal: Journal,
  ) {}

  /** Begins to watch deadlines that were written without a watch. Those that are watched already stay as they are. */
  async watch(deadlines: readonly UnwatchedDeadline[]): Promise<void> {
    if (deadlines.length === 0) return;
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const known = await tx.findBy(TicketReminderWatchEntity, { deadlineId: In(deadlines.map(({ id }) => id)) });
      const watched = new Set(known.map(({ deadlineId }) => deadlineId));
      for (const deadline of deadlines) {
        if (!watched.has(deadline.id)) await tx.insert(TicketReminderWatchEntity, unseenWatch(deadline, now));
      }
    });
  }

  /**
   * Says what is due on a ticket by now and sets when to look again.
   *
   * @throws DomainError `changed-meanwhile` when another worker has said it, `deadline-calendar-missing`
   */
  async remind(ticketId: string): Promise<void> {
    const now = this.clock.now();
    await this.uow.run(async (tx) => {
      const watches = await tx.findBy(TicketReminderWatchEntity, { ticketId, nextAt: LessThanOrEqual(now) });
      const ticket = await tx.findOneBy(TicketEntity, { id: ticketId });
      const due: Due[] = [];
      for (const watch of watches) {
        const found = ticket && (await this.lookAt(tx, watch, ticket, now));
        if (ticket === null) await this.lookAgain(tx, watch, null);
        if (found) due.push(found);
      }
      if (ticket !== null && due.length > 0) await this.say(tx, ticket, due);
    });
  }

  /** Leaves a ticket for an hour: what is wrong with it, a calendar that lacks its year for one, is for people to correct. */
  async postpone(ticketId: string): Promise<void> {
    const now = this.clock.now();
    const nextAt = new Date(now.getTime() + LOOK_AGAIN_MS);
    await this.uow.run((tx) =>
      tx.update(TicketReminderWatchEntity, { ticketId, nextAt: LessThanOrEqual(now) }, { nextAt }),
    );
  }

  private async lookAt(
    tx: EntityManager,
    watch: TicketReminderWatchEntity,
    ticket: TicketEntity,
    now: Date,
  ): Promise<Due | null> {
    const deadline = await tx.findOneByOrFail(TicketDeadlineEntity, { id: watch.deadlineId });
    const { supersededAt, metAt } = deadline;
    const standing = standingOf({ open: ticket.open, pausedAt: ticket.pausedAt, supersededAt, metAt });
    const inAnHour = new Date(now.getTime() + LOOK_AGAIN_MS);
    if (!isOfRemindedDuty(deadline) || standing === 'over') return this.lookAgain(tx, watch, null);
    if (standing === 'paused') return this.lookAgain(tx, watch, inAnHour);

    const calendar = await this.rules.calendar(deadline.countedForUnitId);
    if (!mayRemindAt(now, calendar, ticket.level)) return this.lookAgain(tx, watch, nextOpening(now, calendar));
    const rules = remindingFor(await this.rules.policyOf(deadline), ticket.level, ticket.category);
    const { latest, nextAt } = reminderPlace(remindersOf(countedFrom(deadline), rules, calendar, ticket.level), now);
    await this.lookAgain(tx, watch, nextAt ?? inAnHour);
    if (latest === null) return null;
    const audience = await this.audience.of(tx, ticket, deadline, latest.tiers);
    const unheard = await this.without(tx, deadline, latest, { audience, firstLook: watch.looks === 0 });
    return { deadline, reminder: latest, audience: unheard };
  }

  /** Claims the look: of two workers, the second finds another number and leaves. */
  private async lookAgain(
    tx: EntityManager,
    { deadlineId, looks }: TicketReminderWatchEntity,
    nextAt: Date | null,
  ): Promise<null> {
    const claimed = await tx.update(TicketReminderWatchEntity, { deadlineId, looks }, { nextAt, looks: looks + 1 });
    if (claimed.affected !== 1) throw new DomainError('changed-meanwhile', { what: 'reminder', deadlineId });
    return null;
  }

  /**
   * Those who have not heard it. What was said before a recount is not said again when the new row is first looked at, and no day is named twice
   * as overdue; steps that still lie ahead are said again, for they speak of another date.
   */
  private async without(
    tx: EntityManager,
    { id, ticketId, duty, cycle }: TicketDeadlineEntity,
    { step, daysLate }: Reminder,
    { audience, firstLook }: { readonly audience: Due['audience']; readonly firstLook: boolean },
  ): Promise<Due['audience']> {
    const anyCount = firstLook || daysLate > 0;
    const said = await tx.findBy(TicketReminderEntity, { ticketId, duty, cycle, step });
    const heard = new Set(said.filter(({ deadlineId }) => anyCount || deadlineId === id).map(({ staffId }) => staffId));
    return new Map([...audience].filter(([staffId]) => !heard.has(staffId)));
  }

  /** One notice to each person about everything that is due, the most pressing first; each duty is stored and journalled for itself. */
  private async say(tx: EntityManager, ticket: TicketEntity, due: readonly Due[]): Promise<void> {
    const told = new Map<string, Heard>();
    for (const { deadline, reminder, audience } of due.toSorted(byPressure)) {
      if (audience.size === 0) continue;
      const wordsAt = await this.wordsFor(tx, ticket, deadline);
      for (const [staffId, tier] of audience) {
        await this.keep(tx, { deadline, reminder, staffId, tier });
        const one = { deadline, reminder, words: wordsAt(tier) };
        const before = told.get(staffId);
        told.set(staffId, before ? [...before, one] : [one]);
      }
      await this.journal.record(tx, SYSTEM, {
        action: 'ticket.remind',
        objectKind: 'ticket',
        objectId: ticket.id,
        detail: {
          duty: deadline.duty,
          cycle: deadline.cycle,
          step: reminder.step,
          heard: Object.fromEntries(audience),
        },
      });
    }
    await this.notices.tell(tx, ...[...told].map(([staffId, heard]) => noticeOf(ticket, staffId, heard)));
  }

  /** The officer knows whose ticket it is; those above read which unit owes it. */
  private async wordsFor(
    tx: EntityManager,
    ticket: TicketEntity,
    deadline: Due['deadline'],
  ): Promise<(tier: EscalationTier) => string> {
    const now = this.clock.now();
    const calendar = await this.rules.calendar(deadline.countedForUnitId);
    const owingIds = await this.audience.owingUnits(tx, ticket, deadline);
    const [units, byOthers] = [await this.names.units(owingIds), await this.audience.isHeardByOthers(owingIds)];
    const owing = units.size === 0 ? null : [...units.values()].join(', ');
    const due = countedFrom(deadline);
    return (tier) =>
      reminderWords(deadline.duty, due, tier === 'officer' && !byOthers ? null : owing, { now, calendar });
  }

  private async keep(
    tx: EntityManager,
    {
      deadline,
      reminder,
      staffId,
      tier,
    }: Pick<Due, 'deadline' | 'reminder'> & { staffId: string; tier: EscalationTier },
  ): Promise<void> {
    const { id: deadlineId, ticketId, duty, cycle } = deadline;
    await tx.insert(TicketReminderEntity, {
      id: newId(),
      deadlineId,
      ticketId,
      duty,
      cycle,
      step: reminder.step,
      tier,
      staffId,
      plannedAt: reminder.at,
      saidAt: this.clock.now(),
    });
  }
}

/** Named by the most pressing of its reminders, which this person has not heard before. */
function noticeOf({ id, code }: TicketEntity, staffId: string, heard: Heard): NoticeToTell {
  const [{ deadline, reminder: foremost }] = heard;
  return {
    key: `reminder:${deadline.id}:${foremost.step}:${staffId}`,
    staffId,
    kind: heard.some(({ reminder }) => reminder.daysLate > 0) ? 'overdue' : 'reminder',
    ticket: { id, code },
    words: togetherWords(
      heard.map(({ words }) => words),
      MAX_NOTICE_LENGTH,
    ),
  };
}

function byPressure(one: Due, other: Due): number {
  return pressure(other.reminder) - pressure(one.reminder);
}

/** What is over counts more than what is not, and later steps more than earlier ones. */
function pressure({ daysLate, step }: Reminder): number {
  return daysLate > 0 ? 1000 + daysLate : Number.parseInt(step, 10);
}

function isOfRemindedDuty(deadline: TicketDeadlineEntity): deadline is Due['deadline'] {
  return isReminded(deadline.duty);
}

/** @throws Error when the row holds a unit that no policy writes */
function countedFrom({ startedAt, dueAt, legalEndAt, unit, pauses }: TicketDeadlineEntity) {
  if (!isLimitUnit(unit)) throw new Error(`Not a unit of limits: ${unit}`);
  const taken = mergePauses(pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) })));
  return { startedAt, dueAt, legalEndAt, unit, pauses: taken };
}
