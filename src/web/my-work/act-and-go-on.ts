import { Injectable } from '@nestjs/common';
import { draftAbilitiesOf, DraftQueries, type DraftEntity } from '../../drafting/index.js';
import type { Actor } from '../../kernel/actor.js';
import { TicketListReader, type TicketPlace } from '../../tickets/index.js';
import { flash } from '../account/flash-messages.js';
import { offerUndo, type ManyName } from '../many-tickets/many-done.js';
import { cameFrom } from '../kit/http/local-path.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import type { RedirectTo } from '../kit/http/routes.js';
import { count } from '../kit/words/numbers.js';
import { ticketListOf, ticketLists, workLists, type TicketList } from './work-lists.js';
import { NOTHING_AWAITED } from './awaited-work.js';
import { AwaitingPageQuery } from '../supervision/awaiting-page-query.js';

/** How a page shows the ticket: beside its list, on its own page, or by its letter. */
interface Shown {
  readonly query: URLSearchParams;
  readonly as: 'beside' | 'ticket' | 'letter';
}

/** The list that is worked through, and where the ticket stands in it. */
interface Worked {
  readonly shown: Shown;
  readonly list: TicketList;
  readonly place: TicketPlace;
}

/** What was acted on, and what is said of it. */
interface ActedOn {
  readonly ticketId: string;
  readonly done: string;
  readonly otherwise?: string;
  readonly undoes?: ManyName;
}

interface Onward {
  readonly url: string;
  readonly words: string;
}

/**
 * Acts on a ticket and leads on: where the act has taken it out of the list from which it was opened, or beside which it was shown, the next of that list
 * opens. What stays in the list is gone on with: its page opens.
 */
@Injectable()
export class ActAndGoOn {
  constructor(
    private readonly lists: TicketListReader,
    private readonly day: PresentDay,
    private readonly awaiting: AwaitingPageQuery,
    private readonly drafts: DraftQueries,
  ) {}

  /**
   * @param done `Đã giao phiếu.`
   * @param otherwise where the act leads when no list is worked through; left out: back to the page one acted from
   * @param undoes how the act is called where it may be taken back
   * @param perform may return the id of the line by which it is taken back
   */
  async act(
    { actor, request }: RequestContext,
    { ticketId, done, otherwise, undoes }: ActedOn,
    perform: () => Promise<unknown>,
  ): Promise<RedirectTo> {
    const page = cameFrom(request);
    const worked = await this.worked(actor, ticketId, shownOn(page, `/phieu/${ticketId}`));
    const lineId = await perform();
    const after = worked && (await this.after(actor, ticketId, worked));
    const words = after === null ? done : `${done} ${after.words}`;
    const stays = worked === null ? (otherwise ?? page) : `/phieu/${ticketId}?danh-sach=${worked.list.code}`;
    const url = after?.url ?? stays ?? `/phieu/${ticketId}`;
    if (undoes !== undefined && typeof lineId === 'string')
      return offerUndo(request, { act: undoes, ticketId, lineId, back: url }, words);
    flash(request, 'done', words);
    return { url };
  }

  /**
   * The same of a letter that was opened from a list: the letter of the next ticket opens, unless the next step of this one falls to the same person.
   *
   * @param perform returns what was done
   */
  async actOnLetter(
    { actor, request }: RequestContext,
    { id, caseKind, caseId }: Pick<DraftEntity, 'id' | 'caseKind' | 'caseId'>,
    perform: () => Promise<string>,
  ): Promise<RedirectTo> {
    const here = `/du-thao/${id}`;
    const shown = caseKind === 'ticket' ? shownOn(cameFrom(request), here) : null;
    const worked = await this.worked(actor, caseId, shown);
    const done = await perform();
    const after = worked && !(await this.hasNextStep(actor, id)) ? await this.after(actor, caseId, worked) : null;
    flash(request, 'done', after === null ? done : `${done} ${after.words}`);
    return { url: after?.url ?? here };
  }

  private async hasNextStep(actor: Actor, draftId: string): Promise<boolean> {
    const draft = await this.drafts.byId(draftId);
    return draft !== null && draftAbilitiesOf(actor, draft).submit;
  }

  private async worked(actor: Actor, ticketId: string, shown: Shown | null): Promise<Worked | null> {
    for (const list of shown === null ? [] : await this.listsOf(actor, shown)) {
      const place = await this.placeIn(actor, ticketId, list);
      if (shown !== null && place !== null) return { shown, list, place };
    }
    return null;
  }

  /**
   * The list that a page names. The home that names none shows the first in which something waits: of those in the order of the home, the first that
   * holds its ticket. What was opened by itself has none.
   */
  private async listsOf(actor: Actor, shown: Shown): Promise<readonly TicketList[]> {
    const named = await this.listOf(actor, shown, shown.query.get('danh-sach') ?? '');
    if (named !== null) return [named];
    return shown.as === 'beside' ? ticketLists(workLists(actor, NOTHING_AWAITED, await this.day.now())) : [];
  }

  private async listOf(actor: Actor, { as }: Shown, code: string): Promise<TicketList | null> {
    // Which letters wait for somebody is asked where letters are worked through.
    const awaiting = as === 'letter' && code !== '' ? await this.awaiting.read(actor) : NOTHING_AWAITED;
    return ticketListOf(actor, code, awaiting, await this.day.now());
  }

  /** @returns null where the list still holds the ticket */
  private async after(
    actor: Actor,
    ticketId: string,
    { shown, list: { code }, place }: Worked,
  ): Promise<Onward | null> {
    const list = await this.listOf(actor, shown, code);
    if (list === null || (await this.placeIn(actor, ticketId, list)) !== null) return null;
    const [first] = await this.lists.page(actor, list.filter, null, 1);
    if (first === undefined) return { url: `/?danh-sach=${list.code}`, words: `Danh sách “${list.label}” đã hết.` };
    const left = await this.lists.count(actor, list.filter);
    return {
      url: await this.at(place.nextId ?? first.id, shown, list),
      words: `Còn ${count(left)} phiếu trong danh sách “${list.label}”.`,
    };
  }

  /** Where a ticket of the list is shown as the one acted on was. */
  private async at(ticketId: string, { query, as }: Shown, list: TicketList): Promise<string> {
    if (as === 'beside') return besideList(query, list, ticketId);
    const letters = as === 'letter' ? await this.drafts.repliesTo(ticketId) : [];
    const letter = letters.find(({ state, amendsId }) => amendsId === null && state !== 'withdrawn');
    return `${letter === undefined ? `/phieu/${ticketId}` : `/du-thao/${letter.id}`}?danh-sach=${list.code}`;
  }

  private async placeIn(actor: Actor, ticketId: string, { filter }: TicketList): Promise<TicketPlace | null> {
    const [row] = await this.lists.page(actor, { ids: [ticketId] }, null, 1);
    return row === undefined ? null : this.lists.placeIn(actor, filter, row);
  }
}

/** @param own the page of what is acted on, by itself @returns null for a page of something else */
function shownOn(page: string | null, own: string): Shown | null {
  const [path, query = ''] = page?.split('?') ?? [];
  if (path !== '/' && path !== own) return null;
  const ofItself = own.startsWith('/du-thao/') ? 'letter' : 'ticket';
  return { query: new URLSearchParams(query), as: path === '/' ? 'beside' : ofItself };
}

/** The page of the list one is at, with that ticket beside it. */
function besideList(query: URLSearchParams, { code }: TicketList, ticketId: string): string {
  const address = new URLSearchParams(query);
  address.set('danh-sach', code);
  address.set('phieu', ticketId);
  return `/?${address.toString()}`;
}
