import { deadline } from '../../src/calendar/domain/deadline.js';
import { builtInCalendar } from '../../src/calendar/index.js';
import type { Clock } from '../../src/kernel/clock.js';
import { civilDateOf } from '../../src/kernel/civil-date.js';
import { newId } from '../../src/kernel/ids.js';
import { LEVELS, limitFor, policyAt, type Level, type Limit } from '../../src/law/index.js';
import type { UnitOfWork } from '../../src/platform/database/unit-of-work.js';
import type { RemindedDuty } from '../../src/tickets/domain/deadlines/reminded-duties.js';
import { TicketCoordinationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketDeadlineEntity, TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket } from './a-ticket.js';
import type { Dice } from './dice.js';
import type { ToBeReminded } from './planned-reminders.js';

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const YEAR = new Date('2026-01-05T00:00:00+07:00').getTime();
export const END = new Date('2027-01-15T00:00:00+07:00').getTime();

interface Happening {
  readonly at: number;
  readonly what: () => Promise<unknown>;
}

/** One deadline of the year as the simulation knows it. */
export interface Owed extends ToBeReminded {
  readonly id: string;
  readonly ticketId: string;
  readonly duty: RemindedDuty;
  readonly limit: Limit;
  /** Which count of the duty it is: 2 after more time was granted. */
  readonly revision: number;
  /** From when the row could be found. */
  readonly from: number;
}

interface Owing {
  readonly level: Level;
  readonly from: number;
  readonly to: number;
  /** Left out: that of the shipped policy. */
  readonly limit?: Limit;
}

/** A year of tickets with every duty of which people are reminded, planned before it is lived. */
export class ReminderYear {
  /** What happens to the tickets, to be lived in order of time. */
  readonly happenings: Happening[] = [];
  readonly owed: Owed[] = [];
  /** When each ticket was given to its unit. */
  readonly givenAt = new Map<string, number>();

  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly dice: Dice,
  ) {}

  /** A whole minute of the time between. */
  between(from: number, to: number): number {
    return Math.floor((from + this.dice.next() * (to - from)) / MINUTE) * MINUTE;
  }

  /** A ticket: it comes, is given to a unit, which asks another and is given more time now and then, and is answered in time or late. */
  plan(id: string): void {
    const level = this.dice.oneOf(LEVELS);
    const startedAt = this.between(YEAR, YEAR + 330 * DAY);
    const accepted = startedAt + this.between(5 * MINUTE, DAY);
    // Many a ticket is first taken for what belongs elsewhere, and the desk is slow to see that it does not.
    const forAnother = this.dice.chance(0.7);
    const assigned = accepted + this.between(5 * MINUTE, (forAnother ? 6 : 2) * DAY);
    this.givenAt.set(id, assigned);
    const everyHour =
      level === 'urgent' && this.dice.chance(0.5) ? { limit: { amount: 6, unit: 'hours' as const } } : {};
    const first = this.count(id, 'process', { level, from: startedAt, to: END, ...everyHour });
    const due = first.dueAt.getTime();
    const late = assigned + this.between(DAY / 4, Math.max(4 * DAY, due - startedAt) * 2.5);
    const answered = Math.min(late, END - DAY);
    const taken = this.between(assigned, answered);

    this.happen(startedAt, () => this.uow.run((tx) => tx.insert(TicketEntity, aTicket({ id, level }))));
    this.answer(first, answered, this.between(assigned, Math.max(assigned, Math.min(answered, due))));
    this.owe(this.count(id, 'acknowledge', { level, from: startedAt, to: accepted }));
    this.owe(this.count(id, 'assign', { level, from: accepted, to: assigned }));
    if (forAnother) {
      // The time to return it has run since it came.
      const toReturn = this.count(id, 'returnNotCompetent', { level, from: startedAt, to: assigned });
      this.owe({ ...toReturn, from: accepted });
    }
    this.change(assigned, id, { state: 'processing', leadUnitId: 'gdtrh', officerId: 'ngoc' });
    this.owe(this.count(id, 'unitAcknowledge', { level, from: assigned, to: taken }));
    if (this.dice.chance(0.8)) {
      const replied = this.dice.chance(0.5) ? answered : this.between(taken, answered);
      this.askAnotherUnit(id, { level, from: taken, to: replied });
    }
    if (this.dice.chance(0.6)) {
      const signed = this.between(taken, (taken + answered) / 2);
      this.owe(this.count(id, 'releaseReply', { level, from: signed, to: answered }));
    }
    this.change(answered, id, { state: 'answered', open: false });
  }

  /** The citizen's deadline is met when the answer comes; before that, more time may be granted. */
  private answer(first: Owed, answered: number, granted: number): void {
    if (!this.dice.chance(0.3) || granted >= answered) {
      this.owe({ ...first, to: answered });
      return;
    }
    const { ticketId, level, startedAt } = first;
    const limit = limitFor(policyAt(civilDateOf(startedAt)), 'process', 'complex');
    const second = this.count(ticketId, 'process', { level, from: startedAt.getTime(), to: answered, limit });
    this.owe({ ...first, to: granted }, 'supersededAt');
    this.owe({ ...second, from: granted, revision: 2 });
  }

  private askAnotherUnit(ticketId: string, owing: Owing): void {
    const asked = this.count(ticketId, 'coordinationReply', owing);
    const id = newId();
    const { startedAt: askedAt, dueAt, legalEndAt } = asked;
    this.happen(owing.from, () =>
      this.uow.run((tx) =>
        tx.insert(TicketCoordinationEntity, {
          ...{ id, ticketId, cycle: 1, unitId: 'nui-voi', question: 'Lịch học buổi hai?', askedById: 'ngoc' },
          ...{ askedAt, dueAt, legalEndAt, endedAt: null, reply: null, repliedById: null },
        }),
      ),
    );
    this.owe(asked);
    this.happen(owing.to, () =>
      this.uow.run((tx) => tx.update(TicketCoordinationEntity, { id }, { endedAt: this.clock.now() })),
    );
  }

  private count(ticketId: string, duty: RemindedDuty, { level, from, to, ...given }: Owing): Owed {
    const startedAt = new Date(from);
    const limit = given.limit ?? limitFor(policyAt(civilDateOf(startedAt)), duty, level);
    const { due: dueAt, legalEnd: legalEndAt } = deadline(startedAt, limit, builtInCalendar());
    const { unit } = limit;
    return { id: newId(), ticketId, duty, level, limit, unit, startedAt, dueAt, legalEndAt, from, to, revision: 1 };
  }

  /** Its row comes, and is met or replaced by another count. */
  private owe(one: Owed, ending: 'metAt' | 'supersededAt' = 'metAt'): void {
    this.owed.push(one);
    const { id, ticketId, duty, startedAt, dueAt, legalEndAt, revision } = one;
    this.happen(one.from, () =>
      this.uow.run((tx) =>
        tx.insert(TicketDeadlineEntity, {
          ...{ id, ticketId, duty, amount: one.limit.amount, unit: one.unit, startedAt, dueAt, legalEndAt },
          ...{ policyVersion: 1, calendarVersion: 1, countedForUnitId: null, cycle: 1, revision, reason: 'receipt' },
          ...{ extendedBy: null, pauses: [], proof: [], supersededAt: null, metAt: null },
        }),
      ),
    );
    this.happen(one.to, () =>
      this.uow.run((tx) => tx.update(TicketDeadlineEntity, { id }, { [ending]: this.clock.now() })),
    );
  }

  private change(at: number, id: string, fields: Partial<TicketEntity>): void {
    this.happen(at, () => this.uow.run((tx) => tx.update(TicketEntity, { id }, fields)));
  }

  private happen(at: number, what: () => Promise<unknown>): void {
    this.happenings.push({ at, what });
  }
}
