import type { DeadlinePage, SearchPlace, SearchWish } from '../../tickets/index.js';
import { pagesOf, type PagesView } from '../kit/pages.js';
import { searchQuery } from './search-form-view.js';
import { orderInAddress } from './search-order.js';
import type { SearchView } from './search-page.js';
import type { SearchReading } from './search-reading.js';
import { writeCursor } from './work-page-query.js';

type Neighbours = Pick<SearchView, 'previousHref' | 'nextHref' | 'goOnHref'>;

/** The ways through what was found: by deadline all of it is known, by receipt only what lies beside the page. */
export function searchPages(reading: SearchReading): Neighbours & Pick<SearchView, 'pages'> {
  const { ordered } = reading;
  if (ordered === null) return { ...neighbours(reading), pages: null };
  return { previousHref: null, nextHref: null, goOnHref: null, pages: pagesByDeadline(reading, ordered) };
}

/** `sau~29559360~17`: the page after the ticket of that place; `truoc~…`: the page before it. */
function writePlace(direction: SearchWish['direction'], { received, no }: SearchPlace): string {
  return `${direction === 'older' ? 'sau' : 'truoc'}~${String(received)}~${String(no)}`;
}

const TOWARDS_NEW = ['newer', 'older'] as const;
const TOWARDS_OLD = ['older', 'newer'] as const;

/** In the order of receipt pages lie on both sides; a search that stopped on its way goes on where it stopped. */
function neighbours({ question, page, wish, order }: SearchReading): Neighbours {
  const link = (direction: SearchWish['direction'], place: SearchPlace | null): string | null =>
    place === null ? null : searchQuery(question, { ...orderInAddress(order), trang: writePlace(direction, place) });
  const [onwards, back] = order === 'oldest' ? TOWARDS_NEW : TOWARDS_OLD;
  const forward = wish.direction === onwards;
  const places = page.rows.map(({ foundAt }) => foundAt);
  return {
    previousHref: link(back, (forward ? wish.from !== null : page.more) ? (places[0] ?? wish.from) : null),
    nextHref: link(onwards, !forward || page.more ? (places.at(-1) ?? null) : null),
    goOnHref: page.more ? null : link(wish.direction, page.stoppedAt),
  };
}

/** `1–50 trên 142` */
function pagesByDeadline({ question, order }: SearchReading, { rows, before, total }: DeadlinePage): PagesView | null {
  const last = rows.at(-1);
  const more = orderInAddress(order);
  return pagesOf({
    before,
    shown: rows.length,
    total,
    firstHref: searchQuery(question, more),
    nextHref:
      last === undefined || before + rows.length >= total
        ? null
        : searchQuery(question, { ...more, trang: writeCursor({ at: last.dueAt, id: last.id }) }),
  });
}
