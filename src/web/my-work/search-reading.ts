import type { FoundDocuments } from '../../documents/index.js';
import type { Unit } from '../../organisation/index.js';
import type { DeadlinePage, SavedSearch, SearchOrder, SearchPage, SearchWish } from '../../tickets/index.js';
import type { TicketQuestion } from '../../tickets/domain/search/search-question.js';
import type { FormError } from '../kit/errors.js';
import type { Names } from '../kit/names.js';

/** What was found, in its order. */
export interface FoundReading {
  readonly page: SearchPage;
  readonly wish: SearchWish;
  /** The order in force, which is another than was asked for where that was refused. */
  readonly order: SearchOrder;
  readonly refusedOrder: boolean;
  /** Where in all that was found the page lies, when it is in order by deadline. */
  readonly ordered: DeadlinePage | null;
}

/** The data for the page of the search. */
export interface SearchReading extends FoundReading {
  readonly question: TicketQuestion;
  readonly errors: readonly FormError[];
  /** Whether anything was asked and could be read. */
  readonly asked: boolean;
  /** How many tickets the person sees in each state. */
  readonly held: ReadonlyMap<string, number>;
  readonly saved: readonly SavedSearch[];
  /** Units to choose from; none where a person sees one unit alone. */
  readonly offered: readonly Unit[];
  /** Schools and centres that a ticket may be about. */
  readonly schools: readonly Unit[];
  /** Lines of the registers, on the first page. */
  readonly documents: FoundDocuments;
  readonly names: Names;
}
