import type { VNode } from 'preact';
import { Icon } from './icon.js';

/** A head that puts its table in order: a link, so that it needs no script. */
export interface SortView {
  /** What is in the column, and in which order where it is the one in force: `Hạn, gần nhất trước`. */
  readonly label: string;
  /** Null where another column is in force. */
  readonly sort: 'ascending' | 'descending' | null;
  readonly href: string;
  /** What pressing does: `xếp hạn xa nhất trước`. */
  readonly leads: string;
}

/** One head of a table with its order. */
export function SortHead({ view, width }: { view: SortView; width?: string | undefined }): VNode {
  const { label, sort, href, leads } = view;
  return (
    <th class={width} scope="col" role="columnheader" aria-sort={sort ?? 'none'}>
      <a class="ha-sort" href={href} title={`Bấm để ${leads}`}>
        {label}
        <span class="ha-vh">: {leads}</span>
        {sort !== null && <Icon name={sort === 'ascending' ? 'asc' : 'desc'} />}
      </a>
    </th>
  );
}
