import type { VNode } from 'preact';

/** The headings of a table, said to screen readers also where a phone shows its rows as cards. */
export function TableHead({ headings }: { readonly headings: readonly string[] }): VNode {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {headings.map((heading) => (
          <th key={heading} scope="col" role="columnheader">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}
