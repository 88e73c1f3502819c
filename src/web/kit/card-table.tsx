import type { ComponentChildren, VNode } from 'preact';
import { TableHead } from './table-head.js';

export interface CardColumn<Row> {
  readonly heading: string;
  /** What a card says of it, where that is shorter. */
  readonly label?: string;
  readonly cell: (row: Row) => ComponentChildren;
}

interface CardTableProps<Row> {
  /** For screen readers: what the rows are, and in which order. */
  readonly caption: string;
  readonly columns: readonly CardColumn<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  /** Width class of the theme for tables with columns of their own. */
  readonly kind?: string;
}

/** A table whose rows are cards on a phone. */
export function CardTable<Row>({ caption, columns, rows, keyOf, kind }: CardTableProps<Row>): VNode {
  return (
    <table class={`table ha-reg ${kind === undefined ? '' : `${kind} `}ha-cards`} role="table">
      <caption class="ha-vh">{caption}</caption>
      <TableHead headings={columns.map(({ heading }) => heading)} />
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={keyOf(row)} role="row">
            {columns.map(({ heading, label = heading, cell }) => (
              <td key={heading} role="cell" data-label={label}>
                <div>{cell(row)}</div>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
