import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { civilDate } from '../../src/kernel/civil-date.js';
import { CATEGORIES, LEVELS, REFUSAL_REASONS } from '../../src/law/index.js';
import { isOpen } from '../../src/tickets/domain/ticket-state.js';
import { standingFrom, standsAlike } from '../../src/tickets/domain/standing.js';
import { TicketRefusalEntity } from '../../src/tickets/persistence/intake.entities.js';
import { TicketExtensionEntity, TicketPublicationEntity } from '../../src/tickets/persistence/life.entities.js';
import { TicketRatingEntity } from '../../src/tickets/persistence/rating.entities.js';
import { TicketStandingEntity } from '../../src/tickets/persistence/ticket-standing.entity.js';
import { TicketEntity } from '../../src/tickets/persistence/tickets.entities.js';
import { aTicket, type TicketFields } from './a-ticket.js';
import { Dice } from './dice.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const CHANNELS = ['web', 'phone', 'sms', 'call', 'letter'];

/** What a year of tickets left in the tables. */
export interface LivedYear {
  readonly tickets: TicketFields[];
  readonly standings: Omit<TicketStandingEntity, 'seq'>[];
  readonly refusals: TicketRefusalEntity[];
  readonly ratings: TicketRatingEntity[];
  readonly publications: TicketPublicationEntity[];
  readonly extensions: TicketExtensionEntity[];
}

/** Tickets that come, change hands, are measured anew, end and come back, at moments of their own; the same seed lives the same year. */
export class SimulatedYear {
  private readonly dice: Dice;
  private readonly lived: LivedYear = {
    ...{ tickets: [], standings: [], refusals: [], ratings: [], publications: [], extensions: [] },
  };
  private ids = 0;

  constructor(
    private readonly unitIds: readonly string[],
    private readonly from: Date,
    seed: number,
  ) {
    this.dice = new Dice(seed);
  }

  live(tickets: number): LivedYear {
    for (let count = 0; count < tickets; count += 1) this.ticket(count);
    return this.lived;
  }

  private ticket(no: number): void {
    const { dice } = this;
    const at = new Date(this.from.getTime() + dice.below(365 * DAY));
    // What the e-office queued is fetched a little later.
    const startedAt = new Date(at.getTime() - dice.below(40 * MINUTE));
    const legalEndAt = new Date(startedAt.getTime() + dice.between(1, 14) * DAY);
    const id = this.newId('t');
    const first = aTicket({
      ...{
        id,
        code: `PAKN.${at.toISOString().slice(0, 10).replaceAll('-', '')}.${String(no).padStart(4, '0')}`.slice(0, 20),
      },
      ...{ category: dice.oneOf(CATEGORIES), level: dice.oneOf(LEVELS), channel: dice.oneOf(CHANNELS) },
      ...{ splitFromId: dice.chance(0.03) ? 'whole' : null, startedAt, legalEndAt, dueAt: legalEndAt, createdAt: at },
    });
    const life = new Life(first, at, this.lived.standings);
    this.handle(life, at);
    this.lived.tickets.push(life.ticket);
  }

  private handle(life: Life, begun: Date): void {
    const { dice } = this;
    let at = life.move(this.later(begun, 0.3), { state: 'accepted' });
    const fate = dice.next();
    if (fate < 0.05) {
      this.end(life, this.later(at, 1), 'returned');
      return;
    }
    if (fate < 0.09) {
      this.reject(life, at);
      return;
    }
    if (fate < 0.12) {
      this.merge(life, at);
      return;
    }
    if (fate < 0.14) {
      this.end(life, this.later(at, 3), 'withdrawn');
      return;
    }
    at = life.move(this.later(at, 0.5), { state: 'classified', category: dice.oneOf(CATEGORIES) });
    at = life.move(this.later(at, 0.5), { state: 'assigned', leadUnitId: dice.oneOf(this.unitIds) });
    if (dice.chance(0.15)) at = life.move(this.later(at, 1), { leadUnitId: dice.oneOf(this.unitIds) });
    at = life.move(this.later(at, 1), { state: 'verifying' });
    if (dice.chance(0.1)) at = this.extend(life, at);
    if (dice.chance(0.03)) return;
    this.answer(life, at);
  }

  private end(life: Life, at: Date, state: 'returned' | 'withdrawn' | 'closed'): void {
    life.move(at, { state });
  }

  private answer(life: Life, from: Date): void {
    const { dice } = this;
    const at = life.move(this.later(from, 12), {
      state: 'answered',
      answerMode: dice.chance(0.6) ? 'letter' : 'direct',
    });
    if (dice.chance(0.3)) this.rate(life, at);
    if (dice.chance(0.1)) this.publish(life, at);
    if (!dice.chance(0.06)) {
      this.end(life, this.later(at, 9), 'closed');
      return;
    }
    const { cycle, legalEndAt } = life.ticket;
    const again = { cycle: cycle + 1, legalEndAt: new Date(legalEndAt.getTime() + 12 * DAY), answerMode: null };
    this.answer(life, life.move(this.later(at, 15), { state: 'reopened', ...again }));
  }

  private reject(life: Life, from: Date): void {
    const at = life.move(this.later(from, 2), { state: 'rejected' });
    this.lived.refusals.push({
      ...{ id: this.newId('r'), ticketId: life.ticket.id, cycle: life.ticket.cycle, kind: 'rejected', agency: null },
      ...{ reason: this.dice.oneOf(REFUSAL_REASONS), text: 'Lý do', decidedById: 'vanthu', decidedAt: at },
    });
  }

  private merge(life: Life, from: Date): void {
    const at = life.move(this.later(from, 2), { state: 'merged' });
    if (this.dice.chance(0.4)) this.answer(life, life.move(this.later(at, 20), { state: 'classified' }));
  }

  private extend(life: Life, from: Date): Date {
    const at = this.later(from, 1);
    const { id: ticketId, cycle, legalEndAt } = life.ticket;
    this.lived.extensions.push({
      ...{
        id: this.newId('e'),
        ticketId,
        cycle,
        workingDays: 3,
        promisedOn: civilDate('2026-12-31'),
        reason: '',
        progress: '',
      },
      ...{ askedById: 'ngoc', askedAt: from, granted: true, decidedById: 'khanh', decidedAt: at, decisionReason: null },
    });
    return life.move(at, { legalEndAt: new Date(legalEndAt.getTime() + 3 * DAY) });
  }

  private rate(life: Life, from: Date): void {
    this.lived.ratings.push({
      ...{ id: this.newId('s'), ticketId: life.ticket.id, cycle: life.ticket.cycle, stars: this.dice.between(1, 5) },
      ...{ comment: null, ratedAt: this.later(from, 5), recordedById: null },
    });
  }

  private publish(life: Life, from: Date): void {
    this.lived.publications.push({
      ...{
        id: this.newId('p'),
        ticketId: life.ticket.id,
        cycle: life.ticket.cycle,
        title: '',
        text: '',
        consent: true,
      },
      ...{ askedById: 'ngoc', askedAt: from, approved: this.dice.chance(0.8), decidedById: 'khanh' },
      ...{
        decidedAt: this.later(from, 4),
        decisionReason: null,
        left: [],
        endorsedById: null,
        endorsedForId: null,
        endorsedAt: null,
      },
    });
  }

  /** Within so many days, never at once. */
  private later(from: Date, days: number): Date {
    return new Date(from.getTime() + 1 + this.dice.below(days * DAY));
  }

  private newId(kind: string): string {
    this.ids += 1;
    return `${kind}-${String(this.ids).padStart(7, '0')}`;
  }
}

/** One ticket on its way; what a move writes is what the app writes. */
class Life {
  private last: Omit<TicketStandingEntity, 'seq'>;

  constructor(
    public ticket: TicketFields,
    at: Date,
    private readonly rows: Omit<TicketStandingEntity, 'seq'>[],
  ) {
    this.last = { ticketId: ticket.id, until: null, ...standingFrom(null, ticket, at) };
    rows.push(this.last);
  }

  move(at: Date, change: Partial<TicketFields>): Date {
    const before = this.ticket;
    const after = { ...before, ...change, open: isOpen(change.state ?? before.state) };
    this.ticket = after;
    if (!standsAlike(before, after)) {
      this.last.until = at;
      this.last = { ticketId: after.id, until: null, ...standingFrom(this.last, after, at) };
      this.rows.push(this.last);
    }
    return at;
  }
}

/** SQL Server takes 2,100 in a statement. */
const VALUES_AT_ONCE = 2000;

/** Writes it into the tables of the app, many rows a statement. */
export async function writeYear(tx: EntityManager, year: LivedYear): Promise<void> {
  await insert(tx, TicketEntity, year.tickets);
  await insert(tx, TicketStandingEntity, year.standings);
  await insert(tx, TicketRefusalEntity, year.refusals);
  await insert(tx, TicketRatingEntity, year.ratings);
  await insert(tx, TicketPublicationEntity, year.publications);
  await insert(tx, TicketExtensionEntity, year.extensions);
}

async function insert<T extends ObjectLiteral>(
  tx: EntityManager,
  target: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const atOnce = Math.floor(VALUES_AT_ONCE / tx.dataSource.getMetadata(target).columns.length);
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce);
    await tx.createQueryBuilder().insert().into(target).values(some).updateEntity(false).execute();
  }
}
