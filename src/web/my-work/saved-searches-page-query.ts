import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { SavedSearches, TicketListReader } from '../../tickets/index.js';
import type { CountedSearchView } from './saved-searches.js';
import { searchQuery } from './search-form-view.js';

/** More would hide the work lists. */
const SHOWN = 6;

/** Counts what the saved searches of a person find; those beyond the first few are on the page of the search. */
@Injectable()
export class SavedSearchesPageQuery {
  constructor(
    private readonly saved: SavedSearches,
    private readonly tickets: TicketListReader,
  ) {}

  async read(actor: Actor): Promise<readonly CountedSearchView[]> {
    const views: CountedSearchView[] = [];
    for (const { name, question } of (await this.saved.of(actor)).slice(0, SHOWN)) {
      const { held, isAll } = await this.tickets.countFound(actor, question);
      views.push({ href: searchQuery(question), name, count: isAll ? String(held) : `${String(held)}+` });
    }
    return views;
  }
}
