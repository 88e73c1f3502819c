import type { VNode } from 'preact';
import { TableHead } from '../kit/table-head.js';
import { Panel } from '../kit/panel.js';

/** What a version of the rules states differently from another. */
export interface PolicyChangesView {
  /** `Khác với bộ 1` */
  readonly heading: string;
  readonly rows: readonly {
    readonly what: string;
    /** Null where nothing is stated. */
    readonly before: string | null;
    readonly after: string | null;
  }[];
}

const HEADINGS = ['Chỗ', 'Trước', 'Nay'] as const;

export function PolicyChanges({ changes: { heading, rows } }: { changes: PolicyChangesView }): VNode {
  const [what, before, after] = HEADINGS;
  return (
    <Panel
      id="t-khac"
      heading={heading}
      aside={<span class="ha-small">{rows.length === 0 ? 'Không có gì khác.' : `${rows.length} chỗ.`}</span>}
      flush
    >
      {rows.length > 0 && (
        <table class="table ha-cards ha-policy-changes" role="table" aria-labelledby="t-khac">
          <TableHead headings={HEADINGS} />
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr role="row" key={row.what}>
                <th scope="row" role="rowheader" data-label={what}>
                  <div>{row.what}</div>
                </th>
                <td role="cell" data-label={before}>
                  {row.before ?? 'không có'}
                </td>
                <td role="cell" data-label={after}>
                  {row.after ?? 'không còn'}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
