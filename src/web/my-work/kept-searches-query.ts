import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { SavedSearches, TicketListReader } from '../../tickets/index.js';
import type { KeptSearchView } from './kept-searches.js';
import { searchQuery } from './search-form-view.js';

/** More would hide the work lists. */
const SHOWN = 6;

/** Counts what the searches find that a person kept; what is not shown stands on the page of the search. */
@Injectable()
export class KeptSearchesQuery {
  constructor(
    private readonly saved: SavedSearches,
    private readonly tickets: TicketListReader,
  ) {}

  async read(actor: Actor): Promise<readonly KeptSearchView[]> {
    const views: KeptSearchView[] = [];
    for (const { name, question } of (await this.saved.of(actor)).slice(0, SHOWN)) {
      const { held, isAll } = await this.tickets.countFound(actor, question);
      views.push({ href: searchQuery(question), name, count: isAll ? String(held) : `${String(held)}+` });
    }
    return views;
  }
}
