import { Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { Database } from '../../../platform/database/database.js';
import { readInstant, toStatement } from '../../../platform/database/sql.js';
import type { TicketQuestion } from '../../domain/search/search-question.js';
import type { TicketCursor } from '../ticket-list.js';
import { duesStatement, type SearchPlace } from './ticket-search-walk.js';
import { TicketSearch, type FoundTicket, type Seeker } from './ticket-search.js';

/** In which order what was found is shown; the words of a search list their tickets by receipt. */
export type SearchOrder = 'newest' | 'oldest' | 'dueFirst' | 'dueLast';

export interface DeadlineWish {
  readonly lastFirst: boolean;
  /** The last row of the page before. */
  readonly after: TicketCursor | null;
  readonly size: number;
}

export interface DeadlinePage {
  readonly rows: readonly FoundTicket[];
  /** How many were found, and how many of them stand before these. */
  readonly total: number;
  readonly before: number;
}

/** No index holds what was found by deadline: at most so many tickets are sorted for one page. */
export const MOST_BY_DEADLINE = 500;

const AT_ONCE = 400;

interface DuePlace extends SearchPlace {
  readonly id: string;
  readonly dueAt: Date;
}

/** Finds all that a question asks for, when it is not much, and puts it in order. */
@Injectable()
export class OrderedSearch {
  constructor(
    private readonly database: Database,
    private readonly search: TicketSearch,
  ) {}

  /** @returns null where more was found than may be put in order, or where the search is too wide to be gone through at once */
  async byDeadline(
    actor: Actor,
    question: TicketQuestion,
    { lastFirst, after, size }: DeadlineWish,
    seeker: Seeker,
  ): Promise<DeadlinePage | null> {
    const places = await this.search.all(actor, question, MOST_BY_DEADLINE, seeker);
    if (places === null) return null;
    const dues = await this.inOrder(places, lastFirst);
    const first = after === null ? 0 : dues.findIndex((due) => isBehind(due, after, lastFirst));
    const before = first === -1 ? dues.length : first;
    const rows = await this.search.at(seeker, dues.slice(before, before + size));
    return { rows, total: dues.length, before };
  }

  /** Every place, in the order that was asked for. @returns null where there are more than `most`, or where the search is too wide */
  async all(
    actor: Actor,
    question: TicketQuestion,
    { order, most }: { readonly order: SearchOrder; readonly most: number },
    seeker: Seeker,
  ): Promise<readonly SearchPlace[] | null> {
    const places = await this.search.all(actor, question, most, seeker);
    if (places === null || order === 'newest') return places;
    return order === 'oldest' ? places.toReversed() : this.inOrder(places, order === 'dueLast');
  }

  private async inOrder(places: readonly SearchPlace[], lastFirst: boolean): Promise<readonly DuePlace[]> {
    const dues: DuePlace[] = [];
    for (let from = 0; from < places.length; from += AT_ONCE) {
      const part = new Map(places.slice(from, from + AT_ONCE).map((place) => [place.no, place]));
      const rows = await this.database.reader.query<{ no: number; id: string; dueAt: string | Date }[]>(
        ...toStatement(duesStatement([...part.keys()]), this.database.dialect),
      );
      for (const { no, id, dueAt } of rows) {
        const place = part.get(no);
        if (place) dues.push({ ...place, id, dueAt: readInstant(dueAt) });
      }
    }
    const towardsLater = dues.sort((one, other) => compared(one, { at: other.dueAt, id: other.id }));
    return lastFirst ? towardsLater.toReversed() : towardsLater;
  }
}

function isBehind(due: DuePlace, place: TicketCursor, lastFirst: boolean): boolean {
  return lastFirst ? compared(due, place) < 0 : compared(due, place) > 0;
}

function compared({ dueAt, id }: Pick<DuePlace, 'dueAt' | 'id'>, place: TicketCursor): number {
  const between = dueAt.getTime() - place.at.getTime();
  if (between !== 0 || id === place.id) return between;
  return id < place.id ? -1 : 1;
}
