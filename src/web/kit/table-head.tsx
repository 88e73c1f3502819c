import type { VNode } from 'preact';
import { SortHead, type SortView } from './sort-head.js';

interface TableHeadProps {
  readonly headings: readonly string[];
  /** Heads that put the table in order, by the heading that they are. */
  readonly sorts?: readonly SortView[] | undefined;
}

/** The headings of a table, said to screen readers also where a phone shows its rows as cards. */
export function TableHead({ headings, sorts = [] }: TableHeadProps): VNode {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {headings.map((heading) => {
          const sort = sorts.find(({ label }) => label === heading);
          return sort === undefined ? (
            <th key={heading} scope="col" role="columnheader">
              {heading}
            </th>
          ) : (
            <SortHead key={heading} view={sort} />
          );
        })}
      </tr>
    </thead>
  );
}
