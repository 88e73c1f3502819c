import { Injectable } from '@nestjs/common';
import { DocumentSearch, SecretLines, type FoundDocuments } from '../../documents/index.js';
import { hasRole, STAFF, type Actor } from '../../kernel/actor.js';
import { NameQueries, StaffDirectory } from '../../organisation/index.js';
import {
  SavedSearches,
  TicketCounters,
  TicketListReader,
  type SearchPage,
  type SearchWish,
} from '../../tickets/index.js';
import { teaches } from '../../organisation/domain/functions.js';
import { visibleUnits } from '../../tickets/domain/deadlines/policy.js';
import { asksSomething, type TicketQuestion } from '../../tickets/domain/search/search-question.js';
import type { FormError } from '../kit/errors.js';
import type { SearchReading } from './search-view.js';

const PAGE = 50;
const NO_DOCUMENTS: FoundDocuments = { incoming: [], outgoing: [] };
const NOTHING: SearchPage = { exact: [], typed: [], rows: [], more: false, stoppedAt: null };

export interface SearchRequest {
  readonly question: TicketQuestion;
  readonly errors: readonly FormError[];
  /** Where in the results, as the address writes it. */
  readonly place: string;
}

/** Reads what a search finds, the searches that this person kept, and how many tickets he sees in each state. */
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

  async read(actor: Actor, { question, errors, place }: SearchRequest): Promise<SearchReading> {
    const units = visibleUnits(actor);
    const wish = { ...readPlace(place), size: PAGE };
    const asked = errors.length === 0 && asksSomething(question);
    const findsDocuments = asked && wish.from === null && hasRole(actor, ...STAFF);
    const [page, held, saved, handling, documents] = await Promise.all([
      asked ? this.tickets.search(actor, question, wish) : NOTHING,
      this.counters.heldByState(units === 'every' ? {} : { unitIds: units }),
      this.saved.of(actor),
      this.directory.handlingUnits(),
      findsDocuments ? this.found(question.words) : NO_DOCUMENTS,
    ]);
    const found = [...page.exact, ...page.typed, ...page.rows];
    return {
      question,
      errors,
      asked,
      page,
      wish,
      held,
      saved,
      offered: units === 'every' ? handling : [],
      schools: handling.filter(({ kind }) => teaches(kind)),
      documents,
      names: { units: await this.names.units(found.map(({ leadUnitId }) => leadUnitId)), people: new Map() },
    };
  }

  private found(words: string): Promise<FoundDocuments> {
    return this.documents.find(words, (lines) => this.secret.found(words, lines));
  }
}

/** What is no place of ours is the first page. */
function readPlace(text: string): Pick<SearchWish, 'from' | 'direction'> {
  const [, side, received, no] = /^(sau|truoc)~(\d{1,10})~(\d{1,10})$/u.exec(text) ?? [];
  if (side === undefined) return { from: null, direction: 'older' };
  return {
    from: { received: Number(received), no: Number(no) },
    direction: side === 'sau' ? 'older' : 'newer',
  };
}
