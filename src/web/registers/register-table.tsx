import type { ComponentChildren, VNode } from 'preact';
import type { SortView } from '../kit/sort-head.js';
import { TableHead } from '../kit/table-head.js';

export interface RegisterColumn<Row> {
  readonly heading: string;
  /** Width class of the theme; the widest column has none. */
  readonly width: string | null;
  readonly cell: (row: Row) => ComponentChildren;
}

export interface RegisterTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly RegisterColumn<Row>[];
  /** Heads that put the table in order, for the columns of the same heading. */
  readonly heads?: readonly SortView[] | undefined;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A voided number keeps its place: its first cells, then one cell with the reason. */
  readonly voidedReason?: (row: Row) => string | null;
}

/** How many cells a voided row shows before its reason: number and date. */
const KEPT = 2;

/** The rows of a book, larger numbers first; on a phone every row is a card with its labels. */
export function RegisterTable<Row>({
  caption,
  columns,
  heads,
  rows,
  keyOf,
  voidedReason,
}: RegisterTableProps<Row>): VNode {
  return (
    <table class="table ha-reg ha-cards" role="table">
      <caption class="ha-vh">{caption}</caption>
      <colgroup>
        {columns.map((column) => (
          <col key={column.heading} class={column.width ?? undefined} />
        ))}
      </colgroup>
      <TableHead headings={columns.map(({ heading }) => heading)} sorts={heads} />
      <tbody role="rowgroup">
        {rows.map((row) => {
          const reason = voidedReason?.(row) ?? null;
          const shown = reason === null ? columns : columns.slice(0, KEPT);
          return (
            <tr key={keyOf(row)} role="row" class={reason === null ? undefined : 'ha-void'} id={`so-${keyOf(row)}`}>
              {shown.map((column, at) => (
                <Cell key={column.heading} first={at === 0} label={column.heading}>
                  {column.cell(row)}
                </Cell>
              ))}
              {reason !== null && (
                <td role="cell" colspan={columns.length - KEPT} data-label="Lý do">
                  <div>{reason}</div>
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ first, label, children }: { first: boolean; label: string; children: ComponentChildren }): VNode {
  if (first) {
    return (
      <th scope="row" role="rowheader" data-label={label}>
        <div>{children}</div>
      </th>
    );
  }
  return (
    <td role="cell" data-label={label}>
      <div>{children}</div>
    </td>
  );
}

/** Text that may be cut after two lines in the book; the whole stands in its title. */
export function Clamp({ text, kind }: { text: string; kind?: string | undefined }): VNode {
  return (
    <span class="ha-clamp" title={kind === undefined ? text : `${kind} ${text}`}>
      {kind !== undefined && <span class="ha-mute">{kind} </span>}
      {text}
    </span>
  );
}
