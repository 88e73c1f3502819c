import { Injectable } from '@nestjs/common';
import { DocumentSearch, SecretLines, type FoundDocuments } from '../../documents/index.js';
import { hasRole, STAFF, type Actor } from '../../kernel/actor.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import {
  SavedSearches,
  TicketCounters,
  TicketListReader,
  type SearchOrder,
  type SearchPage,
  type SearchWish,
} from '../../tickets/index.js';
import { teaches } from '../../organisation/domain/functions.js';
import { visibleUnits } from '../../tickets/domain/deadlines/policy.js';
import { asksSomething, type TicketQuestion } from '../../tickets/domain/search/search-question.js';
import type { FormError } from '../kit/errors.js';
import { readCursor } from './work-page-query.js';
import type { FoundReading, SearchReading } from './search-reading.js';

const PAGE = 50;
const NO_DOCUMENTS: FoundDocuments = { incoming: [], outgoing: [] };
const NOTHING: SearchPage = { exact: [], typed: [], rows: [], more: false, stoppedAt: null };
const NOTHING_FOUND = {
  page: NOTHING,
  wish: { from: null, direction: 'older', size: PAGE },
  ordered: null,
  refusedOrder: false,
} as const;

export interface SearchRequest {
  readonly question: TicketQuestion;
  readonly errors: readonly FormError[];
  /** Where in the results, as the address writes it. */
  readonly place: string;
  readonly order: SearchOrder;
}

/** Reads what a search finds, the searches that this person saved, and how many tickets this person sees in each state. */
@Injectable()
export class SearchPageQuery {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly counters: TicketCounters,
    private readonly saved: SavedSearches,
    private readonly directory: StaffDirectory,
    private readonly names: NameQueries,
    private readonly documents: DocumentSearch,
    private readonly secret: SecretLines,
  ) {}

  async read(actor: Actor, request: SearchRequest): Promise<SearchReading> {
    const units = visibleUnits(actor);
    const { question, errors } = request;
    const asked = errors.length === 0 && asksSomething(question);
    const findsDocuments = asked && request.place === '' && hasRole(actor, ...STAFF);
    const [found, held, saved, handling, documents] = await Promise.all([
      asked ? this.ticketsOf(actor, request) : { ...NOTHING_FOUND, order: request.order },
      this.counters.heldByState(units === 'every' ? {} : { unitIds: units }),
      this.saved.of(actor),
      this.directory.handlingUnits(),
      findsDocuments ? this.found(question.words) : NO_DOCUMENTS,
    ]);
    const { exact, typed, rows } = found.page;
    return {
      question,
      errors,
      asked,
      ...found,
      held,
      saved,
      offered: units === 'every' ? handling : [],
      schools: handling.filter(({ kind }) => teaches(kind)),
      documents,
      names: {
        units: await this.names.units([...exact, ...typed, ...rows].map(({ leadUnitId }) => leadUnitId)),
        people: new Map(),
      },
    };
  }

  /** What was found in the order that was asked for; where it is too much to be put in order by deadline, the newest first. */
  private async ticketsOf(actor: Actor, { question, order, place }: SearchRequest): Promise<FoundReading> {
    if (order === 'dueFirst' || order === 'dueLast') {
      const wish = { lastFirst: order === 'dueLast', after: readCursor(place), size: PAGE };
      const ordered = await this.tickets.searchByDeadline(actor, question, wish);
      if (ordered !== null) return { ...NOTHING_FOUND, order, ordered, page: { ...NOTHING, rows: ordered.rows } };
    }
    const oldestFirst = order === 'oldest';
    const wish = { ...readPlace(place, oldestFirst ? 'newer' : 'older'), size: PAGE, oldestFirst };
    const page = await this.tickets.search(actor, question, wish);
    return {
      order: oldestFirst ? 'oldest' : 'newest',
      refusedOrder: order !== 'newest' && !oldestFirst,
      ordered: null,
      page,
      wish,
    };
  }

  private found(words: string): Promise<FoundDocuments> {
    return this.documents.find(words, (lines) => this.secret.found(words, lines));
  }
}

/** What is no place of ours is the first page. */
function readPlace(text: string, onwards: SearchWish['direction']): Pick<SearchWish, 'from' | 'direction'> {
  const [, side, received, no] = /^(sau|truoc)~(\d{1,10})~(\d{1,10})$/u.exec(text) ?? [];
  if (side === undefined) return { from: null, direction: onwards };
  return {
    from: { received: Number(received), no: Number(no) },
    direction: side === 'sau' ? 'older' : 'newer',
  };
}
