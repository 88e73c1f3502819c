import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { TicketListReader, type TicketPlace } from '../../tickets/index.js';
import { flash } from '../account/flash-messages.js';
import { cameFrom } from '../kit/http/local-path.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import type { RedirectTo } from '../kit/http/routes.js';
import { count } from '../kit/words/numbers.js';
import { chosenList, ticketListOf, workLists, type TicketList } from '../my-work/work-lists.js';
import { NOTHING_AWAITED } from '../my-work/awaited-work.js';

interface Shown {
  readonly query: URLSearchParams;
  /** Whether it stands beside its list. */
  readonly beside: boolean;
}

/** The list that is worked through, and where the ticket stands in it. */
interface Worked {
  readonly list: TicketList;
  readonly place: TicketPlace;
  /** Where a ticket of it is shown as the one acted on was: on its own page, or beside the list. */
  readonly at: (ticketId: string) => string;
  /** Where one goes on with a ticket that the list still holds. */
  readonly stays: string;
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
  ) {}

  /**
   * @param done `Đã giao phiếu.`
   * @param otherwise where the act leads when no list is worked through; left out: back to the page one acted from
   */
  async act(
    { actor, request }: RequestContext,
    { ticketId, done, otherwise }: { readonly ticketId: string; readonly done: string; readonly otherwise?: string },
    perform: () => Promise<void>,
  ): Promise<RedirectTo> {
    const page = cameFrom(request);
    const worked = await this.worked(actor, ticketId, page);
    await perform();
    const after = worked && (await this.after(actor, ticketId, worked));
    flash(request, 'done', after === null ? done : `${done} ${after.words}`);
    return { url: after?.url ?? worked?.stays ?? otherwise ?? page ?? `/phieu/${ticketId}` };
  }

  private async worked(actor: Actor, ticketId: string, page: string | null): Promise<Worked | null> {
    const shown = page && shownOn(page, ticketId);
    const list = shown && (await this.listOf(actor, shown));
    const place = list && (await this.placeIn(actor, ticketId, list));
    if (!shown || !list || !place) return null;
    const own = (id: string): string => `/phieu/${id}?danh-sach=${list.code}`;
    return { list, place, at: shown.beside ? (id) => besideList(shown.query, list, id) : own, stays: own(ticketId) };
  }

  /** A page that names none of the lists shows the first; a ticket that was opened by itself has none. */
  private async listOf(actor: Actor, { query, beside }: Shown): Promise<TicketList | null> {
    const today = await this.day.now();
    const code = query.get('danh-sach') ?? '';
    if (!beside) return ticketListOf(actor, code, NOTHING_AWAITED, today);
    return chosenList(workLists(actor, NOTHING_AWAITED, today), code);
  }

  /** @returns null where the list still holds the ticket */
  private async after(
    actor: Actor,
    ticketId: string,
    { list, place, at }: Worked,
  ): Promise<{ readonly url: string; readonly words: string } | null> {
    if ((await this.placeIn(actor, ticketId, list)) !== null) return null;
    const [first] = await this.lists.page(actor, list.filter, null, 1);
    if (first === undefined) return { url: `/?danh-sach=${list.code}`, words: `Danh sách “${list.label}” đã hết.` };
    const left = await this.lists.count(actor, list.filter);
    return {
      url: at(place.nextId ?? first.id),
      words: `Còn ${count(left)} phiếu trong danh sách “${list.label}”.`,
    };
  }

  private async placeIn(actor: Actor, ticketId: string, { filter }: TicketList): Promise<TicketPlace | null> {
    const [row] = await this.lists.page(actor, { ids: [ticketId] }, null, 1);
    return row === undefined ? null : this.lists.placeIn(actor, filter, row);
  }
}

/** How a page shows the ticket: by itself, or beside a list. @returns null for a page of something else */
function shownOn(page: string, ticketId: string): Shown | null {
  const [path, query = ''] = page.split('?');
  const beside = path === '/';
  return beside || path === `/phieu/${ticketId}` ? { query: new URLSearchParams(query), beside } : null;
}

/** The page of the list one is at, with that ticket beside it. */
function besideList(query: URLSearchParams, { code }: TicketList, ticketId: string): string {
  const address = new URLSearchParams(query);
  address.set('danh-sach', code);
  address.set('phieu', ticketId);
  return `/?${address.toString()}`;
}
