import { Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { TicketListReader, type TicketPlace } from '../../tickets/index.js';
import { flash } from '../account/flash-messages.js';
import { cameFrom } from '../kit/http/local-path.js';
import type { RequestContext } from '../kit/http/page-context.js';
import { PresentDay } from '../kit/http/present-day.js';
import type { RedirectTo } from '../kit/http/routes.js';
import { count } from '../kit/words/numbers.js';
import { ticketListOf, type TicketList } from '../my-work/work-lists.js';
import { NOTHING_AWAITED } from '../my-work/awaited-work.js';

/** The list that is worked through, and where the ticket stands in it. */
interface Worked {
  readonly list: TicketList;
  readonly place: TicketPlace;
}

/** Acts on a ticket and leads on: where the act has taken it out of the list from which it was opened, the next of that list opens. */
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
    const here = page ?? `/phieu/${ticketId}`;
    return { url: after?.url ?? (worked === null ? (otherwise ?? here) : here) };
  }

  private async worked(actor: Actor, ticketId: string, page: string | null): Promise<Worked | null> {
    const [path, query] = page?.split('?') ?? [];
    if (path !== `/phieu/${ticketId}` || query === undefined) return null;
    const code = new URLSearchParams(query).get('danh-sach') ?? '';
    const list = ticketListOf(actor, code, NOTHING_AWAITED, await this.day.now());
    const place = list && (await this.placeIn(actor, ticketId, list));
    return list && place && { list, place };
  }

  /** @returns null where the list still holds the ticket: one stays with it */
  private async after(
    actor: Actor,
    ticketId: string,
    { list, place }: Worked,
  ): Promise<{ readonly url: string; readonly words: string } | null> {
    if ((await this.placeIn(actor, ticketId, list)) !== null) return null;
    const address = `danh-sach=${list.code}`;
    const [first] = await this.lists.page(actor, list.filter, null, 1);
    if (first === undefined) return { url: `/?${address}`, words: `Danh sách “${list.label}” đã hết.` };
    const left = await this.lists.count(actor, list.filter);
    return {
      url: `/phieu/${place.nextId ?? first.id}?${address}`,
      words: `Còn ${count(left)} phiếu trong danh sách “${list.label}”.`,
    };
  }

  private async placeIn(actor: Actor, ticketId: string, { filter }: TicketList): Promise<TicketPlace | null> {
    const [row] = await this.lists.page(actor, { ids: [ticketId] }, null, 1);
    return row === undefined ? null : this.lists.placeIn(actor, filter, row);
  }
}
