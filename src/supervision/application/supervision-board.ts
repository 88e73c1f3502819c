import { Injectable } from '@nestjs/common';
import { Calendars } from '../../calendar/index.js';
import type { Actor } from '../../kernel/actor.js';
import { civilDateOf, instantOf, nextDay, type CivilDate } from '../../kernel/civil-date.js';
import { Clock } from '../../kernel/clock.js';
import type { Category } from '../../law/index.js';
import { TicketListReader, type TicketCursor, type TicketFilter, type TicketRow } from '../../tickets/index.js';
import { WATCHED, type Watched, type WatchMoments } from '../../tickets/domain/deadlines/watched.js';
import { agesOf, firstDayOfTrends, longestWait, weeksOf, type AgeCount, type WeekCount } from '../domain/trends.js';
import { OPEN_STATES, type TicketState } from '../../tickets/domain/ticket-state.js';
import { boardOf, SILENT_AFTER_WORKING_DAYS, STUCK_AFTER_MS, type Board } from '../domain/board.js';
import { startOfWorkingDaysBefore } from '../domain/silence.js';

/** Which tickets the board is about. */
export interface BoardQuestion {
  /** Null: tickets that no unit leads yet; left out: of every unit. */
  readonly unitId?: string | null;
  readonly category?: Category;
  /** Days on which answers were given, both counted. What is open is counted whenever it came. */
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/** How feedback comes and goes, beside the numbers of the moment. */
export interface Trends {
  readonly weeks: readonly WeekCount[];
  readonly ages: readonly AgeCount[];
  readonly longest: ReturnType<typeof longestWait>;
  /** Open tickets by state, in the order in which a ticket goes through them. */
  readonly states: readonly { readonly state: TicketState; readonly held: number }[];
}

/** The numbers of supervision, and the list behind each: both by one condition, as they stand this moment. */
@Injectable()
export class SupervisionBoard {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly calendars: Calendars,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, question: BoardQuestion): Promise<Board> {
    const moments = await this.moments(question);
    const wishes = WATCHED.map((what) => ({ what, moments }));
    return boardOf(await this.tickets.watched(actor, ofQuestion(question), wishes));
  }

  /** From numbers that are kept beside the tickets. */
  async trends(actor: Actor, question: BoardQuestion): Promise<Trends> {
    const today = civilDateOf(this.clock.now());
    const filter = ofQuestion(question);
    const [days, held] = await Promise.all([
      this.tickets.daysSince(actor, firstDayOfTrends(today), filter),
      this.tickets.counts(
        actor,
        OPEN_STATES.map((state) => ({ ...filter, open: true, states: [state] })),
      ),
    ]);
    return {
      weeks: weeksOf(days, today),
      ages: agesOf(days, today),
      longest: longestWait(days, today),
      states: OPEN_STATES.map((state, at) => ({ state, held: held[at] ?? 0 })),
    };
  }

  /** The list behind a number, soonest deadline first. */
  async page(
    actor: Actor,
    filter: TicketFilter,
    { after, size }: { readonly after: TicketCursor | null; readonly size: number },
  ): Promise<readonly TicketRow[]> {
    return this.tickets.page(actor, filter, after, size);
  }

  count(actor: Actor, filter: TicketFilter): Promise<number> {
    return this.tickets.count(actor, filter);
  }

  /** The tickets behind a number, to be listed, counted or drawn from. */
  async filterOf(question: BoardQuestion, what: Watched): Promise<TicketFilter> {
    return { ...ofQuestion(question), watched: { what, moments: await this.moments(question) } };
  }

  private async moments({ from, to }: BoardQuestion): Promise<WatchMoments> {
    const now = this.clock.now();
    const calendar = await this.calendars.current();
    return {
      now,
      silentSince: startOfWorkingDaysBefore(civilDateOf(now), SILENT_AFTER_WORKING_DAYS, calendar),
      stuckSince: new Date(now.getTime() - STUCK_AFTER_MS),
      answeredFrom: instantOf(from, 0),
      answeredBefore: instantOf(nextDay(to), 0),
    };
  }
}

function ofQuestion({ unitId, category }: BoardQuestion): TicketFilter {
  return { ...(unitId !== undefined && { unitId }), ...(category !== undefined && { category }) };
}
