import type { SearchOrder } from '../../tickets/index.js';
import type { SortView } from '../kit/sort-head.js';

/** Orders by their names in the address, `xep=`; the newest first needs none. */
const NAMES = { oldest: 'cu-nhat', dueFirst: 'han-gan', dueLast: 'han-xa' } as const;

export const ORDER_WORDS: Readonly<Record<SearchOrder, string>> = {
  newest: 'mới nhất trước',
  oldest: 'cũ nhất trước',
  dueFirst: 'hạn gần nhất trước',
  dueLast: 'hạn xa nhất trước',
};

/** What is no order of ours is the newest first. */
export function readOrder(text: string): SearchOrder {
  if (text === NAMES.oldest) return 'oldest';
  if (text === NAMES.dueFirst) return 'dueFirst';
  return text === NAMES.dueLast ? 'dueLast' : 'newest';
}

/** The order as the address of a search takes it along. */
export function orderInAddress(order: SearchOrder): Readonly<Record<string, string>> {
  return order === 'newest' ? {} : { xep: NAMES[order] };
}

/** The heads by which what was found is put in order: one that is in force turns its order round. */
export function searchHeads(
  order: SearchOrder,
  hrefOf: (order: SearchOrder) => string,
): { readonly received: SortView; readonly due: SortView } {
  const leading = (to: SearchOrder): Pick<SortView, 'href' | 'leads'> => ({
    href: hrefOf(to),
    leads: `xếp ${ORDER_WORDS[to]}`,
  });
  return {
    received: {
      label: 'Nhận lúc',
      sort: order === 'newest' ? 'descending' : order === 'oldest' ? 'ascending' : null,
      ...leading(order === 'newest' ? 'oldest' : 'newest'),
    },
    due: {
      label: 'Hạn',
      sort: order === 'dueLast' ? 'descending' : order === 'dueFirst' ? 'ascending' : null,
      ...leading(order === 'dueFirst' ? 'dueLast' : 'dueFirst'),
    },
  };
}
