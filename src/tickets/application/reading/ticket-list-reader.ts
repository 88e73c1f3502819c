import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { CivilDate } from '../../../kernel/civil-date.js';
import { visibleUnits } from '../../domain/deadlines/policy.js';
import type { TicketQuestion } from '../../domain/search/search-question.js';
import type { DayCount } from '../../domain/day-count.js';
import { TicketDayCounts } from '../../persistence/days/ticket-day-counts.js';
import type { TicketCursor, TicketFilter, TicketRow } from '../../persistence/ticket-list.js';
import { TicketQueries, type PlacedTicket, type TicketPlace } from '../../persistence/ticket-queries.js';
import type { WatchCell, WatchWish } from '../../persistence/ticket-watch.js';
import {
  OrderedSearch,
  type DeadlinePage,
  type DeadlineWish,
  type SearchOrder,
} from '../../persistence/search/ordered-search.js';
import type { SearchPlace } from '../../persistence/search/ticket-search-walk.js';
import {
  TicketSearch,
  type FoundTicket,
  type SearchPage,
  type SearchWish,
  type Seeker,
} from '../../persistence/search/ticket-search.js';
import { TicketVisibility, type Visibility } from './ticket-visibility.js';

/** Reads lists of tickets as one person may: the rows that this person sees, their texts as this person gets them. */
@Injectable()
export class TicketListReader {
  constructor(
    private readonly tickets: TicketQueries,
    private readonly finder: TicketSearch,
    private readonly ordered: OrderedSearch,
    private readonly visibility: TicketVisibility,
    private readonly days: TicketDayCounts,
  ) {}

  /** In the order of the list. */
  async page(
    actor: Actor,
    filter: TicketFilter,
    after: TicketCursor | null,
    size: number,
  ): Promise<readonly TicketRow[]> {
    return this.read(actor, await this.tickets.page(actor, filter, after, size));
  }

  async search(actor: Actor, question: TicketQuestion, wish: SearchWish): Promise<SearchPage> {
    return this.finder.page(actor, question, wish, this.seeker(actor));
  }

  /** What a search finds by deadline. @returns null where it finds too much to be put in order */
  searchByDeadline(actor: Actor, question: TicketQuestion, wish: DeadlineWish): Promise<DeadlinePage | null> {
    return this.ordered.byDeadline(actor, question, wish, this.seeker(actor));
  }

  /** Where everything stands that a search finds. @returns null where that is more than `most`, or the search is too wide */
  everyPlace(
    actor: Actor,
    question: TicketQuestion,
    wish: { readonly order: SearchOrder; readonly most: number },
  ): Promise<readonly SearchPlace[] | null> {
    return this.ordered.all(actor, question, wish, this.seeker(actor));
  }

  /** How many tickets a search finds, up to a bound. */
  countFound(actor: Actor, question: TicketQuestion): Promise<{ readonly held: number; readonly isAll: boolean }> {
    return this.finder.count(actor, question, this.seeker(actor));
  }

  /** The tickets at places that a search of this person found. */
  at(actor: Actor, places: readonly SearchPlace[]): Promise<readonly FoundTicket[]> {
    return this.finder.at(this.seeker(actor), places);
  }

  /** The neighbours of a ticket in a list; null when the list does not hold it. */
  placeIn(actor: Actor, filter: TicketFilter, ticket: PlacedTicket): Promise<TicketPlace | null> {
    return this.tickets.placeIn(actor, filter, ticket);
  }

  /** How many tickets of a list stand before one of it. */
  countBefore(actor: Actor, filter: TicketFilter, place: PlacedTicket): Promise<number> {
    return this.tickets.countBefore(actor, filter, place);
  }

  /** How many tickets a list holds. */
  count(actor: Actor, filter: TicketFilter): Promise<number> {
    return this.tickets.count(actor, filter);
  }

  /** How many tickets each of these lists holds. */
  counts(actor: Actor, filters: readonly TicketFilter[]): Promise<readonly number[]> {
    return this.tickets.counts(actor, filters);
  }

  /** How many tickets of each sort lie with which unit in which category; what holds none falls away. */
  watched(actor: Actor, filter: TicketFilter, wishes: readonly WatchWish[]): Promise<readonly WatchCell[]> {
    return this.tickets.watched(actor, filter, wishes);
  }

  /** Tickets received, still open and answered by day, of a unit and a category: all days from one on, and those earlier ones of which tickets are still open. */
  async daysSince(
    actor: Actor,
    day: CivilDate,
    { unitId, category }: Pick<TicketFilter, 'unitId' | 'category'>,
  ): Promise<readonly DayCount[]> {
    const visible = visibleUnits(actor);
    const named = unitId === undefined ? null : (unitId ?? '');
    const seen = (id: string): boolean => visible === 'every' || visible.includes(id);
    const unitIds = named === null ? visible : [named].filter(seen);
    return this.days.since(day, {
      ...(unitIds !== 'every' && { unitIds }),
      ...(category !== undefined && { category }),
    });
  }

  /** The ids of a list, in their own order. */
  ids(actor: Actor, filter: TicketFilter, atMost: number): Promise<readonly string[]> {
    return this.tickets.ids(actor, filter, atMost);
  }

  /** How many open tickets each officer holds. */
  openByOfficer(): Promise<ReadonlyMap<string, number>> {
    return this.tickets.openByOfficer();
  }

  private seeker(actor: Actor): Seeker {
    return {
      read: (rows) => this.read(actor, rows),
      hiddenAmong: async (ids) => hiddenIn(await this.visibility.ofIds(actor, ids)),
    };
  }

  private async read<Row extends TicketRow>(actor: Actor, rows: readonly Row[]): Promise<Row[]> {
    const visibilities = await this.visibility.ofIds(
      actor,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => readRow(row, visibilities.get(row.id)));
  }
}

function hiddenIn(visibilities: ReadonlyMap<string, Visibility>): ReadonlySet<string> {
  return new Set([...visibilities].filter(([, { hiding }]) => hiding !== null).map(([id]) => id));
}

/** A ticket that is there no longer when its facts are read is shown without words. */
function readRow<Row extends TicketRow>(row: Row, visibility: Visibility | undefined): Row {
  const read = visibility?.text.ofCitizen ?? (() => '');
  return { ...row, subject: read(row.subject), place: read(row.place), latest: read(row.latest) };
}
