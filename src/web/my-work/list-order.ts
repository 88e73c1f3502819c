import { mayBeByReceipt, type TicketFilter, type TicketOrder } from '../../tickets/index.js';
import type { SortView } from '../kit/sort-head.js';

interface OrderedList {
  readonly code: string;
  readonly base: string;
  readonly filter: TicketFilter;
}

/** What the heads of a list say, and the lists to which they lead. */
export interface WorkHeads {
  readonly due: SortView;
  /** Null where the list cannot be put in order by receipt. */
  readonly received: SortView | null;
}

interface Way {
  /** Its name, behind that of the list in the address, `cua-toi.moi-nhan`; none for the soonest deadline first. */
  readonly order: string;
  readonly lastFirst: boolean;
  /** The head while it is in force, and what leads to it. */
  readonly label: string;
  readonly leads: string;
}

interface Column {
  readonly by: TicketOrder['by'];
  readonly name: string;
  /** The one that is asked for most stands first. */
  readonly ways: readonly [Way, Way];
}

const DUE: Column = {
  by: 'due',
  name: 'Hạn',
  ways: [
    { order: '', lastFirst: false, label: 'Hạn, gần nhất trước', leads: 'xếp hạn gần nhất trước' },
    { order: 'han-xa', lastFirst: true, label: 'Hạn, xa nhất trước', leads: 'xếp hạn xa nhất trước' },
  ],
};

const RECEIVED: Column = {
  by: 'received',
  name: 'Nội dung, ngày nhận',
  ways: [
    { order: 'moi-nhan', lastFirst: true, label: 'Nội dung, mới nhận trước', leads: 'xếp mới nhận trước' },
    { order: 'cu-nhat', lastFirst: false, label: 'Nội dung, nhận lâu nhất trước', leads: 'xếp nhận lâu nhất trước' },
  ],
};

/** The name of a list and its order, as the address joins them. */
export function partsOf(code: string): readonly [base: string, order: string] {
  const [base = '', order = ''] = code.split('.');
  return [base, order];
}

/** A list in the order of that name; in that of deadlines where there is no such order, or this list cannot be read in it. */
export function inOrder(base: string, filter: TicketFilter, name: string): OrderedList {
  const order = name === '' ? undefined : orderNamed(name);
  if (order === undefined || (order.by === 'received' && !mayBeByReceipt(filter))) return { code: base, base, filter };
  return { code: `${base}.${name}`, base, filter: { ...filter, order } };
}

function orderNamed(name: string): TicketOrder | undefined {
  return [DUE, RECEIVED].flatMap(({ by, ways }) =>
    ways.filter(({ order }) => order === name).map(({ lastFirst }) => ({ by, lastFirst })),
  )[0];
}

/** `xếp theo ngày nhận` */
export function orderWords({ order }: TicketFilter): string {
  return order?.by === 'received' ? 'xếp theo ngày nhận' : 'xếp theo hạn';
}

export function headsOf({ base, filter }: OrderedList): WorkHeads {
  const { by, lastFirst } = filter.order ?? { by: 'due', lastFirst: false };
  const head = (column: Column): SortView => headOf(base, column, column.by === by ? lastFirst : null);
  return { due: head(DUE), received: mayBeByReceipt(filter) ? head(RECEIVED) : null };
}

/**
 * A head that is in force turns its order round; another begins with the way that is asked for most.
 *
 * @param lastFirst the direction in force; null where another column is
 */
function headOf(base: string, { name, ways }: Column, lastFirst: boolean | null): SortView {
  const now = ways.find((way) => way.lastFirst === lastFirst);
  const [first, second] = ways;
  const { order, leads } = now === first ? second : first;
  const href = `/?danh-sach=${order === '' ? base : `${base}.${order}`}`;
  if (now === undefined) return { label: name, sort: null, href, leads };
  return { label: now.label, sort: now.lastFirst ? 'descending' : 'ascending', href, leads };
}
