import { Injectable } from '@nestjs/common';
import { DocumentSearch, SecretLines, type FoundDocuments } from '../../documents/index.js';
import { hasRole, STAFF, type Actor } from '../../kernel/actor.js';
import { fold } from '../../kernel/vietnamese.js';
import { StaffDirectory, type Person, type Unit } from '../../organisation/index.js';
import { SavedSearches, TicketListReader, type SavedSearch, type TicketRow } from '../../tickets/index.js';
import { NO_QUESTION, questionFlaws } from '../../tickets/domain/search/search-question.js';
import { FOUND_EACH, isEnough, matching } from './quick-find-match.js';
import type { MenuEntry } from '../kit/shell/menu.js';
import { actsFor, pagesFor } from './quick-find-places.js';

/** What was found, at most `FOUND_EACH` of a kind, and of each only what this person may see. */
export interface QuickFinding {
  /** Searches that this person kept, while nothing is looked for yet. */
  readonly saved: readonly SavedSearch[];
  readonly tickets: readonly Pick<TicketRow, 'id' | 'code' | 'subject' | 'state'>[];
  readonly documents: FoundDocuments;
  readonly people: readonly Person[];
  readonly units: readonly Unit[];
  readonly pages: readonly MenuEntry[];
  readonly acts: readonly MenuEntry[];
  /** Names of the units of those people. */
  readonly unitNames: ReadonlyMap<string, string>;
}

const NO_DOCUMENTS: FoundDocuments = { incoming: [], outgoing: [] };

/** Looks in everything at once for the first of what was typed; whole lists stay with the pages of their kinds. */
@Injectable()
export class QuickFindQuery {
  constructor(
    private readonly tickets: TicketListReader,
    private readonly documents: DocumentSearch,
    private readonly secret: SecretLines,
    private readonly staff: StaffDirectory,
    private readonly searches: SavedSearches,
  ) {}

  async find(actor: Actor, typed: string): Promise<QuickFinding> {
    const looks = isEnough(typed);
    const [saved, tickets, documents, people, units] = await Promise.all([
      looks ? [] : this.searches.of(actor),
      looks ? this.ticketsOf(actor, typed) : [],
      looks && hasRole(actor, ...STAFF) ? this.documentsOf(typed) : NO_DOCUMENTS,
      looks ? this.staff.people() : [],
      this.staff.units(),
    ]);
    return {
      saved: matching(typed, saved, ({ name }) => name),
      tickets,
      documents,
      people: matching(typed, people, ({ fullName, username }) => `${fullName} ${username}`),
      units: looks ? matching(typed, await this.staff.handlingUnits(), ({ name, symbol }) => `${name} ${symbol}`) : [],
      pages: matching(typed, pagesFor(actor.roles), ({ label }) => label),
      acts: matching(typed, actsFor(actor.roles), ({ label }) => label),
      unitNames: new Map(units.map(({ id, name }) => [id, name])),
    };
  }

  private async ticketsOf(actor: Actor, typed: string): Promise<QuickFinding['tickets']> {
    // With its marks the search would look through the subjects once more, for an order that eight rows do not need.
    const question = { ...NO_QUESTION, words: fold(typed) };
    if (questionFlaws(question).length > 0) return [];
    const wish = { from: null, direction: 'older', size: FOUND_EACH } as const;
    const { exact, rows } = await this.tickets.search(actor, question, wish);
    return [...exact, ...rows].slice(0, FOUND_EACH);
  }

  /** Lines of which few may know are left out: that something was found by their words would tell of them. */
  private async documentsOf(typed: string): Promise<FoundDocuments> {
    const { incoming, outgoing } = await this.documents.find(typed, (lines) => this.secret.known(lines));
    return {
      outgoing: outgoing.slice(0, FOUND_EACH),
      incoming: incoming.slice(0, Math.max(0, FOUND_EACH - outgoing.length)),
    };
  }
}
